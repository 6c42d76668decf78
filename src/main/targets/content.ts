import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { applicationId } from '../engine/tables/schema.ts'

/** What a file is to SQLite, by its first bytes. */
export type Content = 'workspace' | 'database' | 'part of a database' | 'other'

/**
 * Tells what lies under a path, which must name the regular file `found`.
 *
 * POSIX lets go of all locks that a process has on a file as soon as it closes *any* descriptor of that file. So a
 * descriptor of a database is never closed here, as SQLite may have it open in this process, in any thread: it is
 * kept, one for each database, and used again. An empty file, which a lock is, is not even opened. For the same reason
 * this belongs to the main thread: a worker closes its descriptors when it ends. On Windows locks belong to the handle.
 */
export function contentOf(path: string, found: BigIntStats): Content {
  if (!isMainThread) throw new Error('what a file holds is asked in the main thread only')
  if (found.size === 0n) return 'other'
  const key = `${found.dev}:${found.ino}`
  const open = kept.get(key)
  if (open !== undefined) return contentIn(open)
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  let content: Content = 'part of a database'
  try {
    const opened = fstatSync(file, { bigint: true })
    if (!opened.isFile() || `${opened.dev}:${opened.ino}` !== key) throw changedMeanwhile()
    content = contentIn(file)
    return content
  } finally {
    if (content === 'other' || process.platform === 'win32') closeSync(file)
    else kept.set(key, file)
  }
}

/** Databases that somebody pointed at, by device and number: their descriptors stay open while the program runs. */
const kept = new Map<string, number>()

function contentIn(file: number): Content {
  const head = Buffer.alloc(100)
  const length = readSync(file, head, 0, 100, 0)
  if (length >= 16 && head.toString('latin1', 0, 16) === 'SQLite format 3\0') {
    return length === 100 && head.readUInt32BE(68) === applicationId ? 'workspace' : 'database'
  }
  if (length < 8) return 'other'
  const isPart =
    (head.readUInt32BE(0) & ~1) >>> 0 === writeAheadLog ||
    head.readUInt32BE(0) === sharedIndex ||
    head.readUInt32LE(0) === sharedIndex ||
    head.toString('hex', 0, 8) === rollbackJournal
  return isPart ? 'part of a database' : 'other'
}

// From SQLite's description of its file format and of its write-ahead log.
const writeAheadLog = 0x377f0682
const sharedIndex = 3007000
const rollbackJournal = 'd9d505f920a163d7'

function changedMeanwhile(): Error {
  return new Error('it was replaced at this moment')
}
