import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename } from 'node:path'
import { EngineProblem } from '../problems.ts'
import { applicationId } from '../tables/schema.ts'

/**
 * The real path, links followed, of a file that may be a workspace. Looks at what lies there before anything opens it:
 * a pipe would make its opener wait for ever. Throws an EngineProblem with one sentence for everything else.
 */
export function workspaceFile(file: string): string {
  const found = statOf(file)
  const other = otherKind(found)
  if (other) throw notAWorkspace(`it is ${other}`)
  if (found.size === 0) throw notAWorkspace('it is empty')
  const path = realpathSync(file)
  if (!isOpenHere(found)) checkHeader(path)
  return path
}

/** Whether SQLite's files beside it, whose names are longer, can be made on every file system in use. */
export function hasRoomForNames(path: string): boolean {
  return Buffer.byteLength(basename(path)) + '-journal'.length <= 255
}

/**
 * Whether this process has the file open already, in any thread. POSIX lets go of all locks that a process has on a
 * file when it closes *any* descriptor of it, so such a file is never opened and closed beside SQLite.
 */
export function isOpenHere(file: Pick<Stats, 'dev' | 'ino'>): boolean {
  return openDescriptors(file).length > 0
}

/** By which descriptors this process has a file open. On Windows none: there locks belong to the handle. */
export function openDescriptors({ dev, ino }: Pick<Stats, 'dev' | 'ino'>): number[] {
  if (process.platform === 'win32') return []
  return descriptors().filter((descriptor) => {
    try {
      const found = fstatSync(descriptor)
      return found.ino === ino && found.dev === dev
    } catch (error) {
      // It was closed since it was listed, or the system lets nobody look at it.
      if (['EBADF', 'EACCES', 'EPERM'].includes(codeOf(error))) return false
      throw error
    }
  })
}

function descriptors(): number[] {
  try {
    return readdirSync('/dev/fd').map(Number)
  } catch {
    // A system that does not list them: those that a program of this size can have.
    return Array.from({ length: 1024 }, (_, descriptor) => descriptor)
  }
}

function statOf(file: string): Stats {
  try {
    return statSync(file)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' && lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw notThere('This link leads to a file that is not there.')
    }
    if (code === 'ELOOP') throw notThere('This link leads round in a circle, to no file.')
    if (code === 'ENAMETOOLONG') throw notThere('No file has a name as long as that.')
    if (code === 'ENOENT' || code === 'ENOTDIR') throw orphaned(file) ?? notThere('There is no such file.')
    throw error
  }
}

/** Where a file was moved while an older program had it open, its latest work stayed behind under the old name. */
function orphaned(file: string): EngineProblem | null {
  const wal = lstatSync(`${file}-wal`, { throwIfNoEntry: false })
  if (!wal?.isFile() || wal.size === 0) return null
  return new EngineProblem(
    'file_missing',
    `There is no such file, but the latest work on it still lies there, as “${basename(file)}-wal”. Find where the file was moved to, and join them: claimtrail recover MOVED-FILE "${file}-wal" NEW-FILE. Leave “${basename(file)}-wal” where it is until then.`,
    { orphan: `${file}-wal` },
  )
}

function otherKind(found: Stats): string | null {
  if (found.isFile()) return null
  if (found.isDirectory()) return 'a folder'
  if (found.isFIFO()) return 'a pipe'
  return found.isSocket() ? 'a socket' : 'a device'
}

/** Reads the first 100 bytes only: a file that is no workspace is not touched by SQLite at all. */
function checkHeader(path: string): void {
  const header = Buffer.alloc(100)
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const length = readSync(file, header, 0, 100, 0)
    if (length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
      throw notAWorkspace('it is another kind of file')
    }
    if (header.readUInt32BE(68) !== applicationId) throw notAWorkspace('another program made it')
  } finally {
    closeSync(file)
  }
}

function notThere(what: string): EngineProblem {
  return new EngineProblem(
    'file_missing',
    `${what} It may have been moved or renamed; choose where it is now.`,
  )
}

export function notAWorkspace(why: string): EngineProblem {
  return new EngineProblem(
    'not_a_workspace',
    `This file is not a Claimtrail workspace: ${why}. It was left as it is; choose a .claimtrail file.`,
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
