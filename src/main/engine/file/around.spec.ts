import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answer } from '../problems.ts'
import { verify } from '../verify/verify.ts'
import { openBench, reopen, temporaryFolder } from '../workspace.fixture.ts'
import { alter, overwrite } from './alter.fixture.ts'
import { bytesIn } from './folder-bytes.fixture.ts'
import { openToLook, openWorkspace, withReader } from './open.ts'

/** A workspace with a tag in it, closed. */
function workspace(): string {
  const bench = openBench()
  bench.must('tag.create', { id: 't1', name: 'force size', colour: 'blue' })
  bench.close()
  return bench.path
}

describe('given something strange where SQLite keeps its files, the workspace is read, says so, and nothing is changed', () => {
  test.each<[string, string, (path: string) => void]>([
    ['a folder as its write-ahead log', '-wal', (path) => mkdirSync(path)],
    ['a pipe as its write-ahead log', '-wal', (path) => execFileSync('mkfifo', [path])],
    ['a link as its write-ahead log', '-wal', (path) => symlinkSync('/nowhere', path)],
    ['a folder as its index', '-shm', (path) => mkdirSync(path)],
    ['a link as its index', '-shm', (path) => symlinkSync('/nowhere', path)],
  ])('%s', (_, ending, make) => {
    const path = workspace()
    make(path + ending)
    const before = bytesIn(dirname(path))
    for (let times = 0; times < 2; times += 1) {
      const opened = reopen(path)
      expect(opened.readOnly).toMatchObject({
        code: 'read_only',
        message: expect.stringContaining(`“bench.claimtrail${ending}”`),
      })
      expect(opened.writer.tables.tags.get('t1')?.name).toBe('force size')
      opened.close()
    }
    openToLook(path).close()
    expect(withReader(path, verify).findings).toEqual([])
    expect(bytesIn(dirname(path))).toEqual(before)
  })
})

test('given a name that ends with a blank, it is read and says so, and nothing is made under another name', () => {
  const path = workspace()
  renameSync(path, `${path} `)
  rmSync(`${path}-lock`)
  const before = bytesIn(dirname(path))
  const opened = reopen(`${path} `)
  expect(opened.readOnly?.message).toContain('ends with a blank')
  expect(opened.writer.tables.tags.get('t1')?.name).toBe('force size')
  opened.close()
  expect(bytesIn(dirname(path))).toEqual(before)
})

describe('given an older copy of a file under the work that was left of it', () => {
  /** The log of what follows fits the older copy page by page, while the rows that changed between them do not. */
  function mixed(): string {
    const bench = openBench()
    bench.must('topic.open', { id: 'q1', question: 'How many?' })
    for (let at = 1; at <= 30; at += 1)
      bench.must('tag.create', { id: `t${at}`, name: `tag ${at}`, colour: 'blue' })
    bench.db.pragma('wal_checkpoint(TRUNCATE)')
    const path = join(temporaryFolder(), 'w.claimtrail')
    copyFileSync(bench.path, path)
    bench.must('topic.change', { id: 'q1', set: { question: 'How many are there?' } })
    bench.db.pragma('wal_checkpoint(TRUNCATE)')
    bench.must('tag.create', { id: 'last', name: 'last', colour: 'blue' })
    copyFileSync(`${bench.path}-wal`, `${path}-wal`)
    return path
  }

  test('what opens for writing is whole: its rows are as its events say', () => {
    const opened = reopen(mixed())
    expect(opened.readOnly).toBeNull()
    expect(opened.writer.tables.topics.get('q1')?.question).toBe('How many are there?')
    expect(verify(opened.db).findings).toEqual([])
  })

  test('what is only looked at is whole too', () => {
    const path = mixed()
    const before = bytesIn(dirname(path))
    const { db, close } = openToLook(path)
    expect(db.prepare('SELECT question FROM topics').pluck().get()).toBe('How many are there?')
    close()
    expect(bytesIn(dirname(path))).toEqual(before)
  })
})

test('given a page size that there is not, it is damage and no other kind of file', () => {
  const path = workspace()
  overwrite(path, 16, Buffer.from([0x00, 0x07]))
  const ways: (() => unknown)[] = [
    () => openWorkspace(path),
    () => openToLook(path),
    () => withReader(path, verify),
  ]
  for (const way of ways) {
    expect(answer(way)).toMatchObject({ ok: false, error: { code: 'damaged' } })
  }
})

test.each([
  ['an inner table of a search index gone', 'DROP TABLE search_annotations_idx'],
  ['a foreign table', 'CREATE TABLE notes (words)'],
  ['a foreign index on a table that follows from the log', 'CREATE INDEX more ON claims (note)'],
  [
    'an inner table of a search index altered',
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'k PRIMARY', 'k  PRIMARY') WHERE name = 'search_claims_config'; PRAGMA writable_schema = RESET",
  ],
])('given %s, the check ends and finds it', (_, sql) => {
  const path = workspace()
  alter(path, sql)
  expect(withReader(path, verify).findings.map(({ code }) => code)).toContain('schema_altered')
})
