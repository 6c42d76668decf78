import { quantityWords } from '../../claim/quantity.ts'
import { periodWords } from '../../plain-values/period-words.ts'
import { wordList } from '../../plain-values/word-list.ts'
import type { ComparedClaim } from '../compared-claim.ts'
import type { Days } from './positions.ts'
import { agreementRules, type Doubt, type Figure, type Judgement, type Saying, share } from './rules.ts'

/** One of the two claims that stand for a finding. */
export interface Told extends Days {
  saying: Saying
  compared: ComparedClaim
}

/** Why two claims make the finding that they make, in one or two sentences. */
export function reasonOf({ ground, doubts }: Judgement, a: Told, b: Told): string {
  const about = [groundWords(ground, a, b), sameWords(a, b)].filter(Boolean).join('; ')
  if (doubts.length === 0) return `${about}.`
  const why = wordList(doubts.map((doubt) => doubtWords[doubt]))
  return `${about}. No contradiction, because ${why}.`
}

function groundWords(ground: Judgement['ground'], a: Told, b: Told): string {
  const figures = [figureWords(a), figureWords(b)] as const
  const [one, other] = [a.saying.figure, b.saying.figure]
  switch (ground) {
    case 'denied':
      return one && other
        ? `${nameOf(b)} denies ${figures[1]}, and ${nameOf(a)} asserts ${figures[0]}`
        : `${nameOf(b)} denies what ${nameOf(a)} asserts`
    case 'unconfirmed':
      return one && other
        ? `${nameOf(b)} cannot confirm ${figures[1]}, and ${nameOf(a)} asserts ${figures[0]}`
        : `${nameOf(b)} cannot confirm what ${nameOf(a)} asserts`
    case 'denied in part':
      return `${nameOf(b)} denies ${figures[1]}, and ${nameOf(a)} asserts ${figures[0]}: some of that can hold all the same`
    case 'bothDeny':
      return `${nameOf(a)} and ${nameOf(b)} deny the same`
    case 'apart':
      return `${figures[0]} and ${figures[1]} cannot both hold${gapWords(a, b)}`
    case 'far':
      return isFloorAndCeiling(one!, other!)
        ? `${figures[0]} and ${figures[1]} can both hold, but one has no upper and the other no lower end`
        : `${figures[0]} and ${figures[1]} can both hold, but lie ${percent(apart(one!, other!))} apart`
    case 'near': {
      const difference = apart(one!, other!)
      if (difference === 0) return `${nameOf(a)} and ${nameOf(b)} give the same figure`
      return difference <= agreementRules.nearShare
        ? `${figures[0]} and ${figures[1]} can both hold and lie ${percent(difference)} apart`
        : `${figures[0]} and ${figures[1]} can both hold: one lies within the other`
    }
  }
}

const doubtWords: Record<Doubt, string> = {
  time: 'not both are dated, so they may speak of different times',
  place: 'only one of them names a place',
  'place name': 'they name places that may be one or not',
  part: 'that one place lies within the other is read from their names alone',
  thing: 'neither says what it counts',
  speaker: 'the same speaker says both and may have learned more',
}

/** “: one ends at 3,000, the other begins at 9,000”; nothing where the two are given in different units. */
function gapWords(a: Told, b: Told): string {
  if (a.compared.claim.unit.trim() !== b.compared.claim.unit.trim()) return ''
  const [below, above] = a.saying.figure!.to < b.saying.figure!.from ? [a, b] : [b, a]
  return `: one ends at ${number(below.saying.figure!.to)}, the other begins at ${number(above.saying.figure!.from)}`
}

/** What the two have in common: place and time. */
function sameWords(a: Told, b: Told): string {
  const place =
    a.saying.place.key !== '' && a.saying.place.key === b.saying.place.key
      ? `of ${a.compared.claim.place}`
      : ''
  const [one, other] = [a.compared.claim, b.compared.claim]
  const isEvent = one.eventFrom !== null && other.eventFrom !== null
  if (isEvent) {
    const [, from] = [one.eventFrom!, other.eventFrom!].sort()
    const [to] = [one.eventTo!, other.eventTo!].sort()
    return `both speak ${[place, `of ${periodWords(from!, to!)}`].filter(Boolean).join(' and ')}`
  }
  if (!a.saying.isDated || !b.saying.isDated) return place && `both speak ${place}`
  const days = daysApart(a, b)
  const isSaid = one.eventFrom === null && other.eventFrom === null
  const time = isSaid
    ? days === 0
      ? 'they were said on the same day'
      : `they were said ${days} ${days === 1 ? 'day' : 'days'} apart`
    : eventAndStatement(one, other)
  return place ? `both speak ${place}, and ${time}` : time
}

/** One says when it happened, the other only when it was said. */
function eventAndStatement(one: ComparedClaim['claim'], other: ComparedClaim['claim']): string {
  const event = one.eventFrom === null ? other : one
  const days = periodWords(event.eventFrom, event.eventTo)
  return `one speaks of ${days}, the other was said within ${agreementRules.spokenOfDays} days of that`
}

/** Between two statements; 0 when they may be of one day. */
function daysApart(a: Told, b: Told): number {
  const [first, last] = a.to <= b.to ? [a, b] : [b, a]
  return Math.max(0, last.from + agreementRules.spokenOfDays - first.to)
}

/** How far the ends lie apart that both name: the larger share. */
function apart(a: Figure, b: Figure): number {
  const lows = a.low !== null && b.low !== null ? share(a.low, b.low) : 0
  const highs = a.high !== null && b.high !== null ? share(a.high, b.high) : 0
  return Math.max(lows, highs)
}

function isFloorAndCeiling(a: Figure, b: Figure): boolean {
  return (a.low === null || b.low === null) && (a.high === null || b.high === null)
}

function figureWords({ compared: { claim } }: Told): string {
  return `“${quantityWords(claim, claim.unit)}”`
}

function nameOf({ compared: { source } }: Told): string {
  return source?.name ?? 'an unknown speaker'
}

function percent(part: number): string {
  const value = part * 100
  return `${value < 1 && value > 0 ? 'under 1' : number(Math.round(value))} %`
}

const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 })

/** Without the last digits of a double, which a multiplication leaves wrong. */
function number(value: number): string {
  return figures.format(Number(value.toPrecision(12)))
}
