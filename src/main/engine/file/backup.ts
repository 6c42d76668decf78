import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { type NewFile, newFile } from '../../targets/new-file.ts'
import { makeOwnFolder } from '../../targets/own-file.ts'
import type { WriteDb } from '../log/database.ts'
import { readHead } from '../log/log.ts'
import { must } from '../problems.ts'
import { cancelled, unwatched, type Watch } from '../watch.ts'
import { makeWhole } from './make-whole.ts'

export interface Backup {
  /** File name within the folder of backups. */
  name: string
  path: string
  bytes: number
}

/**
 * Writes the workspace, as of now, as one complete file: never half a file, and never in place of another. Runs on any
 * connection, also beside a writer. SQLite copies in one go: a cancelled backup ends, without a file, once the copy is
 * made.
 */
export function backupTo(
  db: WriteDb,
  target: NewFile,
  watch: Watch = unwatched,
): { path: string; bytes: number } {
  makeWhole(target, (path) => {
    db.prepare('VACUUM INTO ?').run(path)
    if (watch.isCancelled()) throw cancelled()
  })
  return { path: target.path, bytes: statSync(target.path).size }
}

/** A backup in the workspace's own folder of backups, named after the moment (UTC) and the head. */
export function backupBeside(
  db: WriteDb,
  workspace: string,
  { at = new Date(), watch = unwatched }: { at?: Date; watch?: Watch } = {},
): { path: string; bytes: number } {
  const folder = backupFolder(workspace)
  makeOwnFolder(folder)
  const moment = at.toISOString().replaceAll(':', '-')
  const target = newFile(join(folder, `${moment} event ${readHead(db).seq}.claimtrail`))
  return backupTo(db, must(target), watch)
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
export function backupFolder(workspace: string): string {
  return join(dirname(workspace), `${basename(workspace, extname(workspace))} backups`)
}
