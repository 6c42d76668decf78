import type { ComparedSource } from '../compared-claim.ts'
import { shortPeriod } from '../drawing/axis-time.ts'
import { type ValueAxis, valueAxis } from '../drawing/axis-value.ts'
import type { Chart } from '../drawing/chart.ts'
import {
  along,
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
import { figureLegend } from '../drawing/legend.ts'
import { type Course, figureMark, pointSize, round } from '../drawing/mark.ts'
import { boldness, fitted, wordsWidth } from '../drawing/text-fit.ts'
import { numberWords } from '../terms/number-words.ts'
import {
  fewWords,
  figureWords,
  gradeWords,
  groupNotes,
  markClass,
  markTitle,
  speakerWords,
} from './mark-words.ts'
import { type SpreadRow, spreadRows } from './rows.ts'
import type { SpreadGroup, SpreadMark, SpreadView } from './spread.ts'

/** Figures from left to right, one row a claim or one a source. */
export function spreadOverRows(
  group: SpreadGroup,
  sources: readonly ComparedSource[],
  view: SpreadView,
): Chart {
  const rows = spreadRows(group, sources, view)
  const hasOrigins = group.marks.some(({ origin }) => origin !== null)
  const layout = layoutOf(view, hasOrigins)
  const { plot } = layout
  const ends = group.marks.flatMap(({ low, high }) => [low, high].filter((end) => end !== null))
  const options = {
    scale: view.scale,
    ticks: Math.max(2, Math.floor((plot.right - plot.left) / 90)),
    room: roomFor(group.marks),
  }
  const all = valueAxis(ends, { ...options, shown: null })
  const axis = valueAxis(ends, { ...options, shown: view.shown })
  const height = rows.length * layout.rowHeight
  const axisDrawing = sheet(view.width, axisHeight, ...axisWords(plot, axis?.ticks ?? []), ...heads(layout))
  const rowAt = axis ? drawnRows(rows, layout, axis, view) : null
  const body = (from: number, until: number) => {
    const [top, bottom] = [from * layout.rowHeight, Math.min(until, rows.length) * layout.rowHeight]
    const shown = rowAt ? rows.slice(from, until).map((_, index) => rowAt(from + index)) : []
    return part(view.width, top, bottom - top, gridLines(plot, top, bottom, axis?.ticks ?? []), ...shown)
  }
  return {
    width: view.width,
    height,
    rowHeight: layout.rowHeight,
    rows: rows.length,
    axis: axisDrawing,
    axisHeight,
    body,
    whole: () => wholeSheet(view.width, axisDrawing, body(0, rows.length), height),
    notes: [...(axis?.note ? [axis.note] : []), ...groupNotes(group)],
    beside: [],
    shown: axis && { low: axis.low, high: axis.high },
    all: all && { low: all.low, high: all.high },
    plot,
    valueAt: axis?.valueAt ?? ((share) => share),
    shareOf: axis?.shareOf ?? ((value) => value),
    legend: () => figureLegend(view.width, group.marks),
  }
}

/** Lines to open ends need some room beyond the last figure. */
function roomFor(marks: readonly SpreadMark[]): { low: number; high: number } {
  return {
    low: marks.some(({ low }) => low === null) ? 0.1 : 0.04,
    high: marks.some(({ high }) => high === null) ? 0.12 : 0.06,
  }
}

/** Where the columns are. In a narrow chart the words of a row stand above its mark. */
interface Layout {
  plot: Plot
  isNarrow: boolean
  rowHeight: number
  /** Of the words on the left. */
  labelWidth: number
  gradeX: number
  originX: number | null
}

const narrowest = 560
const gradeWidth = 46
const originWidth = 46

function layoutOf({ width }: SpreadView, hasOrigins: boolean): Layout {
  if (width < narrowest) {
    return {
      plot: { left: 8, right: width - 8 },
      isNarrow: true,
      rowHeight: 54,
      labelWidth: width - 16,
      gradeX: 0,
      originX: null,
    }
  }
  const labelWidth = Math.round(Math.min(280, width * 0.3))
  const right = width - gradeWidth - (hasOrigins ? originWidth : 0)
  return {
    plot: { left: labelWidth + 16, right: right - 18 },
    isNarrow: false,
    rowHeight: 32,
    labelWidth,
    gradeX: right + gradeWidth / 2,
    originX: hasOrigins ? right + gradeWidth + originWidth / 2 : null,
  }
}

function heads({ isNarrow, gradeX, originX }: Layout): Drawing[] {
  if (isNarrow) return []
  const y = axisHeight - 10
  return [
    words('Grade', gradeX, y, 'head', 'middle'),
    ...(originX === null ? [] : [words('Origin', originX, y, 'head', 'middle')]),
  ]
}

/** Rows by their index, each at its place on the whole chart and drawn once: scrolling asks for the same ones again and again. */
function drawnRows(
  rows: readonly SpreadRow[],
  layout: Layout,
  axis: ValueAxis,
  view: SpreadView,
): (index: number) => Drawing {
  const { plot, rowHeight } = layout
  const course: Course = {
    at: (value) => along(plot, axis.shareOf(value)),
    start: plot.left,
    end: plot.right,
    isUpright: false,
    openLength: null,
  }
  const drawn = new Map<number, Drawing>()
  return (index) => {
    const row = drawn.get(index) ?? rowOf(rows[index]!, index * rowHeight, layout, course, view)
    drawn.set(index, row)
    return row
  }
}

function rowOf(row: SpreadRow, top: number, layout: Layout, course: Course, view: SpreadView): Drawing {
  const { marks, isAgain } = row
  const [mark] = marks
  const y = top + (layout.isNarrow ? 40 : layout.rowHeight / 2)
  const title =
    marks.length === 1
      ? markTitle(mark, row.source)
      : `${numberWords(marks.length)} times alike. ${markTitle(mark, row.source)}`
  return {
    tag: 'g',
    attributes: { class: `${markClass(marks)}${isAgain ? ' again' : ''}` },
    claimIds: marks.map(({ claimId }) => claimId),
    children: [
      draw('title', {}, title),
      draw('rect', { class: 'hit', x: 0, y: round(top), width: view.width, height: layout.rowHeight }),
      ...labels(row, y, top, layout, view),
      ...figureMark(mark, course, y),
      figureLabel(mark, marks.length, y, course),
    ],
  }
}

function labels(row: SpreadRow, y: number, top: number, layout: Layout, view: SpreadView): Drawing[] {
  const { isNarrow, labelWidth, gradeX, originX } = layout
  const name = speakerWords(row.source)
  const date = dateOf(row, view)
  const grade = fewWords(row.marks.map(({ credibility }) => gradeWords(row.source, credibility)))
  const origin = fewWords(row.marks.map(({ origin: number }) => (number === null ? '' : String(number))))
  if (isNarrow) {
    const beside = [date, grade, origin && `origin ${origin}`].filter(Boolean).join(' · ')
    const width = labelWidth - wordsWidth(beside) - 12
    return [
      words(fitted(name, width / boldness), 8, top + 16, 'name'),
      words(beside, layout.plot.right, top + 16, 'date', 'end'),
    ]
  }
  const width = labelWidth - wordsWidth(date) - 12
  return [
    words(fitted(name, width / boldness), 0, y + 4, 'name'),
    words(date, labelWidth, y + 4, 'date', 'end'),
    ...(grade === '' ? [] : [words(grade, gradeX, y + 4, 'grade', 'middle')]),
    ...(originX === null || origin === '' ? [] : [words(origin, originX, y + 4, 'origin', 'middle')]),
  ]
}

/** The day that the rows are ordered by: of the statement unless it is that of the event. */
function dateOf({ marks }: SpreadRow, { order }: SpreadView): string {
  const byEvent = order === 'happened'
  const froms = marks.map((mark) => (byEvent ? mark.eventFrom : mark.saidFrom)).filter((day) => day !== null)
  const tos = marks.map((mark) => (byEvent ? mark.eventTo : mark.saidTo)).filter((day) => day !== null)
  const first = froms.reduce<string | null>(
    (least, day) => (least === null || day < least ? day : least),
    null,
  )
  const last = tos.reduce<string | null>((most, day) => (most === null || day > most ? day : most), null)
  return shortPeriod(first, last) || 'no date'
}

/** From a mark's middle up to the words above it: as high as a row has room for. */
const above = 7

/** The figure in words, beside its mark: on the side that is free, else above it. */
function figureLabel(mark: SpreadMark, times: number, y: number, { at, start, end }: Course): Drawing {
  const text = `${figureWords(mark)}${times > 1 ? ` ×${numberWords(times)}` : ''}`
  const clip = (x: number) => Math.max(start, Math.min(end, x))
  const from = mark.low === null ? start : clip(at(mark.low))
  const to = mark.high === null ? end : clip(at(mark.high))
  const beside = pointSize + (mark.qualifier === 'about' ? 14 : 5)
  const width = wordsWidth(text)
  if (mark.high !== null && to + beside + width <= end) return words(text, to + beside, y + 4, 'figure')
  if (mark.low !== null && from - beside - width >= start)
    return words(text, from - beside, y + 4, 'figure', 'end')
  // Above the mark, over the line that goes to the open end.
  if (mark.low === null) return words(text, Math.max(start + width, to), y - above, 'figure', 'end')
  if (from + width > end) return words(text, end, y - above, 'figure', 'end')
  return words(text, from, y - above, 'figure')
}
