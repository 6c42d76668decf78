import type { ComparedSource } from '../compared-claim.ts'
import { dayLength, shortPeriod, type TimeAxis, timeAxis } from '../drawing/axis-time.ts'
import { type ValueAxis, valueAxis } from '../drawing/axis-value.ts'
import type { Chart } from '../drawing/chart.ts'
import {
  axisHeight,
  axisWords,
  gridLines,
  type Plot,
  sheet,
  wholeSheet,
  words,
} from '../drawing/chart-pieces.ts'
import { type Drawing, draw } from '../drawing/drawing.ts'
import { figureLegend } from '../drawing/legend.ts'
import { type Course, endMark, figureMark, pointSize, round } from '../drawing/mark.ts'
import { wordsWidth } from '../drawing/text-fit.ts'
import { numberWords } from '../terms/number-words.ts'
import { figureWords, gradeWords, groupNotes, markClass, markTitle, sourceMap } from './mark-words.ts'
import { byDate, type PlacedMark, placesOf } from './places.ts'
import type { SpreadGroup, SpreadMark, SpreadView } from './spread.ts'

/** Of the body, CSS pixels. */
const height = 340
const upper = 18
const lower = height - 14
const mostLabelled = 40

/**
 * Figures upwards along the time of the event or of the statement. An uncertain date is a line between its first and its last day.
 * Claims whose marks would lie on one another with the same ends and stance are one mark with their number; where there are still too
 * many, neighbours of one stance are one point (`crowd`), the larger the more they are. So any number of claims can be drawn;
 * zooming parts them.
 */
export function spreadOverTime(
  group: SpreadGroup,
  sources: readonly ComparedSource[],
  view: SpreadView,
): Chart {
  const byEvent = view.along === 'event'
  const { dated, undated, ends } = byDate(group, byEvent)
  const plot: Plot = { left: Math.min(96, view.width * 0.22), right: view.width - 14 }
  const stretches = dated.map(({ stretch }) => stretch)
  const ticks = Math.max(2, Math.floor((plot.right - plot.left) / 84))
  const options = { ticks, leastStep: dayLength }
  const time = timeAxis(stretches, { ...options, shown: view.shown })
  const all = timeAxis(stretches, { ...options, shown: null })
  const axisDrawing = sheet(view.width, axisHeight, ...axisWords(plot, time?.ticks ?? []))
  const room = { low: 0.08, high: 0.08 }
  const values = valueAxis(ends, { scale: view.scale, shown: null, ticks: 6, room })
  const rows = time && values ? 1 : 0
  const course = courseOf(values)
  const places = time ? placesOf(dated, plot, time, course.at) : []
  const body = (from: number, until: number) =>
    time && values && until > from
      ? bodyOf(places, { plot, time, values, course, width: view.width, byEvent }, sourceMap(sources))
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
      ...(places.length > mostLabelled && places.some(({ marks }) => marks.length > 1)
        ? [
            'A mark with a halo stands for several claims, the larger the more; one without ends for different figures close to each other. Zoom in to part them.',
          ]
        : []),
      ...(places.length > 0 && places.length <= mostLabelled
        ? ['Beside a mark: the grade of speaker and information, and #origin.']
        : []),
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

interface Frame {
  plot: Plot
  time: TimeAxis
  values: ValueAxis
  course: Course
  width: number
  byEvent: boolean
}

function courseOf(values: ValueAxis | null): Course {
  return {
    at: (value) => round(lower + (values?.shareOf(value) ?? 0) * (upper - lower)),
    start: lower,
    end: upper,
    isUpright: true,
    openLength: 26,
  }
}

function bodyOf(
  placed: readonly PlacedMark[],
  frame: Frame,
  sources: ReadonlyMap<string, ComparedSource>,
): Drawing {
  const { plot, time, course, width } = frame
  const isLabelled = placed.length <= mostLabelled
  const taken = placed.map((mark) => markBox(mark, course))
  return sheet(
    width,
    height,
    gridLines(plot, 0, height, time.ticks),
    draw('g', { class: 'grid-lines' }, ...valueLines(frame)),
    ...placed.map((mark) => markOf(mark, course, sources, isLabelled ? taken : null, frame)),
  )
}

function valueLines({ plot, values, course }: Frame): Drawing[] {
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

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** @param taken places of marks and of labels drawn before; null: no labels, there are too many marks */
function markOf(
  place: PlacedMark,
  course: Course,
  sources: ReadonlyMap<string, ComparedSource>,
  taken: Box[] | null,
  { width, byEvent }: Frame,
): Drawing {
  const { mark, x, y, from, to, isCertain, marks, isCrowd } = place
  const source = mark.sourceId === null ? null : (sources.get(mark.sourceId) ?? null)
  const title = markTitle(mark, source)
  const others = marks.length - 1
  if (isCrowd) return crowdOf(place, title, byEvent)
  return {
    tag: 'g',
    attributes: { class: markClass(marks) },
    claimIds: marks.map(({ claimId }) => claimId),
    children: [
      draw(
        'title',
        {},
        others === 0 ? title : `${numberWords(marks.length)} claims lie here. The first: ${title}`,
      ),
      draw('circle', { class: 'hit', cx: x, cy: y, r: 11 }),
      ...(isCertain ? [] : daysLine(from, to, y)),
      ...(others > 0 && !taken ? [halo(place)] : []),
      ...figureMark(mark, course, x),
      ...(others > 0 && taken ? [words(`×${numberWords(marks.length)}`, x + 8, y - 6, 'count')] : []),
      ...(taken && others === 0 ? label(mark, source, isCertain ? x : Math.max(x, to), y, taken, width) : []),
    ],
  }
}

/** A point for many, with a halo that grows with their number. */
function crowdOf(place: PlacedMark, title: string, byEvent: boolean): Drawing {
  const { mark, marks, x, y } = place
  return {
    tag: 'g',
    attributes: { class: markClass(marks) },
    claimIds: marks.map(({ claimId }) => claimId),
    children: [
      draw('title', {}, `${crowdWords(marks, byEvent)} The first: ${title}`),
      draw('circle', { class: 'hit', cx: x, cy: y, r: 13 }),
      halo(place),
      ...endMark({ x, y }, mark.stance, false),
    ],
  }
}

/** “12 claims about here: 40 to 3,200, 1–9 Mar 2024.” */
function crowdWords(marks: readonly SpreadMark[], byEvent: boolean): string {
  let [low, high] = [Infinity, -Infinity]
  let [first, last] = ['9999-12-31', '']
  for (const mark of marks) {
    low = Math.min(low, mark.low ?? mark.high!)
    high = Math.max(high, mark.high ?? mark.low!)
    const [from, to] = byEvent ? [mark.eventFrom, mark.eventTo] : [mark.saidFrom, mark.saidTo]
    if ((from ?? to)! < first) first = (from ?? to)!
    if ((to ?? from)! > last) last = (to ?? from)!
  }
  const figures = `${numberWords(low)} to ${numberWords(high)}`
  return `${numberWords(marks.length)} claims about here: ${figures}, ${shortPeriod(first, last)}.`
}

function halo({ marks, x, y }: PlacedMark): Drawing {
  const radius = round(Math.min(13, pointSize + 1.5 + Math.log2(marks.length) * 0.8))
  return draw('circle', { class: 'crowd', cx: x, cy: y, r: radius })
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

function markBox({ mark, x }: PlacedMark, course: Course): Box {
  const ends = [mark.low, mark.high].filter((end) => end !== null).map((end) => course.at(end))
  return { left: x - 6, right: x + 6, top: Math.min(...ends) - 6, bottom: Math.max(...ends) + 6 }
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
