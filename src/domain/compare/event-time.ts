import type { RowOf } from '../rows.ts'

type Event = Pick<RowOf<'claims'>, 'eventFrom' | 'eventTo'>

/** Whether two claims may speak of one day: unless both say when it happened, and those are other days. */
export function mayBeOneTime(one: Event, other: Event): boolean {
  if (one.eventFrom === null || one.eventTo === null) return true
  if (other.eventFrom === null || other.eventTo === null) return true
  return one.eventFrom <= other.eventTo && other.eventFrom <= one.eventTo
}
