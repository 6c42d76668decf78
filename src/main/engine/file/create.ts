import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { WriteDb } from '../log/database.ts'
import { EngineProblem } from '../problems.ts'
import { createProjections } from '../tables/rebuild.ts'
import { applicationId } from '../tables/schema.ts'
import { syncFolder } from './backup.ts'
import { migrate } from './migrations.ts'

/** Makes an empty workspace. */
export function createWorkspace(path: string): void {
  makeWorkspaceFile(path, (db) => db.transaction(() => createProjections(db)).immediate())
}

/**
 * Makes a workspace file: `fill` gets it with its permanent tables, empty, and makes the rest. It is made whole under
 * another name and then given its own, so that there is never a half-made workspace; an existing file is never
 * replaced.
 */
export function makeWorkspaceFile(path: string, fill: (db: WriteDb) => void): void {
  if (existsSync(path)) throw taken(path)
  const temporary = `${path}.new-${process.pid}`
  rmSync(temporary, { force: true })
  try {
    const db = new Database(temporary)
    try {
      db.pragma('synchronous = FULL')
      db.pragma(`application_id = ${applicationId}`)
      migrate(db)
      fill(db)
    } finally {
      db.close()
    }
    giveName(temporary, path)
    syncFolder(dirname(path))
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** A hard link fails where the name is taken; a rename would replace. Some file systems have no hard links. */
function giveName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
  } catch (error) {
    if (existsSync(path)) throw taken(path)
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(String(code))) throw error
    renameSync(temporary, path)
  }
}

function taken(path: string): EngineProblem {
  return new EngineProblem(
    'file_exists',
    'There is already a file of this name. It was left as it is; choose another name, or open that file.',
    { path },
  )
}
