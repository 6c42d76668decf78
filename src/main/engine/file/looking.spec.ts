import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { fresh } from '../../targets/targets.fixture.ts'
import { readHead } from '../log/log.ts'
import { answer } from '../problems.ts'
import { openFolded, openSnapshot } from '../reading/snapshot.ts'
import { applicationId } from '../tables/schema.ts'
import { verify } from '../verify/verify.ts'
import { type Bench, openBench, reopen, temporaryFolder } from '../workspace.fixture.ts'
import { listBackups } from './backup.ts'
import { openReader, openToLook, openWorkspace, withReader } from './open.ts'
import { recover } from './recover.ts'

const tag = (number: number) => ({ id: `t${number}`, name: `tag ${number}`, colour: 'blue' })

/* Reading */

test('given a workspace that nobody has open, then looking, checking and exporting change nothing in its folder', () => {
  const path = closed((bench) => bench.must('tag.create', tag(1)))
  const before = folderOf(path)
  const looked = openToLook(path)
  expect(looked.db.prepare('SELECT count(*) FROM tags').pluck().get()).toBe(1)
  looked.close()
  openReader(path).close()
  expect(withReader(path, verify).findings).toEqual([])
  openSnapshot(path).close()
  openFolded(path, 2).close()
  expect(folderOf(path)).toEqual(before)
})

test('given a program that was killed, then looking shows all it had acknowledged and touches nothing', () => {
  const path = killed()
  const before = folderOf(path)
  expect(existsSync(`${path}-wal`)).toBe(true)
  const looked = openToLook(path)
  expect(readHead(looked.db).seq).toBe(4)
  looked.close()
  expect(folderOf(path)).toEqual(before)
  expect(reopen(path).writer.head().seq).toBe(4)
})

test('given tables that are behind the log, then looking brings a copy up and leaves the file', () => {
  const path = closed((bench) => {
    bench.must('tag.create', tag(1))
    bench.db.exec('DELETE FROM tags; UPDATE fold_state SET applied_seq = 2')
  })
  const before = folderOf(path)
  const snapshot = openSnapshot(path)
  expect(snapshot.tables.tags.count()).toBe(1)
  snapshot.close()
  expect(folderOf(path)).toEqual(before)
})

test('given a workspace that is open, then a reader sees what is written beside it', () => {
  const bench = openBench()
  const reader = openReader(bench.path)
  bench.must('tag.create', tag(1))
  expect(readHead(reader).seq).toBe(3)
  reader.close()
  expect(bench.run('tag.create', tag(2)).ok).toBe(true)
})

test('given a medium that allows no writing, then it opens to be read, wholly', () => {
  const path = closed((bench) => bench.must('tag.create', tag(1)))
  const script = `
    const { openWorkspace } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)})
    const { db, readOnly } = openWorkspace(${JSON.stringify(path)})
    console.log(readOnly.code, db.prepare('SELECT count(*) FROM tags').pluck().get())`
  const folder = dirname(path)
  const readOnly =
    process.getuid?.() === 0
      ? `mount --bind "${folder}" "${folder}" && mount -o remount,ro,bind "${folder}" && exec "$0" --input-type=module -e "$1"`
      : `chmod 500 "${folder}"; "$0" --input-type=module -e "$1"; chmod 700 "${folder}"`
  // Rights do not bind root: there the folder is mounted so that nobody writes, in a name space of its own.
  const [program, first] = process.getuid?.() === 0 ? ['unshare', ['-m', 'sh']] : ['sh', []]
  const run = spawnSync(
    program as string,
    [...(first as string[]), '-c', readOnly, process.execPath, script],
    {
      encoding: 'utf8',
    },
  )
  expect(run.stderr).not.toMatch(/Error/)
  expect(run.stdout.trim()).toBe('read_only 1')
})

/* Names of one file */

test('given a second name of a file, in either order, then it can only be read, and says why', () => {
  const path = closed()
  const second = join(dirname(path), 'second.claimtrail')
  linkSync(path, second)
  for (const name of [path, second]) {
    const opened = openWorkspace(name)
    expect(opened.readOnly).toMatchObject({
      code: 'several_names',
      message: expect.stringContaining('2 names'),
    })
    opened.close()
  }
})

test('given a link to a workspace, then both names have one lock and one write-ahead log', () => {
  const bench = openBench()
  const folder = temporaryFolder()
  const link = join(folder, 'link.claimtrail')
  symlinkSync(bench.path, link)
  expect(reopen(link).readOnly?.code).toBe('opened_elsewhere')
  bench.close()
  const byLink = reopen(link)
  expect(byLink.readOnly).toBeNull()
  byLink.must('tag.create', tag(1))
  expect(readdirSync(folder)).toEqual(['link.claimtrail'])
  expect(reopen(bench.path).readOnly?.code).toBe('opened_elsewhere')
})

