import type { RowOf } from '../../rows.ts'

type Event = Pick<RowOf<'claims'>, 'eventFrom' | 'eventTo'>

/** Whether two claims may speak of one day: unless both say when it happened, and those are more than `slack` days apart. */
export function mayBeOneTime(one: Event, other: Event, slack = 0): boolean {
  if (one.eventFrom === null || one.eventTo === null) return true
  if (other.eventFrom === null || other.eventTo === null) return true
  const after = Math.max(daysBetween(one.eventTo, other.eventFrom), daysBetween(other.eventTo, one.eventFrom))
  return after <= slack
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
