import { closeSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { nameIsTaken } from '../../targets/names.ts'
import type { NewFile } from '../../targets/new-file.ts'
import { placeNew, syncFile } from '../../targets/place.ts'
import { temporaryIn } from '../../targets/temporary.ts'
import type { WriteDb } from '../log/database.ts'
import { must } from '../problems.ts'
import { createProjections } from '../tables/rebuild.ts'
import { applicationId } from '../tables/schema.ts'
import { migrate } from './migrations.ts'

/** Makes an empty workspace. */
export function createWorkspace(target: NewFile): void {
  makeWorkspaceFile(target, (db) => db.transaction(() => createProjections(db)).immediate())
}

/** Makes a workspace file: `fill` gets it with its permanent tables, empty, and makes the rest. */
export function makeWorkspaceFile(target: NewFile, fill: (db: WriteDb) => void): void {
  makeWhole(target, (path) => {
    const db = new Database(path)
    try {
      db.pragma('synchronous = FULL')
      db.pragma(`application_id = ${applicationId}`)
      migrate(db)
      fill(db)
    } finally {
      db.close()
    }
  })
}

/**
 * Makes a file whole under another name and then gives it its own, so that there is never half a workspace. `fill`
 * gets the path of an empty file, for its owner alone. What has come under the name meanwhile is never replaced: then
 * the problem `file_exists` is thrown and nothing is left.
 */
export function makeWhole(target: NewFile, fill: (path: string) => void): void {
  const temporary = temporaryIn(dirname(target.path))
  try {
    closeSync(openSync(temporary.path, 'wx', 0o600))
    fill(temporary.path)
    syncFile(temporary.path)
    if (!placeNew(temporary.path, target.path)) must(nameIsTaken())
  } finally {
    temporary.end()
  }
}
