import type { ComparedSource } from '../compared-claim.ts'
import type { Chart } from '../drawing/chart.ts'
import { spreadOverRows } from './rows-drawing.ts'
import type { SpreadGroup, SpreadView } from './spread.ts'
import { spreadOverTime } from './time-drawing.ts'

export { spreadTable } from './table.ts'

/**
 * A group's figures as a chart: along the figures with one row a claim or source, or along time with the figures upwards.
 *
 * Classes, for the style sheet: those of `figureMark`; `mark` for what stands for claims, with `stance-asserts`, `stance-denies`,
 * `stance-cannot-confirm`, and `origin-1` to `origin-8` (again from 1 after that) or `origin-none`; `again` for a row of the same source
 * as the one before; `hit` for the invisible area of a mark; `grid` and `zero` for lines behind; `tick`, `above` and `head` for words of
 * the axis; `name`, `date`, `figure`, `grade`, `origin` and `count` for words of a mark; `days` for an uncertain date; `crowd` for the halo of a point that stands for many.
 */
export function spreadChart(group: SpreadGroup, sources: readonly ComparedSource[], view: SpreadView): Chart {
  return view.along === 'value' ? spreadOverRows(group, sources, view) : spreadOverTime(group, sources, view)
}
