import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { fresh } from '../../targets/targets.fixture.ts'
import { openForReading, openForWriting } from '../log/database.ts'
import { answer } from '../problems.ts'
import { permanentSchema, projectionSchema } from '../tables/schema.ts'
import { verify } from '../verify/verify.ts'
import { openBench, reopen, temporaryFolder } from '../workspace.fixture.ts'
import { backupBeside, listBackups } from './backup.ts'
import { createWorkspace } from './create.ts'
import { openReader, openWorkspace, withReader } from './open.ts'

const tag = { id: 't1', name: 'force size', colour: 'blue' }

test('given an opened workspace, every pragma that promises safety is set, also after a reopening', () => {
  const bench = openBench()
  bench.close()
  for (const db of [openForWriting(bench.path), openForWriting(bench.path)]) {
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('recursive_triggers')).toBe(1)
    db.close()
  }
})

test('given a new workspace, its schema is stored exactly as it is declared', () => {
  const bench = openBench()
  for (const { name, sql } of [...permanentSchema, ...projectionSchema]) {
    expect(bench.db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name)).toBe(sql)
  }
})

test('given a name that is taken, creating refuses and leaves the file', () => {
  const path = join(temporaryFolder(), 'w.claimtrail')
  writeFileSync(path, 'mine')
  expect(answer(() => createWorkspace(fresh(path)))).toMatchObject({
    ok: false,
    error: { code: 'file_exists' },
  })
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

test.each([
  ['text', 'no_workspace.claimtrail', Buffer.from('Just some text. '.repeat(20))],
  ['an empty file', 'empty.claimtrail', Buffer.alloc(0)],
  ['a SQLite file of another program', 'other.claimtrail', otherDatabase()],
])('given %s, opening refuses and leaves every byte', (_, name, bytes) => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  expect(answer(() => openWorkspace(path))).toMatchObject({ ok: false, error: { code: 'not_a_workspace' } })
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(existsSync(`${path}-lock`)).toBe(false)
})

test('given a folder or nothing at the path, opening says so', () => {
  const folder = temporaryFolder()
  expect(answer(() => openWorkspace(folder))).toMatchObject({ ok: false, error: { code: 'not_a_workspace' } })
  expect(answer(() => openWorkspace(join(folder, 'gone.claimtrail')))).toMatchObject({
    ok: false,
    error: { code: 'file_missing' },
  })
})

test('given a workspace of a newer version, opening refuses and leaves it unharmed', () => {
  const bench = openBench()
  bench.db.pragma('user_version = 99')
  bench.close()
  const before = readFileSync(bench.path)
  expect(answer(() => openWorkspace(bench.path))).toMatchObject({
    ok: false,
    error: { code: 'newer_version' },
  })
  expect(answer(() => withReader(bench.path, (db) => verify(db)))).toMatchObject({
    ok: false,
    error: { code: 'newer_version' },
  })
  expect(readFileSync(bench.path).equals(before)).toBe(true)
})

test('given a second opener, it reads, cannot write, and the first goes on', () => {
  const bench = openBench()
  const second = reopen(bench.path)
  expect(second.readOnly?.code).toBe('opened_elsewhere')
  expect(second.run('tag.create', tag)).toMatchObject({ ok: false, error: { code: 'read_only' } })
  bench.must('tag.create', tag)
  second.writer.refresh()
  expect(second.writer.tables.tags.get('t1')?.name).toBe('force size')
  bench.close()
  second.close()
  expect(reopen(bench.path).readOnly).toBeNull()
})

test('given a reader’s connection, SQLite itself refuses to write', () => {
  const bench = openBench()
  const reader = openReader(bench.path)
  expect(() => reader.exec("INSERT INTO view_state VALUES ('a', 'b', 'c')")).toThrow(/readonly/)
  expect(reader.readonly).toBe(true)
  reader.close()
})

test('given projections that are behind the log, opening brings them up', () => {
  const bench = openBench()
  bench.must('tag.create', tag)
  const dump = bench.dump()
  bench.db.exec('DELETE FROM tags; UPDATE fold_state SET applied_seq = 2')
  bench.close()
  expect(reopen(bench.path).dump()).toEqual(dump)
})

test.each([
  ['an index of the tables', 'DROP INDEX claims_by_topicId'],
  ['a table', 'DROP TABLE relations'],
  ['a search index', 'DROP TABLE search_claims'],
])('given that %s is gone, opening makes the tables anew from the log', (_, sql) => {
  const bench = openBench()
  bench.must('tag.create', tag)
  bench.db.exec(sql)
  bench.close()
  const again = reopen(bench.path)
  expect(again.readOnly).toBeNull()
  expect(again.writer.tables.tags.get('t1')?.name).toBe('force size')
  expect(verify(again.db).findings).toEqual([])
})

test('given projections of another program version, opening makes them anew', () => {
  const bench = openBench()
  bench.must('tag.create', tag)
  const dump = bench.dump()
  bench.db.exec("DROP TABLE tags; CREATE TABLE tags (old TEXT); UPDATE fold_state SET shape = 'older'")
  bench.close()
  const again = reopen(bench.path)
  expect(again.readOnly).toBeNull()
  expect(again.dump()).toEqual(dump)
})

test('given a damaged log, opening reads only, says what is wrong and names the latest backup', () => {
  const bench = openBench()
  bench.must('tag.create', tag)
  const { path } = backupBeside(bench.db, bench.path)
  bench.db.exec('DROP TRIGGER log_no_update; UPDATE log SET author = 1 WHERE seq = 3')
  bench.close()
  const damaged = reopen(bench.path)
  expect(damaged.readOnly).toMatchObject({
    code: 'damaged',
    message: expect.stringContaining('“log_no_update” is missing'),
    details: { backup: listBackups(bench.path)[0]!.name },
  })
  expect(damaged.writer.tables.tags.get('t1')?.name).toBe('force size')
  expect(listBackups(bench.path)[0]!.path).toBe(path)
})

test('given a file cut short, opening does not crash: it reads what SQLite can, or refuses as damaged', () => {
  const bench = openBench()
  bench.must('tag.create', tag)
  bench.close()
  truncateSync(bench.path, 8192)
  const opened = answer(() => openWorkspace(bench.path))
  expect(opened).toMatchObject({ ok: false, error: { code: 'damaged', details: { backup: null } } })
})

test('given a file and folder that cannot be written, opening reads only', () => {
  const bench = openBench()
  bench.close()
  for (const suffix of ['-lock', '-wal', '-shm']) rmSync(`${bench.path}${suffix}`, { force: true })
  // Root may write anywhere, so the lock's name is taken by a folder: SQLite then cannot make its file.
  mkdirSync(`${bench.path}-lock`)
  chmodSync(bench.path, 0o444)
  const opened = reopen(bench.path)
  expect(opened.readOnly?.code).toBe('read_only')
  expect(opened.writer.tables.analysts.count()).toBe(2)
})

test('given a reader of a backup without a write-ahead log, it opens', () => {
  const bench = openBench()
  const { path } = backupBeside(bench.db, bench.path)
  const db = openForReading(path)
  onTestFinished(() => {
    db.close()
  })
  expect(db.prepare('SELECT count(*) FROM log').pluck().get()).toBe(2)
})

test('given a backup, it is a whole workspace that can be opened and written', () => {
  const bench = openBench()
  bench.must('tag.create', tag)
  const { path } = backupBeside(bench.db, bench.path)
  const copy = join(temporaryFolder(), 'copy.claimtrail')
  copyFileSync(path, copy)
  const opened = reopen(copy)
  expect(opened.readOnly).toBeNull()
  expect(opened.dump()).toEqual(bench.dump())
  expect(opened.run('history.undo', {}).ok).toBe(true)
})

function otherDatabase(): Buffer {
  const db = new Database(':memory:')
  db.exec('CREATE TABLE t (a)')
  const bytes = db.serialize()
  db.close()
  return bytes
}
