import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openWorkspace, withReader } from './file/open.ts'
import { answer } from './problems.ts'
import { openBusyBench } from './random-work.fixture.ts'
import { verify } from './verify/verify.ts'
import { openBench, reopen, temporaryFolder } from './workspace.fixture.ts'

/** A stranger's connection: no pragma of ours, so recursive triggers may be off. */
function stranger(path: string, recursive = false): Database.Database {
  const db = new Database(path)
  db.pragma(`recursive_triggers = ${recursive ? 'ON' : 'OFF'}`)
  return db
}

const copyOf = (columns: string, from: string) => `SELECT ${columns} FROM ${from}`
const logWithout = (column: string) =>
  'seq, event_id, stream, type, version, at, author, command_id, command_hash, payload, prev_hash, hash'
    .split(', ')
    .filter((name) => name !== column)
    .join(', ')

test.each([
  ['UPDATE of the log', "UPDATE log SET payload = '{}' WHERE seq = 5"],
  ['DELETE from the log', 'DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)'],
  ['REPLACE in the log', `INSERT OR REPLACE INTO log ${copyOf('*', 'log WHERE seq = 5')}`],
  [
    'INSERT of an event out of sequence',
    `INSERT INTO log (seq, ${logWithout('seq')}) ${copyOf(`seq + 1000, ${logWithout('seq')}`, 'log WHERE seq = 5')}`,
  ],
  [
    'INSERT of an event with another previous hash',
    `INSERT INTO log (seq, ${logWithout('seq')}) ${copyOf(`(SELECT max(seq) + 1 FROM log), ${logWithout('seq')}`, 'log WHERE seq = 5')}`,
  ],
  ['UPDATE of a command', "UPDATE commands SET label = 'x' WHERE first_seq = 5"],
  ['DELETE of a command', 'DELETE FROM commands WHERE first_seq = 5'],
  ['REPLACE of a command', `INSERT OR REPLACE INTO commands ${copyOf('*', 'commands WHERE first_seq = 5')}`],
  ['UPDATE of a text', "UPDATE texts SET text = 'x'"],
  ['DELETE of a text', 'DELETE FROM texts'],
  [
    'REPLACE of a text by its hash',
    "INSERT OR REPLACE INTO texts SELECT n + 100, hash, 'x' FROM texts LIMIT 1",
  ],
  [
    'REPLACE of a text by its number',
    "INSERT OR REPLACE INTO texts SELECT n, 'other', 'x' FROM texts LIMIT 1",
  ],
])('given a %s, the file itself refuses, with and without recursive triggers', (_, sql) => {
  const bench = openBusyBench()
  for (const recursive of [false, true]) {
    const db = stranger(bench.path, recursive)
    expect(() => db.exec(sql)).toThrow(/append-only|must follow|UNIQUE/)
    db.close()
  }
  expect(verify(bench.db).findings).toEqual([])
})

test.each([
  [
    'the log’s payload',
    'log',
    "UPDATE log SET payload = replace(payload, 'One', 'Two') WHERE seq = 3",
    'event_altered',
  ],
  ['the log’s author', 'log', "UPDATE log SET author = 'ben' WHERE seq = 5", 'event_altered'],
  ['the log’s time', 'log', "UPDATE log SET at = '2030-01-01T00:00:00.000Z' WHERE seq = 5", 'event_altered'],
  ['the log’s event id', 'log', "UPDATE log SET event_id = 'x' WHERE seq = 5", 'event_altered'],
  ['the last event', 'log', 'DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)', 'event_missing'],
  ['an event in the middle', 'log', 'DELETE FROM log WHERE seq = 5', 'event_missing'],
  [
    'a command’s arguments',
    'commands',
    "UPDATE commands SET args = '{}' WHERE first_seq = 5",
    'command_altered',
  ],
  ['a command', 'commands', 'DELETE FROM commands WHERE first_seq = 5', 'command_missing'],
  ['a text', 'texts', "UPDATE texts SET text = text || '!'", 'text_altered'],
  ['all texts', 'texts', 'DELETE FROM texts', 'text_missing'],
])('given %s changed behind dropped triggers, the check finds it', (_, table, sql, code) => {
  const bench = openBusyBench()
  const db = stranger(bench.path)
  const triggers = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")
    .all(table) as { name: string; sql: string }[]
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  // The triggers are put back, so that only the content tells.
  for (const trigger of triggers) db.exec(trigger.sql)
  db.close()
  expect(verify(bench.db).findings.map((finding) => finding.code)).toContain(code)
})

