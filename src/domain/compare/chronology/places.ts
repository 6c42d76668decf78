import { order } from '../../text/order.ts'
import { stretchOf } from '../drawing/axis-time.ts'
import { along, type Plot, steadyStep } from '../drawing/chart-pieces.ts'
import { round } from '../drawing/mark.ts'
import { fitted, wordsWidth } from '../drawing/text-fit.ts'
import { numberWords } from '../terms/number-words.ts'
import type { Chronology, ChronologyItem, ChronologyView } from './chronology.ts'

/** An item with the time at which it stands. */
export interface DatedItem {
  item: ChronologyItem
  /** Milliseconds since 1970. */
  stretch: { low: number; high: number }
  isCertain: boolean
}

/** Items by the time asked for, and those that have none. Kept for the chronology, since a chart that is zoomed asks again in every frame. */
export function datedItems(
  chronology: Chronology,
  by: ChronologyView['by'],
): { dated: DatedItem[]; undated: ChronologyItem[] } {
  const found = kept.get(chronology) ?? {}
  kept.set(chronology, found)
  const made = found[by] ?? sortedByTime(chronology, by)
  found[by] = made
  return made
}

const kept = new WeakMap<Chronology, Partial<Record<ChronologyView['by'], ReturnType<typeof datedItems>>>>()

function sortedByTime({ items }: Chronology, by: ChronologyView['by']): ReturnType<typeof datedItems> {
  const dated: DatedItem[] = []
  const undated: ChronologyItem[] = []
  for (const item of items) {
    const period = by === 'event' ? item.event : item.said
    if (by === 'entry') {
      const at = Date.parse(item.enteredAt)
      dated.push({ item, stretch: { low: at, high: at }, isCertain: true })
    } else if (period) {
      const stretch = stretchOf(period.from, period.to)
      dated.push({ item, stretch, isCertain: period.from === period.to })
    } else undated.push(item)
  }
  dated.sort(
    (a, b) =>
      a.stretch.low - b.stretch.low ||
      a.stretch.high - b.stretch.high ||
      order(a.item.kind, b.item.kind) ||
      order(a.item.id, b.item.id),
  )
  return { dated, undated }
}

/** A mark on the chart: an item, or several that lie on one another. */
export interface PlacedItem extends DatedItem {
  x: number
  /** Of an uncertain date. */
  from: number
  to: number
  /** At least `item`. */
  items: ChronologyItem[]
  label: string
  labelX: number
  isLabelRight: boolean
  /** With its label. */
  start: number
  end: number
}

const widestLabel = 200
/** Where there is room for less of an item's words, none are shown: they stand in its tooltip. */
const shortestLabel = 40
const markWidth = 14
const labelGap = 4
const laneGap = 6
/** With more items than this in what is shown, those that lie on one another are one mark, and words are left to tooltips. */
const mostApart = 400

/**
 * The items within what is shown, each on the first line where it and its words have room. Where there are too many to tell
 * apart, those of one look that lie on one another are one mark with their number.
 */
export function lanesOf(
  dated: readonly DatedItem[],
  plot: Plot,
  time: { low: number; high: number; shareOf(value: number): number },
): PlacedItem[][] {
  const shown = dated.filter(({ stretch }) => stretch.high >= time.low && stretch.low <= time.high)
  const isCrowded = shown.length > mostApart
  // Cells lie still in time, so that marks do not dance while the chart is moved.
  const step = steadyStep(time.high - time.low, plot.right - plot.left, 12)
  const cells = new Map<string, Placing>()
  for (const each of shown) {
    const from = Math.max(plot.left, along(plot, time.shareOf(each.stretch.low)))
    const to = Math.min(plot.right, along(plot, time.shareOf(each.stretch.high)))
    const x = round((from + to) / 2)
    const look = each.item.kind === 'claim' ? each.item.stance : 'article'
    const key = isCrowded
      ? `${look} ${Math.round((each.stretch.low + each.stretch.high) / 2 / step)} ${each.isCertain ? '' : Math.round((to - from) / 10)}`
      : `${each.item.kind} ${each.item.id}`
    const known = cells.get(key)
    if (known) known.items.push(each.item)
    else cells.set(key, { ...each, x, from, to, items: [each.item] })
  }
  const lanes: PlacedItem[][] = []
  for (const placing of cells.values()) {
    const mark = withLabel(placing, plot, isCrowded)
    const free = lanes.find((lane) => lane.at(-1)!.end + laneGap <= mark.start)
    if (free) free.push(mark)
    else lanes.push([mark])
  }
  return lanes
}

type Placing = Omit<PlacedItem, 'label' | 'labelX' | 'isLabelRight' | 'start' | 'end'>

function withLabel(placing: Placing, plot: Plot, isCrowded: boolean): PlacedItem {
  const { x, from, to, isCertain, item, items } = placing
  const left = Math.min(isCertain ? x : from, x - markWidth / 2)
  const right = Math.max(isCertain ? x : to, x + markWidth / 2)
  const count = items.length > 1 ? `×${numberWords(items.length)}` : ''
  const room = { left: left - labelGap - plot.left, right: plot.right - right - labelGap }
  const wished = Math.min(widestLabel, wordsWidth(item.words))
  const isLabelRight = room.right >= wished || (room.left < wished && room.right >= room.left)
  const free = Math.min(widestLabel, isLabelRight ? room.right : room.left)
  const label = count || (isCrowded || free < Math.min(wished, shortestLabel) ? '' : fitted(item.words, free))
  const length = label === '' ? 0 : labelGap + wordsWidth(label)
  return {
    ...placing,
    label,
    isLabelRight,
    labelX: isLabelRight ? right + labelGap : left - labelGap,
    start: isLabelRight ? left : left - length,
    end: isLabelRight ? right + length : right,
  }
}
