import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dumpTables } from '../../../domain/memory-tables.ts'
import { fresh } from '../../targets/targets.fixture.ts'
import { answer } from '../problems.ts'
import { openBusyBench, play, work } from '../random-work.fixture.ts'
import { foldLog } from '../tables/rebuild.ts'
import { verify } from '../verify/verify.ts'
import { unwatched } from '../watch.ts'
import { type Bench, openBench, reopen, temporaryFolder } from '../workspace.fixture.ts'
import { makeBranch } from './make-branch.ts'
import { readParent } from './parent.ts'

test('given random work, a branch at any number is clean, is the fold of its first events, and has their hashes', () => {
  fc.assert(
    fc.property(work(25), fc.nat(), (steps, place) => {
      const bench = openBusyBench()
      for (const [thrown, by] of steps) play(bench, thrown, by)
      const seq = wholeSteps(bench)[place % wholeSteps(bench).length]!
      const target = branchPath()
      const { parent } = makeBranch({ path: bench.path, seq, target: fresh(target), moment: '' })
      const branch = reopen(target)
      expect(branch.readOnly).toBeNull()
      expect(verify(branch.db).findings).toEqual([])
      expect(branch.dump()).toEqual(dumpTables(foldLog(bench.db, seq).tables))
      expect(hashes(branch, seq)).toEqual(hashes(bench, seq))
      expect(branch.writer.head()).toMatchObject({ seq })
      expect(parent).toMatchObject({ name: 'busy', seq, hash: branch.writer.head().hash.toString('hex') })
      expect(readParent(branch.db)).toEqual(parent)
      branch.close()
      bench.close()
    }),
    { numRuns: 25 },
  )
})

test('given a number inside one command, the branch is refused with the nearest places', () => {
  const bench = openBusyBench()
  const [first, last] = bench.db
    .prepare('SELECT first_seq, last_seq FROM commands WHERE last_seq > first_seq')
    .raw()
    .get() as [number, number]
  const target = branchPath()
  expect(
    answer(() => makeBranch({ path: bench.path, seq: first, target: fresh(target), moment: '' })),
  ).toMatchObject({
    ok: false,
    error: { code: 'inside_command', details: { before: first - 1, after: last } },
  })
  expect(readdirSync(dirname(target))).toEqual([])
})

test('given a number past the head, a taken name or a cancel, nothing is left behind', () => {
  const bench = openBusyBench()
  const head = bench.writer.head().seq
  const target = branchPath()
  const make = (seq: number, watch = unwatched) =>
    answer(() => makeBranch({ path: bench.path, seq, target: fresh(target), moment: '' }, watch))
  expect(make(head + 1)).toMatchObject({ ok: false, error: { code: 'no_such_moment' } })
  expect(existsSync(target)).toBe(false)
  expect(make(head)).toMatchObject({ ok: true })
  expect(make(head)).toMatchObject({ ok: false, error: { code: 'file_exists' } })
  expect(readdirSync(dirname(target))).toEqual(['branch.claimtrail'])
})

test('given an event altered in the parent, no branch is made of it', () => {
  const bench = openBench()
  bench.db.exec('DROP TRIGGER log_no_update')
  bench.db.exec(`UPDATE log SET payload = replace(payload, 'Ben', 'Bob') WHERE seq = 2`)
  const target = branchPath()
  const made = answer(() => makeBranch({ path: bench.path, seq: 2, target: fresh(target), moment: '' }))
  expect(made).toMatchObject({ ok: false, error: { code: 'damaged' } })
  expect(existsSync(target)).toBe(false)
})

test('the parent is written once, never changed, and checked against the chain', () => {
  const bench = openBusyBench()
  const seq = wholeSteps(bench).at(-3)!
  const target = branchPath()
  makeBranch({ path: bench.path, seq, target: fresh(target), moment: 'as briefed' })
  const branch = reopen(target)
  branch.must('tag.create', { id: 'new', name: 'new', colour: 'green' })
  expect(() => branch.db.exec(`UPDATE parent SET name = 'another'`)).toThrow('append-only')
  expect(() => branch.db.exec('DELETE FROM parent')).toThrow('append-only')
  const row = `INSERT INTO parent VALUES (1, 'x', ${seq + 1}, zeroblob(32), '')`
  expect(() => branch.db.exec(row)).toThrow('a branch begins')
  expect(() => bench.db.exec(row)).toThrow('a branch begins')
  expect(verify(branch.db).findings).toEqual([])
  branch.db.exec('DROP TRIGGER parent_no_update')
  branch.db.exec('UPDATE parent SET seq = seq - 1')
  expect(verify(branch.db).findings.map(({ code }) => code)).toContain('parent_mismatch')
})

test('given a branch of a branch, its parent is the branch', () => {
  const bench = openBusyBench()
  const first = branchPath()
  makeBranch({ path: bench.path, seq: 2, target: fresh(first), moment: '' })
  const branch = reopen(first)
  branch.must('tag.create', { id: 'new', name: 'new', colour: 'green' })
  const second = branchPath()
  makeBranch({ path: first, seq: 3, target: fresh(second), moment: '' })
  const grandchild = reopen(second)
  expect(readParent(grandchild.db)).toMatchObject({ name: 'branch', seq: 3 })
  expect(verify(grandchild.db).findings).toEqual([])
})

test('given event 0, the branch is an empty workspace that knows its parent', () => {
  const bench = openBusyBench()
  const target = branchPath()
  makeBranch({ path: bench.path, seq: 0, target: fresh(target), moment: '' })
  const branch = reopen(target)
  expect(branch.writer.head().seq).toBe(0)
  expect(readParent(branch.db)).toMatchObject({ seq: 0, hash: '0'.repeat(64) })
  expect(verify(branch.db).findings).toEqual([])
})

/** The numbers at which no command is cut. */
function wholeSteps({ db }: Bench): number[] {
  return [0, ...(db.prepare('SELECT last_seq FROM commands ORDER BY 1').pluck().all() as number[])]
}

function hashes({ db }: Bench, to: number): unknown[] {
  return db.prepare('SELECT hex(hash) FROM log WHERE seq <= ? ORDER BY seq').pluck().all(to)
}

function branchPath(): string {
  return join(temporaryFolder(), 'branch.claimtrail')
}
