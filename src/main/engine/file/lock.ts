import { closeSync, lstatSync, openSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import type { Problem } from '../../../contract/wire.ts'
import { problemOf, readOnlyProblem } from '../problems.ts'
import { hasRoomForNames } from './regular-file.ts'

/**
 * The right to write a workspace: an exclusive SQLite lock on an empty file beside it, held as long as the
 * workspace is open. The system lets go of it when the process dies, however it dies. The file itself stays:
 * deleting it could let two writers in. `path` is the real one, so that every name of one file has one lock.
 *
 * A problem where it cannot be had: somebody has it, or what lies under its name is not Claimtrail's.
 */
export function takeLock(path: string): { release(): void } | { problem: Problem } {
  if (!hasRoomForNames(path)) return { problem: readOnlyProblem(noRoom) }
  const lock = `${path}-lock`
  const foreign = foreignAt(lock)
  if (foreign) return { problem: readOnlyProblem(foreign) }
  try {
    makeFile(lock)
    const db = new Database(lock, { timeout: 0 })
    try {
      db.pragma('journal_mode = MEMORY')
      db.exec('BEGIN EXCLUSIVE')
      return { release: () => db.close() }
    } catch (error) {
      db.close()
      if (isBusy(error)) return { problem: openedElsewhere }
      throw error
    }
  } catch (error) {
    const { code } = problemOf(error)
    if (['read_only', 'no_access', 'file_missing'].includes(code)) {
      return { problem: readOnlyProblem('its folder does not allow writing') }
    }
    throw error
  }
}

/** Whether somebody, in any process, has a workspace open for writing. Makes and changes nothing. */
export function isLocked(path: string): boolean {
  const lock = `${path}-lock`
  const found = hasRoomForNames(path) ? lstatSync(lock, { throwIfNoEntry: false }) : undefined
  if (!found?.isFile() || found.size > 0) return false
  let db: Database.Database | undefined
  try {
    db = new Database(lock, { readonly: true, timeout: 0 })
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return false
  } catch (error) {
    if (isBusy(error)) return true
    if (['no_access', 'file_missing', 'read_only'].includes(problemOf(error).code)) return false
    throw error
  } finally {
    db?.close()
  }
}

/** What keeps the lock's name from being used: it is an empty regular file, and nothing else. */
function foreignAt(lock: string): string | null {
  const found = lstatSync(lock, { throwIfNoEntry: false })
  if (!found || (found.isFile() && found.size === 0)) return null
  const name = `“${basename(lock)}” beside it`
  if (found.isFile()) return `${name} is not Claimtrail’s: it should be empty. Move it away to make changes`
  const kind = found.isDirectory() ? 'a folder' : found.isSymbolicLink() ? 'a link' : 'no ordinary file'
  return `${name} is ${kind}. Move it away to make changes`
}

const noRoom =
  'its name is too long for the files that lie beside an open workspace. Give it a shorter name to make changes'

export const openedElsewhere: Problem = {
  code: 'opened_elsewhere',
  message:
    'This workspace is open in another window or program, so here it can only be read. Close it there and open it again to make changes.',
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

/** For its owner alone, as SQLite would not make it. Nobody can hold a lock yet on a file that this call has made. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