test.each([
  ['a claim’s figure', "UPDATE claims SET high = 9000, qualifier = 'up to'", 'row_different'],
  ['a tag’s name', "UPDATE tags SET name = 'x' WHERE id = 't1'", 'row_different'],
  ['a row’s number', 'UPDATE topics SET n = n + 1000', 'row_different'],
  ['a missing brief', 'DELETE FROM briefs', 'row_missing'],
  ['a foreign topic', "INSERT INTO topics VALUES (999, 'x', 'x', '', 0, NULL)", 'row_foreign'],
  ['a missing link', 'DELETE FROM claims_evidence', 'links_different'],
  [
    'a search index without a row',
    'DELETE FROM search_claims WHERE rowid = (SELECT min(n) FROM claims)',
    'search_different',
  ],
  ['a wrong count of applied events', 'UPDATE fold_state SET applied_seq = 3', 'tables_behind'],
  [
    'an altered trigger',
    'DROP TRIGGER log_no_delete; CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT 1; END',
    'schema_altered',
  ],
  ['a dropped trigger', 'DROP TRIGGER texts_no_update', 'schema_altered'],
  ['a dropped table', 'DROP TABLE relations', 'schema_altered'],
  ['a dropped search index', 'DROP TABLE search_claims', 'schema_altered'],
  ['a broken search index', 'DELETE FROM search_claims_config', 'check_unfinished'],
  ['a search index whose words cannot be looked up', 'DELETE FROM search_claims_idx', 'search_different'],
  [
    'a search index that leads past a word',
    "UPDATE search_articles_idx SET term = CAST('0zz' AS BLOB)",
    'search_different',
  ],
  [
    'a search index that ranks otherwise',
    "INSERT INTO search_claims_config VALUES ('rank', 'bm25(0.0)')",
    'search_different',
  ],
  [
    'a text that nobody imported',
    "INSERT INTO texts SELECT max(n) + 1, 'ff' || hex(randomblob(31)), 'x' FROM texts",
    'text_foreign',
  ],
  [
    'an event that no command makes',
    "DROP TRIGGER log_no_update; UPDATE log SET payload = '{}' WHERE type = 'claim.made'",
    'event_altered',
  ],
  ['a foreign trigger', 'CREATE TRIGGER spy AFTER INSERT ON claims BEGIN SELECT 1; END', 'schema_altered'],
])('given %s, the check finds it', (_, sql, code) => {
  const bench = openBusyBench()
  const db = stranger(bench.path)
  db.pragma('foreign_keys = OFF')
  // Lets it into the tables inside a search index.
  db.unsafeMode(true)
  db.exec(sql)
  db.close()
  expect(verify(bench.db).findings.map((finding) => finding.code)).toContain(code)
})

function smallWorkspace(): Buffer {
  const bench = openBench()
  bench.must('article.import', {
    articles: [{ id: 'a1', title: 'One', text: 'Up to 8,000 soldiers are there.' }],
  })
  bench.must('claim.make', {
    id: 'c1',
    statement: 'Up to 8,000',
    spans: [{ id: 'n1', articleId: 'a1', start: 0, end: 11 }],
  })
  bench.close()
  return readFileSync(bench.path)
}

test('given one flipped byte inside any stored row of the log, commands or texts, it does not go unseen', () => {
  const bytes = smallWorkspace()
  const path = join(temporaryFolder(), 'flipped.claimtrail')
  // Every place where the words of a payload, an argument or a text are stored.
  const places = [
    ...placesOf(bytes, 'Up to 8,000'),
    ...placesOf(bytes, 'article.imported'),
    ...placesOf(bytes, 'claim.make'),
  ]
  expect(places.length).toBeGreaterThan(6)
  for (const place of places) {
    const flipped = Buffer.from(bytes)
    flipped[place] = flipped[place]! ^ 1
    writeFileSync(path, flipped)
    const opened = answer(() => openWorkspace(path))
    if (!opened.ok) {
      expect(opened.error.code).toBe('damaged')
      continue
    }
    opened.value.close()
    const report = answer(() => withReader(path, verify))
    expect(report.ok && report.value.ok).toBe(false)
  }
})

test('given an altered event far from the end, opening is quick and says nothing, and the check names the event', () => {
  const bench = openBusyBench()
  for (let step = 0; step < 250; step += 1) {
    bench.must('tag.change', { id: 't1', set: { description: `step ${step}` } })
  }
  const db = stranger(bench.path)
  const trigger = db
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'log_no_update'")
    .pluck()
    .get() as string
  db.exec(`DROP TRIGGER log_no_update; UPDATE log SET author = 'ben' WHERE seq = 4; ${trigger}`)
  db.close()
  bench.close()
  const again = reopen(bench.path)
  expect(again.readOnly).toBeNull()
  expect(verify(again.db).findings).toContainEqual(expect.objectContaining({ code: 'event_altered', seq: 4 }))
})

function placesOf(haystack: Buffer, words: string): number[] {
  const places: number[] = []
  for (let at = haystack.indexOf(words); at >= 0; at = haystack.indexOf(words, at + 1)) places.push(at + 2)
  return places
}
