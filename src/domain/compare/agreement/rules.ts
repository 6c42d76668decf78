import type { Qualifier, Stance } from '../../claim/row.ts'
import type { FindingKind } from '../../finding/row.ts'
import { type Place, placeRelation } from '../terms/places.ts'
import { isCounted } from '../terms/units.ts'

/**
 * The thresholds of agreement, the only ones there are. The screen that explains the rules reads these very numbers.
 */
export const agreementRules = {
  /** “about” may mean this share of the figure more or less: about 10,000 is 9,000 to 11,000. */
  aboutShare: 0.1,
  /** Figures that can both hold agree when they differ by at most this share of the larger one. */
  nearShare: 0.1,
  /** A claim that does not say when something happened speaks of this many days up to the day when it was said. */
  spokenOfDays: 7,
} as const

/** What a claim says, as far as the rules look at it. */
export interface Saying {
  stance: Stance
  /** Equal for the same thing counted; empty when the claim names none. */
  thing: string
  place: Place
  /** Null for a claim without a figure. */
  figure: Figure | null
  /** False when neither the event's nor the statement's day is known. */
  isDated: boolean
  /** False while the speaker is unknown. */
  isAttributed: boolean
}

/** A figure in the unit in which all figures of its thing are given. */
export interface Figure {
  qualifier: Qualifier
  /** The ends that the words name; null for an end that they leave open. */
  low: number | null
  high: number | null
  /** What the words can mean, both ends included; -Infinity or Infinity for an open end. */
  from: number
  to: number
}

/**
 * Why two claims make a finding, or would.
 *
 * - `denied`: one asserts what the other denies
 * - `apart`: the two figures cannot both hold; or a part's is above that of the whole
 * - `unconfirmed`: one asserts what the other says it cannot confirm
 * - `denied in part`: some of what one asserts lies within what the other denies, and some does not
 * - `far`: both figures can hold, but what they name lies far apart
 * - `near`: both figures can hold and lie close together
 * - `bothDeny`: both deny the same
 */
export type Ground = 'denied' | 'apart' | 'unconfirmed' | 'denied in part' | 'far' | 'near' | 'bothDeny'

/** What keeps a contradiction from being sure, so that it is a tension only. */
export const doubts = ['time', 'place', 'place name', 'part', 'thing', 'speaker'] as const
export type Doubt = (typeof doubts)[number]

export interface Judgement {
  kind: FindingKind
  ground: Ground
  /** Empty for a finding that is what its ground says. */
  doubts: Doubt[]
}

/** The range that a figure's words can mean. “more than” is read as “at least”: nobody means the figure plus one. */
export function figureOf(qualifier: Qualifier, low: number | null, high: number | null): Figure {
  const slack = (value: number) => (qualifier === 'about' ? Math.abs(value) * agreementRules.aboutShare : 0)
  return {
    qualifier,
    low,
    high,
    from: low === null ? Number.NEGATIVE_INFINITY : low - slack(low),
    to: high === null ? Number.POSITIVE_INFINITY : high + slack(high),
  }
}

/**
 * What two claims are to each other that may speak of the same time. Null when the rules have nothing to say. The same
 * whichever of the two comes first.
 *
 * @param sameSpeaker both go back to the same known speaker
 */
export function judge(a: Saying, b: Saying, sameSpeaker: boolean): Judgement | null {
  const code = judged(a, b)
  if (code === 0) return null
  const ground = grounds[code]!
  const kind = kindOf(code, doubtful(a, b), sameSpeaker, a.isAttributed && b.isAttributed)
  if (kind === 0) return null
  return { kind: kindNames[kind]!, ground, doubts: code <= 2 ? doubtsOf(a, b, sameSpeaker) : [] }
}

/** The kind alone, as a number, and for both cases at once: it is asked millions of times. 0: nothing. */
export function kindCodes(a: Saying, b: Saying): { different: KindCode; same: KindCode } {
  const code = judged(a, b)
  if (code === 0) return neither
  const isDoubtful = doubtful(a, b)
  const different = kindOf(code, isDoubtful, false, a.isAttributed && b.isAttributed)
  const same = kindOf(code, isDoubtful, true, true)
  return pairs[different * 4 + same]!
}

/** 1 contradiction, 2 tension, 3 agreement. */
export type KindCode = 0 | 1 | 2 | 3
export const kindNames = [null, 'contradiction', 'tension', 'agreement'] as const

const neither = { different: 0, same: 0 } as const
const pairs = Array.from({ length: 16 }, (_, index) => ({
  different: Math.floor(index / 4) as KindCode,
  same: (index % 4) as KindCode,
}))

/** In the order of `judged`: the first two are contradictions when nothing is in doubt. */
const grounds: readonly (Ground | null)[] = [
  null,
  'denied',
  'apart',
  'unconfirmed',
  'denied in part',
  'far',
  'near',
  'bothDeny',
]

