import {
  closeSync,
  constants,
  copyFileSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { privateFolder } from '../../targets/temporary.ts'
import { openForReading, type WriteDb } from '../log/database.ts'
import { emptyHead, type Head, readHead } from '../log/log.ts'
import { EngineProblem } from '../problems.ts'
import { quickCheck } from '../tables/tail.ts'
import { continues } from './continues.ts'
import { isOpenHere } from './regular-file.ts'

/**
 * What was found beside a workspace under the name of its write-ahead log or journal and is not its own, and where it
 * was put. The person is told; nothing is deleted and nothing of it was applied.
 */
export interface SetAside {
  name: string
  path: string
}

/**
 * Puts aside a write-ahead log that belongs to another file or another history, before SQLite would take it for the
 * latest work. To be called with the lock, before the workspace is opened for writing. Throws `foreign_journal` for a
 * journal that no Claimtrail wrote. `since`: where the file alone ends, when there is work of its own to apply to it.
 */
export function setForeignAside(
  path: string,
  at = new Date(),
): { setAside: SetAside | null; since: Head | null } {
  refuseForeignJournal(path)
  if (walBytes(path) === 0) return { setAside: null, since: null }
  const { belongs, since } = workIn(path, `${path}-wal`)
  if (belongs) return { setAside: null, since }
  const name = `${basename(path)}-wal.left-behind-${at.toISOString().replaceAll(':', '-')}`
  const aside = join(path, '..', name)
  renameSync(`${path}-wal`, aside)
  // The index of that log; the next one makes its own.
  rmSync(`${path}-shm`, { force: true })
  return { setAside: { name, path: aside }, since: null }
}

/**
 * A look at a file leaves an empty write-ahead log and its index beside it; to be called with the lock. What is no
 * regular file SQLite has not made, and it stays.
 */
export function removeEmptyLog(path: string): void {
  if (walBytes(path) > 0) return
  for (const ending of ['-wal', '-shm']) {
    if (lstatSync(path + ending, { throwIfNoEntry: false })?.isFile()) rmSync(path + ending)
  }
}

/** What a person is told of it. */
export function setAsideWords(name: string): string {
  return `Beside this workspace lay the latest work on another file or another history. Nothing of it was applied, and nothing was lost: it is kept as “${name}”. “claimtrail recover” joins it to the file that it belongs to.`
}

/** Bytes of the write-ahead log beside a workspace; 0 where there is none. */
export function walBytes(path: string): number {
  const found = lstatSync(`${path}-wal`, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : 0
}

/**
 * Whether a write-ahead log is that of a file that nobody has open, and where the file alone ends: together they must be a workspace
 * whose log goes on from the one that the file has by itself. SQLite does not ask that: it applies whatever lies there
 * and fits in itself. Looked at in copies, so that nothing is changed. Where the file alone cannot be read, because
 * folding back was broken off, both together decide; where neither is whole, nothing can be told and it stays.
 */
export function workIn(path: string, wal: string): { belongs: boolean; since: Head } {
  const folder = privateFolder('view')
  try {
    const copy = join(folder.path, 'workspace.claimtrail')
    const withWal = join(folder.path, 'with-its-log.claimtrail')
    for (const to of [copy, withWal]) copyFileSync(path, to, constants.COPYFILE_FICLONE)
    copyFileSync(wal, `${withWal}-wal`, constants.COPYFILE_FICLONE)
    const alone = look(copy, (db) => readHead(db))
    const both = look(withWal, (db) => (alone === null ? true : continues(db, alone)))
    return { belongs: both === null ? alone === null : both, since: alone ?? emptyHead }
  } finally {
    folder.end()
  }
}

/** What `read` says of a copy that is whole; null for one that is not. */
function look<T>(copy: string, read: (db: WriteDb) => T): T | null {
  let db: WriteDb | undefined
  try {
    db = openForReading(copy)
    if (quickCheck(db) !== null || !isSound(db, copy)) return null
    return read(db)
  } catch {
    // Whatever SQLite cannot read is not whole: that is the answer, not a failure.
    return null
  } finally {
    db?.close()
  }
}

/** Every page of a file of a common size; a very large one is held to its log alone. */
function isSound(db: WriteDb, path: string): boolean {
  if (statSync(path).size > largest) return true
  return db.pragma('quick_check(1)', { simple: true }) === 'ok'
}
const largest = 512 * 1024 * 1024

// From SQLite's description of its file format: the first bytes of a journal.
const rollbackJournal = 'd9d505f920a163d7'

function startsWith(path: string, at: number, hex: string): boolean {
  if (isOpenHere(statSync(path))) return false
  const bytes = Buffer.alloc(hex.length / 2)
  const file = openSync(path, 'r')
  try {
    return readSync(file, bytes, 0, bytes.length, at) === bytes.length && bytes.toString('hex') === hex
  } finally {
    closeSync(file)
  }
}

/** A workspace keeps its latest work in a write-ahead log; what lies under a journal's name is somebody else's. */
function refuseForeignJournal(path: string): void {
  const journal = `${path}-journal`
  const found = lstatSync(journal, { throwIfNoEntry: false })
  if (!found || (found.isFile() && found.size === 0)) return
  // A backup has none yet while it becomes a workspace again: broken off there, SQLite takes it back.
  if (found.isFile() && startsWith(journal, 0, rollbackJournal) && startsWith(path, 18, '0101')) return
  throw new EngineProblem(
    'foreign_journal',
    `Beside this workspace lies “${basename(journal)}”, which Claimtrail did not write. Nothing was changed. Move it away, and open the workspace again.`,
  )
}
