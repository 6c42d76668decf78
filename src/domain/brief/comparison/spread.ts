import { spreadChart, spreadTable } from '../../compare/spread/drawing.ts'
import { spreadOf } from '../../compare/spread/spread.ts'
import { countOf } from '../../decide.ts'
import { type ComparedFigure, type ComparisonInput, chartFigure, figureWidth } from './figure.ts'
import { originNumbers, originsOf } from './independence.ts'

/** A chart for each thing counted, a row a claim, in the order in which the claims were said. */
export function spreadFigures(input: ComparisonInput): ComparedFigure[] {
  const spread = spreadOf(input.topic, input.claims, originNumbers(originsOf(input)))
  const view = {
    width: figureWidth,
    along: 'value',
    rows: 'claim',
    order: 'said',
    scale: 'auto',
    shown: null,
  } as const
  return spread.groups.map((group) =>
    chartFigure(
      `${group.name}: ${countOf(group.marks.length, 'claim')}`,
      spreadChart(group, spread.sources, view),
      spreadTable(group, spread.sources),
      input.mostDrawn,
    ),
  )
}
