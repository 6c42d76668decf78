import type { Drawing } from './drawing.ts'

/** A chart that a window shows piece by piece, however long it is, and that an export writes in one. */
export interface Chart {
  /** CSS pixels at 100 %, as all measures here. */
  width: number
  /** Of the body, without the axis. */
  height: number
  /** The body is drawn by rows of this height. */
  rowHeight: number
  rows: number
  /** The axis along the upper edge: an `svg` to stand still while the body scrolls. */
  axis: Drawing
  axisHeight: number
  /** Rows `from` until `until` (exclusive) as an `svg` that belongs at `from * rowHeight`. */
  body(from: number, until: number): Drawing
  /** Axis and all rows in one `svg`. */
  whole(): Drawing
  /** What the reader must know: which scale, what was converted, what could not be placed. */
  notes: string[]
  /** Claims that have no place in it, such as those without a date. */
  beside: string[]
  /** The ends of what is shown, for zooming: figures, or milliseconds since 1970 along time. Null when there is nothing. */
  shown: { low: number; high: number } | null
  /** Likewise of everything there is to show. */
  all: { low: number; high: number } | null
  /** Where the axis begins and ends, from the chart's left edge. */
  plot: { left: number; right: number }
  /** The value at a share of what is shown, 0 at its left end and 1 at its right, and the share of a value. Beyond the ends it goes on. */
  valueAt(share: number): number
  shareOf(value: number): number
  /** The kinds of mark that it has, with what each of them means. */
  legend(): Drawing
}

/** The same facts as rows of words: for screen readers, Markdown and spreadsheets. */
export interface ChartTable {
  columns: string[]
  rows: { cells: string[]; claimIds: string[] }[]
}