/* What lies beside it */

test.each([
  ['noise', (lock: string) => writeFileSync(lock, Buffer.alloc(5000, 7))],
  ['a folder', (lock: string) => mkdirSync(lock)],
  ['a link', (lock: string) => symlinkSync('/dev/null', lock)],
  ['a pipe', (lock: string) => spawnSync('mkfifo', [lock])],
])(
  'given %s under the name of the lock, then the workspace can be read, and one sentence says why',
  (_, lay) => {
    const path = closed()
    const lock = `${path}-lock`
    spawnSync('rm', ['-f', lock])
    lay(lock)
    const opened = reopen(path)
    expect(opened.readOnly).toMatchObject({
      code: 'read_only',
      message: expect.stringContaining('-lock” beside it'),
    })
    expect(opened.writer.tables.analysts.count()).toBe(2)
  },
)

test('given a name that leaves no room for the files beside it, then it can be read and says so', () => {
  const path = join(temporaryFolder(), `${'n'.repeat(239)}.claimtrail`)
  copyFileSync(closed(), path)
  const opened = reopen(path)
  expect(opened.readOnly?.message).toContain('too long')
  expect(opened.writer.tables.analysts.count()).toBe(2)
})

test('given noise under the name of a journal, then nothing is applied or removed', () => {
  const path = closed()
  writeFileSync(`${path}-journal`, Buffer.alloc(600, 9))
  const before = hashes(path)
  expect(reopen(path).readOnly?.code).toBe('foreign_journal')
  expect(hashes(path)).toEqual(before)
})

test('given a pipe, a socket or a device as a workspace, then nothing waits for it', () => {
  const pipe = join(temporaryFolder(), 'pipe.claimtrail')
  spawnSync('mkfifo', [pipe])
  for (const open of [openWorkspace, openReader, openToLook]) {
    expect(answer(() => open(pipe))).toMatchObject({
      ok: false,
      error: { code: 'not_a_workspace', message: expect.stringContaining('a pipe') },
    })
  }
})

/* Latest work of another file */

test('given another copy put in place of a killed program’s file, then its latest work is put aside, not applied', () => {
  const path = killed()
  const other = closed((bench) => {
    for (let number = 1; number <= 30; number += 1) bench.must('tag.create', tag(number))
  })
  renameSync(other, path)
  const opened = reopen(path)
  expect(opened.readOnly).toBeNull()
  expect(opened.writer.head().seq).toBe(32)
  expect(verify(opened.db).findings).toEqual([])
  expect(opened.setAside?.name).toMatch(/^bench\.claimtrail-wal\.left-behind-/)
  expect(existsSync(opened.setAside!.path)).toBe(true)
})

test('given an earlier copy of the very workspace in its place, then work that does not follow is not mixed in', () => {
  const bench = openBench()
  bench.close()
  const early = join(temporaryFolder(), 'early.claimtrail')
  copyFileSync(bench.path, early)
  // Work is folded back into the file, and goes on after that.
  const again = reopen(bench.path)
  for (let number = 1; number <= 200; number += 1) again.must('tag.create', tag(number))
  again.db.pragma('wal_checkpoint(TRUNCATE)')
  again.must('tag.create', tag(201))
  const folder = temporaryFolder()
  const path = join(folder, 'w.claimtrail')
  copyFileSync(early, path)
  copyFileSync(`${bench.path}-wal`, `${path}-wal`)
  const opened = reopen(path)
  expect(opened.writer.head().seq).toBe(2)
  expect(opened.setAside).not.toBeNull()
  expect(verify(opened.db).findings).toEqual([])
})

test('given a file moved away from its latest work, then opening its old name says how to join them, and that joins them', () => {
  const path = killed()
  const moved = join(temporaryFolder(), 'moved.claimtrail')
  renameSync(path, moved)
  expect(answer(() => openWorkspace(path))).toMatchObject({
    ok: false,
    error: { code: 'file_missing', details: { orphan: `${path}-wal` } },
  })
  const joined = join(dirname(moved), 'joined.claimtrail')
  expect(recover(moved, `${path}-wal`, fresh(joined))).toMatchObject({ seq: 4 })
  expect(reopen(joined).writer.head().seq).toBe(4)
  const other = closed((bench) => bench.must('tag.create', tag(9)))
  expect(answer(() => recover(other, `${path}-wal`, fresh(`${joined}2`)))).toMatchObject({
    ok: false,
    error: { code: 'other_work' },
  })
})

