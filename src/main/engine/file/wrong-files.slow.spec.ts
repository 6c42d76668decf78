import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { answer } from '../problems.ts'
import { verify } from '../verify/verify.ts'
import { openBench, temporaryFolder } from '../workspace.fixture.ts'
import { alter } from './alter.fixture.ts'
import { bytesIn } from './folder-bytes.fixture.ts'
import { openWorkspace, withReader } from './open.ts'

/** The same numbers in every run, from 0 up to and without `below`. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * below)
  }
}

/** Codes that a person can act on. */
const known =
  /^(?:damaged|not_a_workspace|newer_version|unknown_event|left_behind|read_only|needs_update|too_large)$/

/** One statement each that a stranger could run; objects by name, taken at random. */
const strange = [
  'DROP TABLE "X"',
  'DROP INDEX "X"',
  'DROP TRIGGER "X"',
  'ALTER TABLE "X" RENAME TO moved',
  'CREATE VIEW moved AS SELECT * FROM "X"',
  'CREATE INDEX more ON "X" (1)',
  'CREATE TABLE more AS SELECT * FROM "X"',
  'CREATE TRIGGER spy BEFORE INSERT ON "X" BEGIN SELECT RAISE(ABORT, \'no\'); END',
  'DELETE FROM "X"',
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'X'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'X'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'view' WHERE name = 'X'",
]

function lookAt(path: string): void {
  const before = bytesIn(dirname(path))
  const opened = answer(() => openWorkspace(path))
  const problem = opened.ok ? opened.value.readOnly : opened.error
  if (opened.ok) opened.value.close()
  if (problem) {
    expect(problem.code).toMatch(known)
    const after = Object.entries(bytesIn(dirname(path))).filter(([name]) => !name.endsWith('-lock'))
    expect(Object.fromEntries(after)).toEqual(before)
  }
  const checked = answer(() => withReader(path, (db) => verify(db)))
  if (!checked.ok) expect(checked.error.code).toMatch(known)
}

test('given 300 headers with noise in them, and files that end early, each is opened, or refused by a known code', () => {
  const bench = openBench()
  bench.must('tag.create', { id: 't1', name: 'force size', colour: 'blue' })
  bench.close()
  const whole = readFileSync(bench.path)
  const random = randomNumbers(1)
  for (let at = 0; at < 300; at += 1) {
    const path = join(temporaryFolder(), 'w.claimtrail')
    const bytes = Buffer.from(whole)
    for (let times = 0; times <= random(3); times += 1) bytes[random(at % 3 === 0 ? 4096 : 100)] = random(256)
    writeFileSync(path, bytes)
    if (at % 5 === 0) truncateSync(path, random(whole.length))
    lookAt(path)
    rmSync(dirname(path), { recursive: true })
  }
})

test('given 300 schemas that a stranger altered, each is opened, or refused by a known code', () => {
  const bench = openBench()
  bench.must('tag.create', { id: 't1', name: 'force size', colour: 'blue' })
  const names = bench.db
    .prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'")
    .pluck()
    .all() as string[]
  bench.close()
  const random = randomNumbers(2)
  for (let at = 0; at < 300; at += 1) {
    const path = join(temporaryFolder(), 'w.claimtrail')
    copyFileSync(bench.path, path)
    const sql = strange[at % strange.length]!.replaceAll('X', names[random(names.length)]!)
    // What SQLite itself refuses leaves the file as it was.
    answer(() => alter(path, sql))
    lookAt(path)
    rmSync(dirname(path), { recursive: true })
  }
})
