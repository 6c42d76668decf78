import Database from 'better-sqlite3'
import type { NewFile } from '../../targets/new-file.ts'
import type { WriteDb } from '../log/database.ts'
import { createProjections } from '../tables/rebuild.ts'
import { applicationId } from '../tables/schema.ts'
import { makeWhole } from './make-whole.ts'
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
