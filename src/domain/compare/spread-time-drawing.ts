import { dayLength, stretchOf, type TimeAxis, timeAxis } from './axis-time.ts'
import { type ValueAxis, valueAxis } from './axis-value.ts'
import type { Chart } from './chart.ts'
import {
  along,
  axisHeight,
  axisWords,
  gridLines,
  type Plot,
  sheet,
  wholeSheet,
  words,
} from './chart-pieces.ts'
import type { ComparedSource } from './compared-claim.ts'
import { type Drawing, draw } from './drawing.ts'
import { figureLegend } from './legend-drawing.ts'
import { type Course, figureMark, round } from './mark-drawing.ts'
import { figureWords, gradeWords, groupNotes, markClass, markTitle, sourceMap } from './mark-words.ts'
import type { SpreadGroup, SpreadMark, SpreadView } from './spread.ts'
import { wordsWidth } from './text-fit.ts'

/** Of the body, CSS pixels. */
const height = 340
const upper = 18
const lower = height - 14
const mostLabelled = 40

/**
 * Figures upwards along the time of the event or of the statement. An uncertain date is a line between its first and its last day.
 * Claims whose marks would lie on one another with the same ends and stance are one mark with their number, so that any number
 * of claims can be drawn; zooming parts them.
 */
export function spreadOverTime(
  group: SpreadGroup,
  sources: readonly ComparedSource[],
  view: SpreadView,
): Chart {
  const { dated, undated } = byDate(group, view.along === 'event')
  const plot: Plot = { left: Math.min(96, view.width * 0.22), right: view.width - 14 }
  const stretches = dated.map(({ stretch }) => stretch)
  const ticks = Math.max(2, Math.floor((plot.right - plot.left) / 84))
  const options = { ticks, leastStep: dayLength }
  const time = timeAxis(stretches, { ...options, shown: view.shown })
  const all = timeAxis(stretches, { ...options, shown: null })
  const axisDrawing = sheet(view.width, axisHeight, ...axisWords(plot, time?.ticks ?? []))
  const values = valueAxis(
    dated.flatMap(({ mark }) => [mark.low, mark.high].filter((end) => end !== null)),
    { scale: view.scale, shown: null, ticks: 6, room: { low: 0.08, high: 0.08 } },
  )
  const rows = time && values ? 1 : 0
  const body = (from: number, until: number) =>
    time && values && until > from
      ? bodyOf(dated, { plot, time, values, width: view.width }, sourceMap(sources))
      : sheet(view.width, 0)
  return {
    width: view.width,
    height: rows * height,
    rowHeight: height,
    rows,
    axis: axisDrawing,
    axisHeight,
    body,
    whole: () => wholeSheet(view.width, axisDrawing, body(0, rows), rows * height),
    notes: [
      ...(values?.note ? [values.note.replace('The axis is', 'The axis of figures is')] : []),
      ...(dated.length > 0 ? ['Beside a mark: the grade of speaker and information, and #origin.'] : []),
      ...groupNotes(group),
    ],
    beside: undated.map(({ claimId }) => claimId),
    shown: time && { low: time.low, high: time.high },
    all: all && { low: all.low, high: all.high },
    plot,
    valueAt: time?.valueAt ?? ((share) => share),
    shareOf: time?.shareOf ?? ((value) => value),
    legend: () => figureLegend(view.width, group.marks),
  }
}

interface Dated {
  mark: SpreadMark
  stretch: { low: number; high: number }
  isCertain: boolean
}

