import { reject } from '../rejection.ts'
import type { RowOf } from '../rows.ts'
import { checkQuantity } from './quantity.ts'

type Checked = Pick<
  RowOf<'claims'>,
  | 'qualifier'
  | 'low'
  | 'high'
  | 'eventFrom'
  | 'eventTo'
  | 'statementFrom'
  | 'statementTo'
  | 'sourceId'
  | 'via'
>

/** What must hold for a claim as a whole, whichever fields were changed. */
export function checkClaim(claim: Checked): void {
  checkQuantity(claim)
  checkPeriod('event', claim.eventFrom, claim.eventTo)
  checkPeriod('statement', claim.statementFrom, claim.statementTo)
  if (claim.sourceId && claim.via.includes(claim.sourceId)) {
    reject('via_speaker', 'The speaker cannot also be a link of the chain it came through.')
  }
}

function checkPeriod(which: string, from: string | null, to: string | null): void {
  if ((from === null) !== (to === null)) {
    reject('period_incomplete', `The ${which} time needs a first and a last day (the same for a single day).`)
  }
  if (from !== null && to !== null && from > to) {
    reject('period_reversed', `The ${which} time ends (${to}) before it begins (${from}).`)
  }
}
