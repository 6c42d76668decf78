import { type FindingKind, findingKinds } from '../../finding/row.ts'
import { type Place, placeNames, placeRelation } from '../terms/places.ts'
import type { Position, Positions } from './positions.ts'
import { type KindCode, kindCodes, mayBeSame } from './rules.ts'

/** Two positions that make a finding of a kind. */
export type Pair = readonly [Position, Position]

/**
 * Every pair of positions that makes a finding: how many there are of each kind, and any stretch of them in order.
 *
 * Positions are swept by time from the newest to the oldest, those without a date last. Each meets only those that
 * share a day with it, and is not compared with them one by one: they are counted by what they say, and what two
 * sayings are to each other is worked out once. So the work grows with the positions times the different sayings of
 * one time, however many pairs there are.
 */
export interface Sweep {
  /** Findings by kind. At least so many when `isComplete` is false. */
  counts: Readonly<Record<FindingKind, number>>
  /** False when there were too many different sayings at one time: then the oldest positions were left out. */
  isComplete: boolean
  /** Positions that were compared. */
  compared: number
  /** Pairs of a kind in the order of the sweep, without those that `skips`, which must be findings of that kind. */
  list(kind: FindingKind, offset: number, limit: number, skips?: readonly Pair[]): Pair[]
}

/** Looks at a saying, or a place that nobody speaks of then, that a sweep takes at most: about half a second of work. */
const mostLooks = 150_000_000
/** What it costs, in looks, to judge two sayings. */
const judging = 12
/** More different sayings than this are judged anew each time: a table of them would not fit into memory. */
const mostTabled = 6000

export function sweep({ positions, sayings }: Positions): Sweep {
  const order = [...positions].sort(newestFirst)
  const codes = codesOf(sayings)
  const perPosition = findingKinds.map(() => new Uint32Array(order.length))
  const counts = [0, 0, 0]
  const active = activeOver(order, sayings)
  /** Of one position: findings by the code of their kind. */
  const met = new Float64Array(4)
  let looks = 0
  let compared = 0
  for (const [at, position] of order.entries()) {
    if (looks + codes.judged() * judging > mostLooks) break
    active.upTo(position)
    met.fill(0)
    for (const block of active.about(position)) {
      looks += 1 + block.length
      for (const saying of block) {
        met[codeOfDifferent(codes.of(position.saying, saying))]! += active.counts[saying]!
      }
    }
    for (const [saying, own] of active.ownOf(position.source)) {
      const code = codes.of(position.saying, saying)
      met[codeOfDifferent(code)]! -= own
      met[codeOfSame(code)]! += own
    }
    for (const kind of [1, 2, 3] as const) {
      counts[kind - 1]! += met[kind]!
      perPosition[kind - 1]![at] = met[kind]!
    }
    active.enter(position)
    compared += 1
  }
  const [contradiction, tension, agreement] = counts as [number, number, number]
  return {
    counts: { contradiction, tension, agreement },
    isComplete: compared === order.length,
    compared,
    list,
  }

  function list(kind: FindingKind, offset: number, limit: number, skips: readonly Pair[] = []): Pair[] {
    const wanted = (findingKinds.indexOf(kind) + 1) as KindCode
    const perOne = perPosition[wanted - 1]!
    const skipped = skipsBy(skips, order)
    const found: Pair[] = []
    const present = activeOver(order, sayings)
    let before = 0
    for (let at = 0; at < compared && found.length < limit; at++) {
      const position = order[at]!
      const skip = skipped.get(position)
      const here = perOne[at]! - (skip?.size ?? 0)
      if (before + here > offset) {
        present.upTo(position)
        let index = before
        for (const other of present.all(position, codes, wanted)) {
          if (skip?.has(other)) continue
          if (index >= offset && found.length < limit) found.push([other, position])
          index += 1
          if (found.length === limit) break
        }
      }
      before += here
      present.enter(position)
    }
    return found
  }
}

