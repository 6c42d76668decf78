import type { ComparedClaim, ComparedSource } from '../compared-claim.ts'
import { hasFigure } from '../spread/spread.ts'
import { placeOf } from '../terms/places.ts'
import { remembered } from '../terms/remembered.ts'
import { groupByThing } from '../terms/things.ts'
import { countedThing } from '../terms/units.ts'
import { agreementRules, type Figure, figureOf, type Saying } from './rules.ts'

/**
 * One speaker's saying: claims by the same speaker with the same stance, figure, thing and place about a stretch of
 * time without a gap. What the rules find about one of them they find about each that shares its days.
 */
export interface Position {
  /** The smallest id of its claims. */
  id: string
  source: ComparedSource | null
  /** Number of its saying: equal for all positions that say the same, whoever speaks and whenever. */
  saying: number
  /** Day numbers; every day between them is spoken of by some claim. Infinite for claims without any date. */
  from: number
  to: number
  claims: readonly PositionClaim[]
}

export interface PositionClaim extends Days {
  compared: ComparedClaim
}

/** Days that a claim speaks of, both included, as numbers of days since 1970. */
export interface Days {
  from: number
  to: number
}

export interface Positions {
  sayings: readonly Saying[]
  /** In order of id. */
  positions: readonly Position[]
  positionOf: ReadonlyMap<string, Position>
  /** Claims that were withdrawn: nobody holds to them any more, so they are not compared. */
  withdrawn: number
}

/** Claims by what they say. The order of the claims makes no difference. */
export function positionsOf(claims: readonly ComparedClaim[]): Positions {
  const held = claims
    .filter(({ claim }) => claim.status !== 'withdrawn')
    .sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
  const figures = figuresOf(held)
  const sayings: Saying[] = []
  const sayingNumbers = new Map<string, number>()
  const groups = new Map<string, { saying: number; source: ComparedSource | null; claims: PositionClaim[] }>()
  const things = remembered((unit) => (unit === '' ? '' : countedThing(unit).key))
  for (const compared of held) {
    const { claim, source } = compared
    const days = daysOf(claim)
    const said: Saying = {
      stance: claim.stance,
      thing: things(claim.unit.trim()),
      place: placeOf(claim.place),
      figure: figures.get(claim.id) ?? null,
      isDated: days !== null,
      isAttributed: source !== null,
    }
    const words = keyOf(said)
    let saying = sayingNumbers.get(words)
    if (saying === undefined) {
      saying = sayings.push(said) - 1
      sayingNumbers.set(words, saying)
    }
    const key = `${saying} ${source?.id ?? ''}`
    const held: PositionClaim = { compared, ...(days ?? always) }
    const group = groups.get(key)
    if (group) group.claims.push(held)
    else groups.set(key, { saying, source, claims: [held] })
  }
  const positions = [...groups.values()].flatMap(unbroken).sort((a, b) => (a.id < b.id ? -1 : 1))
  const positionOf = new Map<string, Position>()
  for (const position of positions) {
    for (const { compared } of position.claims) positionOf.set(compared.claim.id, position)
  }
  return { sayings, positions, positionOf, withdrawn: claims.length - held.length }
}

/** The days that a claim speaks of: its event's, else those up to its statement. Null when it has no date at all. */
export function daysOf(claim: ComparedClaim['claim']): Days | null {
  if (claim.eventFrom !== null && claim.eventTo !== null) {
    return { from: dayNumber(claim.eventFrom), to: dayNumber(claim.eventTo) }
  }
  if (claim.statementFrom !== null && claim.statementTo !== null) {
    return {
      from: dayNumber(claim.statementFrom) - agreementRules.spokenOfDays,
      to: dayNumber(claim.statementTo),
    }
  }
  return null
}

const always: Days = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

function figuresOf(claims: readonly ComparedClaim[]): Map<string, Figure> {
  const figures = new Map<string, Figure>()
  const withFigure = claims.filter(({ claim }) => hasFigure(claim))
  for (const { members } of groupByThing(withFigure, ({ claim }) => claim.unit)) {
    for (const { item, inGroup } of members) {
      const { id, qualifier, low, high } = item.claim
      const [from, to] = [low === null ? null : inGroup(low), high === null ? null : inGroup(high)]
      figures.set(id, figureOf(qualifier!, from, to))
    }
  }
  return figures
}

function keyOf({ stance, thing, place, figure, isDated, isAttributed }: Saying): string {
  const said = figure ? `${figure.qualifier}|${figure.low}|${figure.high}` : ''
  return `${stance}|${isDated}|${isAttributed}|${said}|${place.key}|${place.parts}|${thing}`
}

/** One position for each stretch of time without a gap. */
function unbroken(group: {
  saying: number
  source: ComparedSource | null
  claims: PositionClaim[]
}): Position[] {
  const { saying, source } = group
  const inTime = group.claims.sort((a, b) => a.from - b.from || a.to - b.to || byId(a, b))
  const stretches: PositionClaim[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const claim of inTime) {
    const stretch = stretches.at(-1)
    if (stretch && claim.from <= end) stretch.push(claim)
    else stretches.push([claim])
    end = Math.max(end, claim.to)
  }
  return stretches.map((claims) => ({
    id: leastId(claims),
    source,
    saying,
    from: claims[0]!.from,
    to: claims.reduce((latest, { to }) => Math.max(latest, to), Number.NEGATIVE_INFINITY),
    claims,
  }))
}

function leastId([first, ...others]: readonly PositionClaim[]): string {
  let least = first!.compared.claim.id
  for (const { compared } of others) if (compared.claim.id < least) least = compared.claim.id
  return least
}

function byId(a: PositionClaim, b: PositionClaim): number {
  return a.compared.claim.id < b.compared.claim.id ? -1 : 1
}

function dayNumber(date: string): number {
  return dayNumbers(date)
}

const dayNumbers = remembered((date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000, 50_000)
