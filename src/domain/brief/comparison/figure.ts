import type { ComparedClaim } from '../../compare/compared-claim.ts'
import type { Chart, ChartTable } from '../../compare/drawing/chart.ts'
import { type Drawing, draw } from '../../compare/drawing/drawing.ts'
import type { RowOf } from '../../rows.ts'
import type { BriefTables } from '../brief-tables.ts'
import type { BriefFigure } from '../document.ts'

/** What a comparison is made from. */
export interface ComparisonInput {
  topic: RowOf<'topics'>
  /** The topic's claims in the brief's scope, in order of id. */
  claims: readonly ComparedClaim[]
  /** All claims of the topic, whatever the brief's scope, in order of id. */
  all(): readonly ComparedClaim[]
  /** Whether the brief speaks of a claim. */
  inScope(claim: RowOf<'claims'>): boolean
  tables: BriefTables
  /** Rows of a chart that are drawn at most, for the screen. */
  mostDrawn: number
}

/** A figure whose rows still name their claims; the brief gives them its notes. */
export type ComparedFigure = Omit<BriefFigure, 'rows'> & { rows: ChartTable['rows'] }

/** CSS pixels: as wide as the exported page is; on paper it is drawn smaller by a tenth. */
export const figureWidth = 736

/** Rows of a chart that stand on one sheet together. */
const rowsOnSheet = 24

/** A chart and its table as a figure. */
export function chartFigure(
  title: string,
  chart: Chart,
  table: ChartTable,
  mostDrawn: number,
): ComparedFigure {
  const rows = Math.min(chart.rows, mostDrawn)
  const drawings: Drawing[] = []
  for (let from = 0; from < rows; from += rowsOnSheet) {
    drawings.push(chartPart(chart, from, Math.min(from + rowsOnSheet, rows)))
  }
  return {
    title,
    drawings,
    legend: rows > 0 ? chart.legend() : null,
    columns: table.columns,
    rows: table.rows,
    notes: chart.notes,
  }
}

/** Rows of a chart under its axis, as a drawing of their own. */
function chartPart(chart: Chart, from: number, until: number): Drawing {
  const body = chart.body(from, until)
  const height = chart.axisHeight + Number(body.attributes.height)
  return draw(
    'svg',
    { ...chart.axis.attributes, height, viewBox: `0 0 ${chart.width} ${height}` },
    draw('g', {}, ...chart.axis.children),
    draw('g', { transform: `translate(0 ${chart.axisHeight})` }, ...body.children),
  )
}
