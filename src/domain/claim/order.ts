import type { RowOf } from '../rows.ts'

/** A total order: when it was said, when it happened, when it was entered, its id. Unknown times come last. */
export function byTimeSaid(a: RowOf<'claims'>, b: RowOf<'claims'>): number {
  return (
    day(a.statementFrom, b.statementFrom) ||
    day(a.statementTo, b.statementTo) ||
    day(a.eventFrom, b.eventFrom) ||
    day(a.eventTo, b.eventTo) ||
    day(a.enteredAt, b.enteredAt) ||
    day(a.id, b.id)
  )
}

function day(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
