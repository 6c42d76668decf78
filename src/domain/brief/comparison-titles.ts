import type { ComparisonKind } from './row.ts'

/** What a comparison is called, before the topic's question. */
export const comparisonTitles: Record<ComparisonKind, string> = {
  spread: 'Spread',
  matrix: 'Matrix',
  agreement: 'Agreement',
  independence: 'Independence',
  chronology: 'Timeline',
  hypotheses: 'Hypotheses',
}
