import type { ComparisonKind } from './row.ts'

/** What a comparison is called, before the topic's question. */
export const comparisonTitles: Record<ComparisonKind, string> = {
  spread: 'Spread',
  matrix: 'Matrix',
  independence: 'Independence',
  chronology: 'Timeline',
}
