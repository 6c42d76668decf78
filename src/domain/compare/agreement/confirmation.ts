import type { RowOf } from '../../rows.ts'
import { figuresOf } from '../independence/voice.ts'
import { mayBeOneTime } from '../terms/event-time.ts'
import { placeOf, placeRelation } from '../terms/places.ts'
import { remembered } from '../terms/remembered.ts'
import { countedThing, inBase } from '../terms/units.ts'
import { agreementRules, canBothHold, figureOf, isNear } from './rules.ts'

type Claim = Pick<
  RowOf<'claims'>,
  'stance' | 'qualifier' | 'low' | 'high' | 'unit' | 'place' | 'eventFrom' | 'eventTo'
>

/** Under which claims stand that may give the same figure of the same thing: two that do share one. Empty without a figure. */
export function confirmationKeys(claim: Pick<Claim, 'stance' | 'low' | 'high' | 'unit'>): string[] {
  if (claim.low === null && claim.high === null) return []
  const { key } = thingOf(claim.unit)
  return figuresOf(claim).map((figure) => `${figure} ${key}`)
}

/**
 * Whether two claims that share a key say the same, so that whoever makes one confirms the other: both figures can hold and lie close
 * together, by the thresholds of agreement, and they do not speak of other places, or of days further apart than a statement looks back. “Up to 10,000” confirms no “at least 10,000”.
 */
export function saysTheSame(one: Claim, other: Claim): boolean {
  const [a, b] = [figure(one), figure(other)]
  if (!a || !b || !canBothHold(a, b) || !isNear(a, b)) return false
  const places = placeRelation(placeOf(one.place), placeOf(other.place))
  return (
    !['apart', 'within', 'around'].includes(places) && mayBeOneTime(one, other, agreementRules.spokenOfDays)
  )
}

const thingOf = remembered(countedThing, 10_000)

function figure({ qualifier, low, high, unit }: Claim) {
  if (qualifier === null) return null
  const thing = thingOf(unit)
  const end = (value: number | null) => (value === null ? null : inBase(value, thing))
  return figureOf(qualifier, end(low), end(high))
}
