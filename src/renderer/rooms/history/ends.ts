import type { MomentListItem } from '../../../contract/rows.ts'
import { number } from '../../format.ts'
import type { End } from './side.ts'

/** What the ends of a comparison are worked out from. */
export interface Standing {
  head: number
  /** Where the window stands; null: now. */
  here: number | null
  moments: readonly MomentListItem[]
}

/** An end as a place in the log, with the words that name it: “now”, “event 1,204”, “as briefed on Friday” in its quotes. */
export interface Place {
  seq: number
  words: string
}

/** The ends to begin with: from where the window stands, else from the last named moment, to now. */
export function firstEnds({ head, here, moments }: Standing): { from: End; to: End } {
  if (here !== null) return { from: 'here', to: 'now' }
  const last = moments.findLast(({ seq }) => seq < head)
  return { from: last ? { moment: last.id } : { seq: 0 }, to: 'now' }
}

/** Where an end lies; null for a moment whose name was removed and for a number past the head. */
export function placeOf(end: End, { head, here, moments }: Standing): Place | null {
  if (end === 'now') return { seq: head, words: 'now' }
  if (end === 'here') return here === null ? { seq: head, words: 'now' } : eventPlace(here, moments)
  if ('seq' in end) return end.seq <= head ? eventPlace(end.seq, moments) : null
  const moment = moments.find(({ id }) => id === end.moment)
  return moment ? { seq: moment.seq, words: `“${moment.name}”` } : null
}

/** The two places in the order of the log, whichever was called from. */
export function inOrder(a: Place, b: Place): [from: Place, to: Place] {
  return a.seq <= b.seq ? [a, b] : [b, a]
}

function eventPlace(seq: number, moments: readonly MomentListItem[]): Place {
  if (seq === 0) return { seq, words: 'the beginning' }
  const moment = moments.find((named) => named.seq === seq)
  return { seq, words: moment ? `“${moment.name}”` : `event ${number(seq)}` }
}
