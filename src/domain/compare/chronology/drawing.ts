import type { ComparedSource } from '../compared-claim.ts'
import { dayLength, shortPeriod, timeAxis } from '../drawing/axis-time.ts'
import type { Chart } from '../drawing/chart.ts'
import {
  axisHeight,
  axisWords,
  gridLines,
  type Plot,
  part,
  sheet,
  wholeSheet,
  words,
} from '../drawing/chart-pieces.ts'
import { type Drawing, draw } from '../drawing/drawing.ts'
import { flow } from '../drawing/legend.ts'
import { endMark, round } from '../drawing/mark.ts'
import { gradeWords, markClass, sourceMap, speakerWords, stanceWords } from '../spread/mark-words.ts'
import { numberWords } from '../terms/number-words.ts'
import type { Chronology, ChronologyItem, ChronologyView } from './chronology.ts'
import { type DatedItem, datedItems, lanesOf, type PlacedItem } from './places.ts'
import { speakerOf } from './table.ts'

export { chronologyTable } from './table.ts'

/** CSS pixels. */
const laneHeight = 22

/**
 * Claims and articles along time, each on a line that is free there. An uncertain date is a line between its first and its last day.
 * Items without the date asked for stand beside. Claims have the shape of their stance, articles are squares.
 *
 * Classes beside those of `spreadChart`: `article` for the mark of an article, `sheet-of-paper` for its square.
 */
export function chronologyChart(chronology: Chronology, view: ChronologyView): Chart {
  const { dated, undated } = datedItems(chronology, view.by)
  const plot: Plot = { left: 8, right: view.width - 8 }
  const stretches = dated.map(({ stretch }) => stretch)
  const ticks = Math.max(2, Math.floor((plot.right - plot.left) / 84))
  const options = { ticks, leastStep: view.by === 'entry' ? 0 : dayLength }
  const time = timeAxis(stretches, { ...options, shown: view.shown })
  const all = timeAxis(stretches, { ...options, shown: null })
  const axisDrawing = sheet(view.width, axisHeight, ...axisWords(plot, time?.ticks ?? []))
  const lanes = time ? lanesOf(dated, plot, time) : []
  const sources = sourceMap(chronology.sources)
  const height = lanes.length * laneHeight
  const body = (from: number, until: number) => {
    const [top, bottom] = [from * laneHeight, Math.min(until, lanes.length) * laneHeight]
    const marks = lanes
      .slice(from, until)
      .flatMap((lane, index) =>
        lane.map((mark) => markOf(mark, (from + index + 0.5) * laneHeight, sources, view.by)),
      )
    return part(view.width, top, bottom - top, gridLines(plot, top, bottom, time?.ticks ?? []), ...marks)
  }
  return {
    width: view.width,
    height,
    rowHeight: laneHeight,
    rows: lanes.length,
    axis: axisDrawing,
    axisHeight,
    body,
    whole: () => wholeSheet(view.width, axisDrawing, body(0, lanes.length), height),
    notes: notesOf(undated, view.by),
    beside: undated.flatMap((item) => (item.kind === 'claim' ? item.id : [])),
    shown: time && { low: time.low, high: time.high },
    all: all && { low: all.low, high: all.high },
    plot,
    valueAt: time?.valueAt ?? ((share) => share),
    shareOf: time?.shareOf ?? ((value) => value),
    legend: () => legendOf(view.width, dated),
  }
}

