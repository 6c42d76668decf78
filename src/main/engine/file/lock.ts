import { closeSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'

/**
 * The right to write a workspace: an exclusive SQLite lock on an empty file beside it, held as long as the
 * workspace is open. The system lets go of it when the process dies, however it dies. The file itself stays:
 * deleting it could let two writers in.
 */
export function takeLock(path: string): { release(): void } | null {
  makeFile(`${path}-lock`)
  const db = new Database(`${path}-lock`, { timeout: 0 })
  try {
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    return { release: () => db.close() }
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

/** For its owner alone, as SQLite would not make it. Nobody can hold a lock yet on a file that this call has made. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
