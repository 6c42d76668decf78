import { chronologyOf } from '../../compare/chronology/chronology.ts'
import { chronologyChart, chronologyTable } from '../../compare/chronology/drawing.ts'
import { type ComparedFigure, type ComparisonInput, chartFigure, figureWidth } from './figure.ts'
import { originNumbers, originsOf } from './independence.ts'

/** Claims and the articles that they rest on, along the time of what happened and along the time when it was said. */
export function chronologyFigures(input: ComparisonInput): ComparedFigure[] {
  if (input.claims.length === 0) return []
  const chronology = chronologyOf(input.claims, [], originNumbers(originsOf(input)))
  return [
    { by: 'event', title: 'By the time of the event' } as const,
    { by: 'statement', title: 'By the time of the statement' } as const,
  ].map(({ by, title }, index) => {
    const chart = chronologyChart(chronology, { width: figureWidth, by, shown: null })
    const figure = chartFigure(title, chart, chronologyTable(chronology, by), input.mostDrawn)
    // The table has both times: once is enough.
    return index === 0 ? figure : { ...figure, columns: [], rows: [] }
  })
}
