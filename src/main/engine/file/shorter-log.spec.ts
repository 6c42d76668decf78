import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openForWriting } from '../log/database.ts'
import { answer } from '../problems.ts'
import { rebuild } from '../tables/rebuild.ts'
import { verify } from '../verify/verify.ts'
import { openBench, reopen } from '../workspace.fixture.ts'
import { listBackups } from './backup.ts'
import { openWorkspace, withReader } from './open.ts'

/** A workspace of twelve tags, renamed twice: its last ten commands enter no row. Closed. */
function longer(): { path: string; head: number } {
  const bench = openBench()
  for (let at = 0; at < 12; at += 1)
    bench.must('tag.create', { id: `t${at}`, name: `tag ${at}`, colour: 'blue' })
  for (let at = 0; at < 10; at += 1) bench.must('tag.change', { id: 't1', set: { description: `${at}` } })
  const head = bench.writer.head().seq
  bench.close()
  return { path: bench.path, head }
}

/** Works behind dropped triggers, which are put back, so that only the content tells. */
function alter(path: string, sql: string): void {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const trigger of triggers) db.exec(trigger.sql)
  db.close()
}

function cut(path: string, to: number): void {
  alter(path, `DELETE FROM log WHERE seq > ${to}; DELETE FROM commands WHERE last_seq > ${to}`)
}

const shape = 'UPDATE fold_state SET shape'
test.each([
  ['the last ten commands with their events', (head: number) => ({ to: head - 10, sql: '' }), 10],
  [
    'them, and the tables say that an older program made them',
    (head: number) => ({ to: head - 10, sql: `${shape} = 'old'` }),
    10,
  ],
  [
    'the commands that made rows, and the count of applied events is altered to match',
    (head: number) => ({ to: head - 14, sql: `UPDATE fold_state SET applied_seq = ${head - 14}` }),
    4,
  ],
  [
    'nothing, and the count of applied events is far ahead',
    (head: number) => ({ to: head, sql: 'UPDATE fold_state SET applied_seq = 9000' }),
    8976,
  ],
])(
  'given a log that has lost %s, opening tells it, writes nothing and keeps the witness',
  (_, make, gone) => {
    const { path, head } = longer()
    const { to, sql } = make(head)
    cut(path, to)
    if (sql) alter(path, sql)
    const before = readFileSync(path)
    for (let times = 0; times < 2; times += 1) {
      const again = answer(() => openWorkspace(path))
      const problem = again.ok ? again.value.readOnly : again.error
      expect(problem?.code).toMatch(/damaged|needs_update/)
      expect(problem?.message).toContain(`events ${to + 1} to ${to + gone} are gone from the end of its log`)
      if (again.ok) again.value.close()
    }
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(withReader(path, verify).findings.map(({ code }) => code)).toContain('tables_ahead')
    expect(listBackups(path)).toEqual([])
  },
)

test('given a shorter log, a rebuild is refused; one that says that it is meant makes a backup first', () => {
  const { path, head } = longer()
  cut(path, head - 10)
  const db = openForWriting(path)
  expect(answer(() => rebuild(db))).toMatchObject({ ok: false, error: { code: 'damaged' } })
  db.close()
  const accepted = openWorkspace(path, { acceptShorterLog: true })
  expect(accepted.readOnly).toBeNull()
  expect(verify(accepted.db).findings).toEqual([])
  accepted.close()
  const [backup, ...more] = listBackups(path)
  expect(more).toEqual([])
  const witness = new Database(backup!.path)
  expect(witness.prepare('SELECT applied_seq FROM fold_state').pluck().get()).toBe(head)
  expect(witness.prepare("SELECT description FROM tags WHERE id = 't1'").pluck().get()).toBe('9')
  witness.close()
})

test('given a shorter log and a head that is known of the longer one, what the tables still show is told first', () => {
  const { path, head } = longer()
  cut(path, head - 10)
  const known = { seq: head, hash: 'a'.repeat(64), first: 'b'.repeat(64) }
  const opened = openWorkspace(path, { known })
  opened.close()
  expect(opened.readOnly?.code).toBe('damaged')
})

test('given tables behind the log, they are brought up as ever', () => {
  const { path } = longer()
  alter(path, "UPDATE fold_state SET applied_seq = 3; DELETE FROM tags WHERE id = 't9'")
  const again = reopen(path)
  expect(again.readOnly).toBeNull()
  expect(verify(again.db).findings).toEqual([])
})

test('given commands whose events are gone, opening says which', () => {
  const { path, head } = longer()
  alter(path, `DELETE FROM log WHERE seq > ${head - 2}`)
  expect(openedProblem(path)).toContain(
    `events ${head - 1} to ${head} are gone from the end of its log. Their commands`,
  )
})

function openedProblem(path: string): string | undefined {
  const opened = openWorkspace(path)
  opened.close()
  return opened.readOnly?.message
}
