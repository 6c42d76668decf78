import { closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { openDescriptors } from '../engine/file/regular-file.ts'
import { applicationId } from '../engine/tables/schema.ts'

/** What a file is to SQLite, by its first bytes. */
export type Content = 'workspace' | 'database' | 'part of a database' | 'other'

/**
 * Tells what lies under a path, which must name a regular file.
 *
 * POSIX lets go of all locks that a process has on a file as soon as it closes *any* descriptor of that file. So what
 * this process has open already, be it in SQLite and in another thread, is read by that very descriptor, and nothing
 * is opened that would have to be closed again. An empty file, which a lock is, is not looked at.
 */
export function contentOf(path: string): Content {
  const found = statSync(path)
  if (found.size === 0) return 'other'
  for (const descriptor of openDescriptors(found)) {
    const content = contentBy(descriptor)
    if (content !== null) return content
  }
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    return contentIn(file)
  } finally {
    closeSync(file)
  }
}

/** Null where the descriptor does not serve for reading: SQLite's own always does. */
function contentBy(descriptor: number): Content | null {
  try {
    return contentIn(descriptor)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBADF') return null
    throw error
  }
}

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
