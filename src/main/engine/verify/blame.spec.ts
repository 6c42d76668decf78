import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openBusyBench } from '../random-work.fixture.ts'
import { blame } from './blame.ts'

const internal = { code: 'internal', message: 'Something in Claimtrail went wrong.' }

test('given a file that was altered, what looked like a mistake of the program is told as damage', () => {
  const bench = openBusyBench()
  bench.close()
  const db = new Database(bench.path)
  db.exec("DROP TRIGGER log_no_update; UPDATE log SET payload = '{\"oops' WHERE seq = 3")
  db.close()
  expect(blame(internal, [bench.path])).toMatchObject({ code: 'damaged' })
})

test('given a sound file, no file, or another problem, the problem stays as it is', () => {
  const bench = openBusyBench()
  bench.close()
  expect(blame(internal, [bench.path, `${bench.path}-nowhere`])).toBe(internal)
  const full = { code: 'disk_full', message: 'The disk is full.' }
  expect(blame(full, [bench.path])).toBe(full)
})