function markOf(
  mark: PlacedItem,
  y: number,
  sources: ReadonlyMap<string, ComparedSource>,
  by: ChronologyView['by'],
): Drawing {
  const { item, items, x, from, to, isCertain, label, labelX, isLabelRight, start, end } = mark
  const title = itemTitle(item, sources, by)
  return {
    tag: 'g',
    attributes: {
      class:
        item.kind === 'claim' ? markClass(items.filter((each) => each.kind === 'claim')) : 'mark article',
    },
    claimIds: items.flatMap((each) => (each.kind === 'claim' ? each.id : each.claimIds)),
    ...(item.kind === 'article' && items.length === 1 && { articleId: item.id }),
    children: [
      draw(
        'title',
        {},
        items.length === 1
          ? title
          : `${numberWords(items.length)} ${item.kind}s lie here. The first: ${title}`,
      ),
      draw('rect', {
        class: 'hit',
        x: round(start),
        y: round(y - laneHeight / 2),
        width: round(end - start),
        height: laneHeight,
      }),
      ...(isCertain ? [] : daysLine(from, to, y)),
      ...shapeOf(item, x, y),
      ...(label === '' ? [] : [words(label, labelX, y + 4, 'figure', isLabelRight ? 'start' : 'end')]),
    ],
  }
}

function shapeOf(item: ChronologyItem, x: number, y: number): Drawing[] {
  if (item.kind === 'claim') return endMark({ x, y: round(y) }, item.stance, false)
  return [
    draw('rect', {
      class: 'sheet-of-paper',
      x: round(x - 4.5),
      y: round(y - 5),
      width: 9,
      height: 10,
      rx: 1,
    }),
  ]
}

/** From the first to the last possible day, with a small bar at each end. */
function daysLine(from: number, to: number, y: number): Drawing[] {
  const [top, bottom] = [round(y - 4), round(y + 4)]
  return [
    draw('path', {
      class: 'days',
      d: `M${from} ${top}V${bottom}M${from} ${round(y)}H${to}M${to} ${top}V${bottom}`,
    }),
  ]
}

function itemTitle(
  item: ChronologyItem,
  sources: ReadonlyMap<string, ComparedSource>,
  by: ChronologyView['by'],
): string {
  const when = whenWords(item, by)
  if (item.kind === 'article') {
    return `Article${item.publisher ? ` in ${item.publisher}` : ''}, ${when}: ${item.words}.`
  }
  const source = speakerOf(item, sources)
  const grade = gradeWords(source, item.credibility)
  return [
    `${speakerWords(source)}, ${when}: ${item.words}`,
    `${stanceWords[item.stance]}.`,
    grade && `Grade ${grade}.`,
    item.origin !== null && `Origin ${item.origin}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function whenWords(item: ChronologyItem, by: ChronologyView['by']): string {
  if (by === 'entry') return `entered ${item.enteredAt.slice(0, 10)} ${item.enteredAt.slice(11, 16)} UTC`
  const period = by === 'event' ? item.event : item.said
  const days = shortPeriod(period?.from ?? null, period?.to ?? null)
  if (item.kind === 'article') return `published ${days}`
  return by === 'event' ? `happened ${days}` : `said ${days}`
}

function notesOf(undated: readonly ChronologyItem[], by: ChronologyView['by']): string[] {
  const articles = undated.filter(({ kind }) => kind === 'article').length
  return [
    ...(by === 'entry' ? ['Times are in UTC.'] : []),
    ...(by === 'event' ? ['An article stands at the day on which it was published.'] : []),
    ...(articles > 0
      ? [`${numberWords(articles)} ${articles === 1 ? 'article has' : 'articles have'} no date.`]
      : []),
  ]
}

function legendOf(width: number, dated: readonly DatedItem[]): Drawing {
  const stances = (['asserts', 'denies', 'cannot confirm'] as const).filter((stance) =>
    dated.some(({ item }) => item.kind === 'claim' && item.stance === stance),
  )
  const middle = { x: 22, y: 0 }
  return flow(width, [
    ...stances.map((stance) => [stance, endMark(middle, stance, false)] as const),
    ...(dated.some(({ item }) => item.kind === 'article')
      ? [
          [
            'article',
            [draw('rect', { class: 'sheet-of-paper', x: 17.5, y: -5, width: 9, height: 10, rx: 1 })],
          ] as const,
        ]
      : []),
    ...(dated.some(({ isCertain }) => !isCertain)
      ? [['uncertain date', [...daysLine(8, 36, 0)]] as const]
      : []),
  ])
}
