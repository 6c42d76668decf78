import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { WriteDb } from '../log/database.ts'
import { readHead } from '../log/log.ts'
import { cancelled, unwatched, type Watch } from '../watch.ts'

export interface Backup {
  /** File name within the folder of backups. */
  name: string
  path: string
  bytes: number
}

/**
 * Writes the workspace, as of now, as one complete file: first under a temporary name, then renamed, so that
 * `target` is never half a file. Replaces an existing `target`. Runs on any connection, also beside a writer. SQLite
 * copies in one go: a cancelled backup ends, without a file, once the copy is made.
 */
export function backupTo(
  db: WriteDb,
  target: string,
  watch: Watch = unwatched,
): { path: string; bytes: number } {
  const temporary = `${target}.part-${process.pid}`
  rmSync(temporary, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(temporary)
    if (watch.isCancelled()) throw cancelled()
    syncToDisk(temporary)
    renameSync(temporary, target)
    syncFolder(dirname(target))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return { path: target, bytes: statSync(target).size }
}

/** A backup in the workspace's own folder of backups, named after the moment (UTC) and the head. */
export function backupBeside(
  db: WriteDb,
  workspace: string,
  { at = new Date(), watch = unwatched }: { at?: Date; watch?: Watch } = {},
): { path: string; bytes: number } {
  const folder = backupFolder(workspace)
  mkdirSync(folder, { recursive: true })
  const moment = at.toISOString().replaceAll(':', '-')
  return backupTo(db, join(folder, `${moment} event ${readHead(db).seq}.claimtrail`), watch)
}

/** The workspace's backups, newest first. */
export function listBackups(workspace: string): Backup[] {
  const folder = backupFolder(workspace)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.claimtrail'))
    .sort()
    .reverse()
    .map((name) => {
      const path = join(folder, name)
      return { name, path, bytes: statSync(path).size }
    })
}

/** `troops.claimtrail` has its backups in `troops backups/`. */
function backupFolder(workspace: string): string {
  return join(dirname(workspace), `${basename(workspace, extname(workspace))} backups`)
}

/** Makes a finished file outlast a power cut. */
function syncToDisk(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes a rename outlast a power cut. Windows has no such call for folders and does not need it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