/** Whether two positions speak of a common day. */
export function isSameTime(a: Pick<Position, 'from' | 'to'>, b: Pick<Position, 'from' | 'to'>): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Those without a date come last; otherwise by the last day spoken of. */
function newestFirst(a: Position, b: Position): number {
  if (a.to !== b.to) {
    if (a.to === Number.POSITIVE_INFINITY) return 1
    if (b.to === Number.POSITIVE_INFINITY) return -1
    return b.to - a.to
  }
  return a.id < b.id ? -1 : 1
}

function skipsBy(skips: readonly Pair[], order: readonly Position[]): Map<Position, Set<Position>> {
  const skipped = new Map<Position, Set<Position>>()
  if (skips.length === 0) return skipped
  const places = new Map(order.map((position, place) => [position, place]))
  for (const [a, b] of skips) {
    const [earlier, later] = places.get(a)! < places.get(b)! ? [a, b] : [b, a]
    const known = skipped.get(later)
    if (known) known.add(earlier)
    else skipped.set(later, new Set([earlier]))
  }
  return skipped
}

interface Codes {
  /** The kinds of two sayings, by different speakers and by one, in one number. */
  of(saying: number, other: number): number
  /** How often two sayings had to be judged. */
  judged(): number
}

const codeOfDifferent = (code: number) => (code & 3) as KindCode
const codeOfSame = (code: number) => (code >> 2) as KindCode

/** What two sayings are to each other, worked out when first asked for. */
function codesOf(sayings: Positions['sayings']): Codes {
  let judged = 0
  const code = (one: number, other: number) => {
    judged += 1
    const { different, same } = kindCodes(sayings[one]!, sayings[other]!)
    return different | (same << 2)
  }
  if (sayings.length > mostTabled) return { of: code, judged: () => judged }
  const unknown = 255
  const rows: Uint8Array[] = []
  const rowOf = (saying: number) => {
    let row = rows[saying]
    if (!row) {
      row = new Uint8Array(sayings.length).fill(unknown)
      rows[saying] = row
    }
    return row
  }
  return {
    of(one, other) {
      const row = rowOf(one)
      if (row[other] !== unknown) return row[other]!
      const known = code(one, other)
      row[other] = known
      rowOf(other)[one] = known
      return known
    },
    judged: () => judged,
  }
}

interface Active {
  /** Sayings that some position holds to at the time and that may be about the same place and thing as the position's. */
  about(position: Position): Iterable<readonly number[]>
  /** Positions by their saying. */
  counts: Uint32Array
  /** Those of one known speaker, by their saying. */
  ownOf(source: Position['source']): Iterable<readonly [saying: number, positions: number]>
  /** Forgets those that share no day with the position, the next of the order. */
  upTo(position: Position): void
  enter(position: Position): void
  /** Those that make a finding of the kind with the position, in a fixed order. */
  all(position: Position, codes: Codes, wanted: KindCode): Generator<Position>
}