/** The number of the ground that two claims give, whatever is in doubt; 0 for none. */
function judged(a: Saying, b: Saying): number {
  if (!mayBeSame(a.thing, b.thing)) return 0
  // A figure without a unit counts nobody knows what.
  if (a.figure && b.figure && a.thing !== b.thing) return 0
  const places = placeRelation(a.place, b.place)
  if (places === 'apart') return 0
  if (places === 'within') return partAndWhole(a, b)
  if (places === 'around') return partAndWhole(b, a)
  if (a.stance === b.stance) return a.stance === 'asserts' ? bothAssert(a, b) : bothDeny(a, b)
  if (a.stance !== 'asserts' && b.stance !== 'asserts') return 0
  const [asserting, doubting] = a.stance === 'asserts' ? [a, b] : [b, a]
  const covered = coverage(doubting, asserting)
  if (covered === 'none') return 0
  return doubting.stance === 'denies' ? (covered === 'all' ? 1 : 4) : 3
}

/**
 * A part has no more than the whole, and nothing of what the whole has none of. Anything else may be so. Only of what is counted:
 * a share or a distance may well be larger in a part.
 */
function partAndWhole(part: Saying, whole: Saying): number {
  if (part.stance !== 'asserts') return 0
  if (whole.stance === 'denies') return whole.figure || isNone(part.figure) ? 0 : 1
  if (whole.stance !== 'asserts' || !part.figure || !whole.figure || !isCounted(part.thing)) return 0
  return whole.figure.to >= 0 && part.figure.from > whole.figure.to ? 2 : 0
}

/** Whether two things counted may be one: the same, or one of them not named. */
export function mayBeSame(one: string, other: string): boolean {
  return one === other || one === '' || other === ''
}

function bothAssert(a: Saying, b: Saying): number {
  if (!a.figure || !b.figure) return 0
  if (!canBothHold(a.figure, b.figure)) return 2
  return isNear(a.figure, b.figure) ? 6 : 5
}

function bothDeny(a: Saying, b: Saying): number {
  if (a.stance !== 'denies') return 0
  if (!a.figure && !b.figure) return 7
  return a.figure && b.figure && canBothHold(a.figure, b.figure) && isNear(a.figure, b.figure) ? 7 : 0
}

/**
 * How much of what one asserts the other denies or cannot confirm. Without a figure all of it, unless it is that there is nothing;
 * else as far as the two figures meet: all where nothing else is left of the asserted one, or where both name the same.
 */
function coverage(doubting: Saying, asserting: Saying): 'all' | 'some' | 'none' {
  const [denied, asserted] = [doubting.figure, asserting.figure]
  if (!denied) return isNone(asserted) ? 'none' : 'all'
  if (!asserted || !canBothHold(denied, asserted)) return 'none'
  const isAll = denied.from <= asserted.from && asserted.to <= denied.to
  return isAll || areEndsNear(denied, asserted) ? 'all' : 'some'
}

/** Whether a figure says that there is nothing. */
function isNone(figure: Figure | null): boolean {
  return figure !== null && figure.high === 0 && (figure.low ?? 0) === 0
}

/** Whether one value lies in both ranges. */
export function canBothHold(a: Figure, b: Figure): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Whether one span lies within the other, or the ends that both name lie close together. */
export function isNear(a: Figure, b: Figure): boolean {
  return isWithin(a, b) || isWithin(b, a) || areEndsNear(a, b)
}

/** A floor and a ceiling name no end in common: “at least 10,000” and “up to 10,000” are not the same. */
function areEndsNear(a: Figure, b: Figure): boolean {
  const lows = a.low !== null && b.low !== null
  const highs = a.high !== null && b.high !== null
  if (!lows && !highs) return false
  return (
    (!lows || share(a.low!, b.low!) <= agreementRules.nearShare) &&
    (!highs || share(a.high!, b.high!) <= agreementRules.nearShare)
  )
}

function isWithin(inner: Figure, outer: Figure): boolean {
  if (inner.low === null || inner.high === null || outer.low === null || outer.high === null) return false
  return outer.low <= inner.low && inner.high <= outer.high
}

/** How far apart two figures are, as a share of the larger one. */
export function share(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))
}

function doubtful(a: Saying, b: Saying): boolean {
  return !a.isDated || !b.isDated || a.place.key !== b.place.key || isThingInDoubt(a, b)
}

/** Two figures without a unit may count different things. */
function isThingInDoubt(a: Saying, b: Saying): boolean {
  return a.figure !== null && b.figure !== null && a.thing === ''
}

function doubtsOf(a: Saying, b: Saying, sameSpeaker: boolean): Doubt[] {
  const places = placeRelation(a.place, b.place)
  const found: Record<Doubt, boolean> = {
    time: !a.isDated || !b.isDated,
    place: places === 'unnamed',
    'place name': places === 'alike',
    part: places === 'within' || places === 'around',
    thing: isThingInDoubt(a, b),
    speaker: sameSpeaker,
  }
  return doubts.filter((doubt) => found[doubt])
}

/**
 * What is in doubt contradicts nothing, it is a tension; and nothing else is worth a finding then. Nobody supports
 * himself, and who may be the same speaker supports nobody.
 */
function kindOf(ground: number, isDoubtful: boolean, sameSpeaker: boolean, areKnown: boolean): KindCode {
  if (ground <= 2) return isDoubtful || sameSpeaker ? 2 : 1
  if (isDoubtful) return 0
  if (ground <= 5) return 2
  return sameSpeaker || !areKnown ? 0 : 3
}