/* Files that are wrong */

const wrong: [string, (db: Database.Database) => void][] = [
  ['a format of number 0', (db) => db.pragma('user_version = 0')],
  ['a format below zero', (db) => db.pragma('user_version = -5')],
  ['a column more in the log', (db) => db.exec('ALTER TABLE log ADD COLUMN more TEXT')],
  ['a record table that is a view', (db) => db.exec('DROP TABLE tags; CREATE VIEW tags AS SELECT 1 AS id')],
  ['an index on the log', (db) => db.exec('CREATE UNIQUE INDEX planted ON log (author)')],
  ['a trigger on the log', (db) => db.exec('CREATE TRIGGER planted AFTER INSERT ON log BEGIN SELECT 1; END')],
  ['a log without its table', (db) => db.exec('DROP TABLE log')],
]

test('given our mark and no tables, then it is damaged, and not a byte changes', () => {
  const path = join(temporaryFolder(), 'w.claimtrail')
  const db = new Database(path)
  db.pragma(`application_id = ${applicationId}`)
  db.exec('CREATE TABLE mine (a)')
  db.close()
  const before = hashes(path)
  for (const open of [openWorkspace, openToLook, (file: string) => withReader(file, verify)]) {
    expect(answer(() => open(path))).toMatchObject({ ok: false, error: { code: 'damaged' } })
  }
  expect(hashes(path)).toEqual(before)
})

test.each(wrong)(
  'given %s, then it is damaged, is told so each time, and not a byte changes',
  (_, change) => {
    const path = closed()
    const db = new Database(path)
    change(db)
    db.close()
    const before = hashes(path)
    for (let tries = 0; tries < 3; tries += 1) {
      const opened = answer(() => openWorkspace(path))
      const problem = opened.ok ? opened.value.readOnly : opened.error
      expect(problem?.code).toBe('damaged')
      if (opened.ok) opened.value.close()
      const checked = answer(() => withReader(path, verify))
      expect(checked.ok ? checked.value.findings.length : checked.error.code).not.toBe(0)
      expect(checked).not.toMatchObject({ error: { code: 'internal' } })
    }
    expect(listBackups(path)).toEqual([])
    expect(hashes(path)).toEqual(before)
  },
)

test('given a planted index on a table that follows from the log, then the tables are made anew without it', () => {
  const path = closed()
  const db = new Database(path)
  db.exec('CREATE UNIQUE INDEX planted ON tags (colour)')
  db.close()
  const opened = reopen(path)
  opened.must('tag.create', tag(1))
  opened.must('tag.create', tag(2))
  expect(opened.db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'planted'").pluck().get()).toBe(0)
})

test.each([18, 19, 20, 21, 27, 28, 44, 47, 56, 59, 95])(
  'given another byte %i in the header, then opening never fails inside, and a refusal leaves the file',
  (at) => {
    const path = closed()
    const bytes = readFileSync(path)
    bytes[at] = bytes[at]! ^ 0x5a
    writeFileSync(path, bytes)
    const before = hashes(path)
    const opened = answer(() => openWorkspace(path))
    const problem = opened.ok ? opened.value.readOnly : opened.error
    if (opened.ok) opened.value.close()
    expect(problem?.code).not.toBe('internal')
    if (problem) expect(hashes(path)).toEqual(before)
  },
)

/** A workspace in a folder of its own, closed; `work` is done in it before. */
function closed(work: (bench: Bench) => void = () => {}): string {
  const bench = openBench()
  work(bench)
  bench.close()
  return bench.path
}

/** A workspace whose writer was killed with two commands in its write-ahead log alone. */
function killed(): string {
  const bench = openBench()
  bench.close()
  const again = reopen(bench.path)
  again.must('tag.create', tag(1))
  again.must('tag.create', tag(2))
  const path = join(temporaryFolder(), 'bench.claimtrail')
  for (const ending of ['', '-wal']) copyFileSync(bench.path + ending, path + ending)
  again.close()
  return path
}

/** Names in the workspace's folder, with each file's hash and time. */
function folderOf(path: string): unknown {
  const folder = dirname(path)
  return readdirSync(folder).map((name) => {
    const file = join(folder, name)
    return [name, hashOf(file), statSync(file).mtimeMs]
  })
}

function hashes(path: string): unknown {
  return ['', '-wal', '-journal'].map((ending) => (existsSync(path + ending) ? hashOf(path + ending) : null))
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