/** The positions that share a day with the one that the sweep has come to. */
function activeOver(order: readonly Position[], sayings: Positions['sayings']): Active {
  const byStart = order.filter(({ from }) => from > Number.NEGATIVE_INFINITY)
  byStart.sort((a, b) => b.from - a.from || (a.id < b.id ? -1 : 1))
  const undated = order.length - byStart.length
  const counts = new Uint32Array(sayings.length)
  const members: Set<Position>[] = []
  const blockOf = blocksOf(sayings)
  /** Where a saying stands among those of its block that are held to; -1 for none. */
  const places = new Int32Array(sayings.length).fill(-1)
  const own = new Map<string, Map<number, number>>()
  const gone = new Set<Position>()
  let ended = 0
  return {
    about: ({ saying }) => blockOf[saying]!.near.map(({ held }) => held),
    counts,
    ownOf: (source) => (source && own.get(source.id)) || [],
    upTo(position) {
      if (position.to === Number.POSITIVE_INFINITY) {
        // The undated meet everyone, so everyone that has left comes back.
        for (const one of gone) put(one)
        gone.clear()
        return
      }
      for (; ended < byStart.length && byStart[ended]!.from > position.to; ended++) {
        take(byStart[ended]!)
        if (undated > 0) gone.add(byStart[ended]!)
      }
    },
    enter: put,
    *all(position, codes, wanted) {
      const near = blockOf[position.saying]!.near.flatMap(({ held }) => held)
      for (const saying of near.sort((a, b) => a - b)) {
        const code = codes.of(position.saying, saying)
        const [different, same] = [codeOfDifferent(code) === wanted, codeOfSame(code) === wanted]
        if (!different && !same) continue
        for (const other of members[saying]!) {
          const isSame = position.source !== null && position.source.id === other.source?.id
          if (isSame ? same : different) yield other
        }
      }
    },
  }

  function put(position: Position): void {
    const { saying, source } = position
    members[saying] ??= new Set()
    members[saying].add(position)
    counts[saying]! += 1
    if (places[saying] === -1) places[saying] = blockOf[saying]!.held.push(saying) - 1
    if (!source) return
    const known = own.get(source.id) ?? new Map<number, number>()
    own.set(source.id, known)
    known.set(saying, (known.get(saying) ?? 0) + 1)
  }

  function take(position: Position): void {
    const { saying, source } = position
    members[saying]!.delete(position)
    counts[saying]! -= 1
    if (counts[saying] === 0) {
      const { held } = blockOf[saying]!
      const last = held.pop()!
      const place = places[saying]!
      if (last !== saying) {
        held[place] = last
        places[last] = place
      }
      places[saying] = -1
    }
    if (!source) return
    const known = own.get(source.id)!
    const left = known.get(saying)! - 1
    if (left === 0) known.delete(saying)
    else known.set(saying, left)
  }
}

/** Sayings about one place and one thing. */
interface Block {
  /** Those of its sayings that some position holds to at the time. */
  held: number[]
  /** Blocks that may be about the same, itself among them. */
  near: Block[]
}

interface Named extends Block {
  place: Place
  thing: string
}

/** Every saying's block. */
function blocksOf(sayings: Positions['sayings']): readonly Block[] {
  const blocks = new Map<string, Named>()
  const byName = new Map<string, Named[]>()
  const blockOf = sayings.map(({ place, thing }) => {
    const key = `${place.key}\n${place.parts}\n${thing}`
    let block = blocks.get(key)
    if (!block) {
      block = { place, thing, held: [], near: [] }
      blocks.set(key, block)
      for (const name of placeNames(place).own) {
        const known = byName.get(`${name}\n${thing}`)
        if (known) known.push(block)
        else byName.set(`${name}\n${thing}`, [block])
      }
    }
    return block
  })
  const all = [...blocks.values()]
  const near = new Map(all.map((block) => [block, new Set<Block>()]))
  for (const one of all) {
    for (const other of mayBeAbout(one, all, byName)) {
      if (!mayBeSame(one.thing, other.thing) || placeRelation(one.place, other.place) === 'apart') continue
      near.get(one)!.add(other)
      near.get(other)!.add(one)
    }
  }
  for (const [block, others] of near) block.near.push(...others)
  return blockOf
}

/** Blocks to look at beside one: of two that may be about the same, each is looked at beside the other, or the other beside it. */
function* mayBeAbout(
  { place, thing }: Named,
  all: readonly Named[],
  byName: ReadonlyMap<string, readonly Named[]>,
): Iterable<Named> {
  // What names no place or no thing may be about any.
  if (place.key === '' || thing === '') return yield* all
  for (const name of placeNames(place).sought) {
    for (const key of [`${name}\n${thing}`, `${name}\n`]) yield* byName.get(key) ?? []
  }
}