/** Kept for the group, since a chart that is zoomed asks again in every frame. */
function byDate(group: SpreadGroup, byEvent: boolean): { dated: Dated[]; undated: SpreadMark[] } {
  const found = kept.get(group) ?? {}
  kept.set(group, found)
  const key = byEvent ? 'event' : 'said'
  const known = found[key]
  if (known) return known
  const made: { dated: Dated[]; undated: SpreadMark[] } = { dated: [], undated: [] }
  for (const mark of group.marks) {
    const [from, to] = byEvent ? [mark.eventFrom, mark.eventTo] : [mark.saidFrom, mark.saidTo]
    const [first, last] = [from ?? to, to ?? from]
    if (first === null || last === null) made.undated.push(mark)
    else made.dated.push({ mark, stretch: stretchOf(first, last), isCertain: first === last })
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

const kept = new WeakMap<SpreadGroup, Partial<Record<'event' | 'said', ReturnType<typeof byDate>>>>()

interface Frame {
  plot: Plot
  time: TimeAxis
  values: ValueAxis
  width: number
}

/** Where a mark lies. */
interface Placed extends Dated {
  x: number
  /** Of an uncertain date. */
  from: number
  to: number
  marks: SpreadMark[]
}

function bodyOf(
  dated: readonly Dated[],
  frame: Frame,
  sources: ReadonlyMap<string, ComparedSource>,
): Drawing {
  const { plot, time, values, width } = frame
  const course: Course = {
    at: (value) => round(lower + values.shareOf(value) * (upper - lower)),
    start: lower,
    end: upper,
    isUpright: true,
    openLength: 26,
  }
  const placed = together(dated, frame, course)
  const isLabelled = placed.length <= mostLabelled
  const taken = placed.map((mark) => markBox(mark, course))
  return sheet(
    width,
    height,
    draw('g', { class: 'grid-lines' }, ...gridLines(plot, height, time.ticks), ...valueLines(frame, course)),
    ...placed.map((mark) => markOf(mark, course, sources, isLabelled ? taken : null, width)),
  )
}

function valueLines({ plot, values }: Frame, course: Course): Drawing[] {
  return values.ticks.flatMap(({ value, words: text }) => {
    const y = course.at(value)
    return [
      draw('line', {
        class: value === 0 ? 'grid zero' : 'grid',
        x1: round(plot.left),
        y1: y,
        x2: plot.right,
        y2: y,
      }),
      words(text, plot.left - 10, y + 4, 'tick', 'end'),
    ]
  })
}

/** Marks within what is shown, those that would lie on one another together. */
function together(dated: readonly Dated[], { plot, time }: Frame, course: Course): Placed[] {
  const cells = new Map<string, Placed>()
  for (const each of dated) {
    const { mark, stretch } = each
    if (stretch.high <= time.low || stretch.low >= time.high) continue
    const from = Math.max(plot.left, along(plot, time.shareOf(stretch.low)))
    const to = Math.min(plot.right, along(plot, time.shareOf(stretch.high)))
    const x = round((from + to) / 2)
    const key = [
      cell(x, 8),
      each.isCertain ? '' : cell(to - from, 8),
      mark.low === null ? '' : cell(course.at(mark.low), 6),
      mark.high === null ? '' : cell(course.at(mark.high), 6),
      mark.qualifier,
      mark.stance,
    ].join(' ')
    const known = cells.get(key)
    if (known) known.marks.push(mark)
    else cells.set(key, { ...each, x, from, to, marks: [mark] })
  }
  return [...cells.values()]
}

function cell(pixels: number, size: number): number {
  return Math.round(pixels / size)
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** @param taken places of marks and of labels drawn before; null: no labels, there are too many marks */
function markOf(
  { mark, x, from, to, isCertain, marks }: Placed,
  course: Course,
  sources: ReadonlyMap<string, ComparedSource>,
  taken: Box[] | null,
  width: number,
): Drawing {
  const source = mark.sourceId === null ? null : (sources.get(mark.sourceId) ?? null)
  const y = middleOf(mark, course)
  const title = markTitle(mark, source)
  const others = marks.length - 1
  return {
    tag: 'g',
    attributes: { class: markClass(mark) },
    claimIds: marks.map(({ claimId }) => claimId),
    children: [
      draw(
        'title',
        {},
        others === 0 ? title : `${marks.length.toLocaleString('en-GB')} claims lie here. The first: ${title}`,
      ),
      draw('circle', { class: 'hit', cx: x, cy: y, r: 11 }),
      ...(isCertain ? [] : daysLine(from, to, y)),
      ...figureMark(mark, course, x),
      ...(others > 0 ? [words(`×${marks.length.toLocaleString('en-GB')}`, x + 8, y - 6, 'count')] : []),
      ...(taken && others === 0 ? label(mark, source, isCertain ? x : Math.max(x, to), y, taken, width) : []),
    ],
  }
}

function middleOf({ low, high }: SpreadMark, course: Course): number {
  const ends = [low, high].filter((end) => end !== null).map((end) => course.at(end))
  return round(ends.reduce((sum, end) => sum + end, 0) / ends.length)
}

/** From the first to the last possible day, with a small bar at each end. */
function daysLine(from: number, to: number, y: number): Drawing[] {
  const d = `M${from} ${round(y - 4)}V${round(y + 4)}M${from} ${y}H${to}M${to} ${round(y - 4)}V${round(y + 4)}`
  return [draw('path', { class: 'days', d })]
}

/** Words beside a mark where they cover no others. */
function label(
  mark: SpreadMark,
  source: ComparedSource | null,
  x: number,
  y: number,
  taken: Box[],
  width: number,
): Drawing[] {
  const grade = [gradeWords(source, mark.credibility), mark.origin === null ? '' : `#${mark.origin}`]
    .filter(Boolean)
    .join(' ')
  const text = [figureWords(mark), grade].filter(Boolean).join(' · ')
  const length = wordsWidth(text)
  const isRight = x + 10 + length <= width
  const left = isRight ? x + 10 : x - 10 - length
  const box = { left, right: left + length, top: y - 8, bottom: y + 8 }
  if (taken.some((other) => meets(box, other))) return []
  taken.push(box)
  return [words(text, isRight ? left : box.right, y + 4, 'figure', isRight ? 'start' : 'end')]
}

function markBox({ mark, x }: Placed, course: Course): Box {
  const ends = [mark.low, mark.high].filter((end) => end !== null).map((end) => course.at(end))
  return { left: x - 6, right: x + 6, top: Math.min(...ends) - 6, bottom: Math.max(...ends) + 6 }
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
