import { tableNames } from '../../../domain/rows.ts'
import type { ReadDb } from '../log/database.ts'
import { readHead } from '../log/log.ts'
import { damaged, EngineProblem } from '../problems.ts'

/**
 * How far the projected tables are ahead of the log: they show event `to`, the log ends at event `head`. Null where
 * they are not. Tables follow from the log, so this never happens to a whole file: the end of its log is gone, and
 * the tables are the only witness of what stood there.
 *
 * Asks what the tables say of themselves, and the highest number of any row; takes the same time in any file.
 */
export function tablesAhead(db: ReadDb): { head: number; to: number } | null {
  const head = readHead(db).seq
  const to = Math.max(appliedOf(db), ...tableNames.map((name) => lastRow(db, name)))
  return to > head ? { head, to } : null
}

/** Throws an EngineProblem `damaged` that says which events are gone, where the tables are ahead of the log. */
export function refuseTablesAhead(db: ReadDb): void {
  const ahead = tablesAhead(db)
  if (!ahead) return
  const { code, message, details } = damaged(
    `${eventsGone(ahead)} Its tables still show what was done there, and are the only trace of it, so they were not made anew (“claimtrail rebuild --accept-shorter-log” does that, after a backup).`,
    { ahead },
  )
  throw new EngineProblem(code, message, details)
}

/** “Events 485 to 494 are gone from the end of its log.” */
export function eventsGone({ head, to }: { head: number; to: number }): string {
  const which = to === head + 1 ? `event ${to} is` : `events ${head + 1} to ${to} are`
  return `${which} gone from the end of its log.`
}

function appliedOf(db: ReadDb): number {
  if (!hasColumn(db, 'fold_state', 'applied_seq')) return 0
  return numberOf(db.prepare('SELECT applied_seq FROM fold_state').pluck().get())
}

/** A row's number is the event that entered it. */
function lastRow(db: ReadDb, table: string): number {
  return hasColumn(db, table, 'n') ? numberOf(db.prepare(`SELECT max(n) FROM "${table}"`).pluck().get()) : 0
}

/** Tables of another version of the program, or altered ones, need not have it. */
function hasColumn(db: ReadDb, table: string, column: string): boolean {
  const is = "SELECT 1 FROM sqlite_schema JOIN pragma_table_info(?) AS c WHERE sqlite_schema.type = 'table'"
  return db.prepare(`${is} AND sqlite_schema.name = ? AND c.name = ?`).get(table, table, column) !== undefined
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
