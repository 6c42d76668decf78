import type { WriteDb } from '../log/database.ts'
import { logSchema, parentSchema } from '../tables/schema.ts'

/** One step of the file's format: it takes a file of version `to - 1` to version `to`. Never changed once released. */
export interface Migration {
  to: number
  /** What changes, for the log of the program. */
  what: string
  run(db: WriteDb): void
}

/**
 * All steps, from an empty file on. They speak of what is permanent (log, commands, texts, the parent of a branch, view state); the
 * projections are not migrated but made anew from the log.
 */
export const migrations: readonly Migration[] = [
  {
    to: 1,
    what: 'log, commands, texts and view state',
    run(db) {
      for (const { sql } of logSchema) db.exec(sql)
    },
  },
  {
    to: 2,
    what: 'where a branch came from',
    run(db) {
      for (const { sql } of parentSchema) db.exec(sql)
    },
  },
]

export const currentVersion = migrations[migrations.length - 1]!.to

/** Brings the file to the newest version, one transaction a step. */
export function migrate(db: WriteDb, steps: readonly Migration[] = migrations): void {
  for (const step of steps) {
    if (step.to <= versionOf(db)) continue
    db.transaction(() => {
      step.run(db)
      db.pragma(`user_version = ${step.to}`)
    }).immediate()
  }
}

export function versionOf(db: WriteDb): number {
  return db.pragma('user_version', { simple: true }) as number
}
