import { stretchOf, type TimeAxis } from '../drawing/axis-time.ts'
import { along, type Plot, steadyStep } from '../drawing/chart-pieces.ts'
import { round } from '../drawing/mark.ts'
import type { SpreadGroup, SpreadMark } from './spread.ts'

/** A claim with a figure and the stretch of time at which it stands, in milliseconds since 1970. */
export interface DatedMark {
  mark: SpreadMark
  stretch: { low: number; high: number }
  isCertain: boolean
}

export interface ByDate {
  /** In the order of time. */
  dated: DatedMark[]
  undated: SpreadMark[]
  /** The ends of the dated figures. */
  ends: number[]
}

/** A group's claims by the day of the event or of the statement. Kept for the group, since a chart that is zoomed asks again in every frame. */
export function byDate(group: SpreadGroup, byEvent: boolean): ByDate {
  const found = kept.get(group) ?? {}
  kept.set(group, found)
  const key = byEvent ? 'event' : 'said'
  const known = found[key]
  if (known) return known
  const made: ByDate = { dated: [], undated: [], ends: [] }
  for (const mark of group.marks) {
    const [from, to] = byEvent ? [mark.eventFrom, mark.eventTo] : [mark.saidFrom, mark.saidTo]
    const [first, last] = [from ?? to, to ?? from]
    if (first === null || last === null) made.undated.push(mark)
    else {
      made.dated.push({ mark, stretch: stretchOf(first, last), isCertain: first === last })
      made.ends.push(...[mark.low, mark.high].filter((end) => end !== null))
    }
  }
  made.dated.sort(
    (a, b) =>
      a.stretch.low - b.stretch.low ||
      a.stretch.high - b.stretch.high ||
      (a.mark.low ?? a.mark.high)! - (b.mark.low ?? b.mark.high)! ||
      (a.mark.claimId < b.mark.claimId ? -1 : 1),
  )
  found[key] = made
  return made
}

const kept = new WeakMap<SpreadGroup, Partial<Record<'event' | 'said', ByDate>>>()

/** A mark on the chart: a claim, several that say the same there, or a crowd of which the mark tells only place and number. */
export interface PlacedMark extends DatedMark {
  x: number
  y: number
  /** Of an uncertain date. */
  from: number
  to: number
  /** At least `mark`. */
  marks: SpreadMark[]
  isCrowd: boolean
}

/** Beyond this many marks on a pixel of width a chart can neither be read nor moved smoothly. */
const mostMarks = 0.4
/** Of the cells in which crowds are counted, CSS pixels, from the finest on. */
const crowdCells = [24, 34, 48, 68, 96]

/** The claims within what is shown: each by itself, alike ones in one place together; where they are too many, in crowds. */
export function placesOf(
  dated: readonly DatedMark[],
  plot: Plot,
  time: TimeAxis,
  yOf: (value: number) => number,
): PlacedMark[] {
  const shown = dated.filter(({ stretch }) => stretch.high > time.low && stretch.low < time.high)
  const place = (each: DatedMark): PlacedMark => {
    const from = Math.max(plot.left, along(plot, time.shareOf(each.stretch.low)))
    const to = Math.min(plot.right, along(plot, time.shareOf(each.stretch.high)))
    const y = middleOf(each.mark, yOf)
    return { ...each, x: round((from + to) / 2), y, from, to, marks: [each.mark], isCrowd: false }
  }
  const apart = together(shown.map(place), ({ mark, x, from, to, isCertain }) =>
    [
      cell(x, 8),
      isCertain ? '' : cell(to - from, 8),
      mark.low === null ? '' : cell(yOf(mark.low), 6),
      mark.high === null ? '' : cell(yOf(mark.high), 6),
      mark.qualifier,
      mark.stance,
    ].join(' '),
  )
  const most = Math.max(60, (plot.right - plot.left) * mostMarks)
  let found = apart
  for (const size of crowdCells) {
    if (found.length <= most) break
    // Cells lie still in time, so that crowds do not dance while the chart is moved.
    const step = steadyStep(time.high - time.low, plot.right - plot.left, size)
    found = together(apart, ({ mark, stretch, y }) =>
      [cell((stretch.low + stretch.high) / 2, step), cell(y, size * 0.8), mark.stance].join(' '),
    ).map((crowd) => (sayAlike(crowd.marks) ? crowd : { ...crowd, isCrowd: true }))
  }
  return sideBySide(found)
}

const besideStep = 16
const besideHeight = 14

/** Marks of one day that would cover each other beside each other, as far as the day is wide. */
function sideBySide(places: readonly PlacedMark[]): PlacedMark[] {
  const lastIn = new Map<string, number>()
  return [...places]
    .sort((a, b) => a.y - b.y)
    .map((place) => {
      const columns = place.isCertain ? Math.floor((place.to - place.from) / besideStep) : 1
      const free = Array.from({ length: columns }, (_, column) => column).find((column) => {
        const last = lastIn.get(`${place.stretch.low} ${column}`)
        return last === undefined || place.y - last >= besideHeight
      })
      if (free === undefined) return place
      lastIn.set(`${place.stretch.low} ${free}`, place.y)
      // From the middle to both sides in turn.
      const steps = free % 2 === 1 ? (free + 1) / 2 : -free / 2
      return { ...place, x: round(place.x + steps * besideStep) }
    })
    .sort((a, b) => a.x - b.x || a.y - b.y)
}

function sayAlike([first, ...others]: readonly SpreadMark[]): boolean {
  return others.every(
    ({ low, high, qualifier }) =>
      low === first?.low && high === first?.high && qualifier === first?.qualifier,
  )
}

/** Half-way between the ends of a figure, or at the only one. */
function middleOf({ low, high }: SpreadMark, yOf: (value: number) => number): number {
  const ends = [low, high].filter((end) => end !== null).map(yOf)
  return round(ends.reduce((sum, end) => sum + end, 0) / ends.length)
}

/** Marks of one key as the first of them, at the middle of all. */
function together(places: readonly PlacedMark[], keyOf: (place: PlacedMark) => string): PlacedMark[] {
  const cells = new Map<string, { first: PlacedMark; x: number; y: number; count: number }>()
  for (const place of places) {
    const key = keyOf(place)
    const known = cells.get(key)
    if (known) {
      for (const mark of place.marks) known.first.marks.push(mark)
      known.x += place.x
      known.y += place.y
      known.count += 1
    } else cells.set(key, { first: { ...place, marks: [...place.marks] }, x: place.x, y: place.y, count: 1 })
  }
  return [...cells.values()].map(({ first, x, y, count }) => ({
    ...first,
    x: round(x / count),
    y: round(y / count),
  }))
}

function cell(value: number, size: number): number {
  return Math.round(value / size)
}
