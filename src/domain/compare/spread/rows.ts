import type { ComparedSource } from '../compared-claim.ts'
import { sourceMap, speakerWords } from './mark-words.ts'
import type { SpreadGroup, SpreadMark, SpreadView } from './spread.ts'

/** One row of the chart: a claim, or what a source said alike in several. */
export interface SpreadRow {
  source: ComparedSource | null
  /** Those that say the same, in the order of the rows; the first one is drawn. */
  marks: readonly [SpreadMark, ...SpreadMark[]]
  /** The row above is the same source's, in a chart of one row a source. */
  isAgain: boolean
}

/**
 * The rows of a group in order. One row a source: each figure that it gave takes a line of its own, and what it said several times stands
 * on one line. Kept for the group, since a chart that is zoomed asks again in every frame.
 */
export function spreadRows(
  group: SpreadGroup,
  sources: readonly ComparedSource[],
  { rows, order }: Pick<SpreadView, 'rows' | 'order'>,
): readonly SpreadRow[] {
  const known = kept.get(group) ?? new Map<string, readonly SpreadRow[]>()
  kept.set(group, known)
  const key = `${rows} ${order}`
  const found = known.get(key) ?? arrange(group.marks, sourceMap(sources), rows, order)
  known.set(key, found)
  return found
}

const kept = new WeakMap<SpreadGroup, Map<string, readonly SpreadRow[]>>()

type Sources = ReadonlyMap<string, ComparedSource>

function arrange(
  marks: readonly SpreadMark[],
  sources: Sources,
  rows: SpreadView['rows'],
  order: SpreadView['order'],
): SpreadRow[] {
  const sourceOf = (mark: SpreadMark) =>
    mark.sourceId === null ? null : (sources.get(mark.sourceId) ?? null)
  const compare = comparing(order, sourceOf)
  const sorted = [...marks].sort(compare)
  if (rows === 'claim') {
    return sorted.map((mark) => ({ source: sourceOf(mark), marks: [mark], isAgain: false }))
  }
  const bySource = new Map<string, SpreadMark[]>()
  for (const mark of sorted) push(bySource, mark.sourceId ?? '', mark)
  // A source stands where its first claim does; those that nobody named come last.
  const nobody = bySource.get('')
  bySource.delete('')
  const lists = nobody ? [...bySource.values(), nobody] : [...bySource.values()]
  return lists.flatMap((list) => {
    const alike = new Map<string, SpreadMark[]>()
    for (const mark of list) push(alike, sameSaid(mark), mark)
    return [...alike.values()].map((same, index) => ({
      source: sourceOf(same[0]!),
      marks: same as [SpreadMark, ...SpreadMark[]],
      isAgain: index > 0,
    }))
  })
}

function sameSaid({ qualifier, low, high, stance, status }: SpreadMark): string {
  return `${qualifier} ${low} ${high} ${stance} ${status}`
}

function comparing(
  order: SpreadView['order'],
  sourceOf: (mark: SpreadMark) => ComparedSource | null,
): (a: SpreadMark, b: SpreadMark) => number {
  const bySaid = (a: SpreadMark, b: SpreadMark) =>
    unknownLast(a.saidFrom, b.saidFrom) ||
    unknownLast(a.saidTo, b.saidTo) ||
    unknownLast(a.enteredAt, b.enteredAt) ||
    unknownLast(a.claimId, b.claimId)
  if (order === 'said') return bySaid
  if (order === 'happened') {
    return (a, b) =>
      unknownLast(a.eventFrom, b.eventFrom) || unknownLast(a.eventTo, b.eventTo) || bySaid(a, b)
  }
  if (order === 'figure') {
    return (a, b) =>
      (a.low ?? a.high)! - (b.low ?? b.high)! || (a.high ?? a.low)! - (b.high ?? b.low)! || bySaid(a, b)
  }
  const names = new Map<string, string>()
  const nameOf = (mark: SpreadMark) => {
    if (mark.sourceId === null) return null
    const name = names.get(mark.sourceId) ?? speakerWords(sourceOf(mark)).toLowerCase()
    names.set(mark.sourceId, name)
    return name
  }
  return (a, b) => unknownLast(nameOf(a), nameOf(b)) || unknownLast(a.sourceId, b.sourceId) || bySaid(a, b)
}

function unknownLast(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
