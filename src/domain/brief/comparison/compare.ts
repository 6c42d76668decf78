import type { ComparisonKind } from '../row.ts'
import { agreementFigures } from './agreement.ts'
import { chronologyFigures } from './chronology.ts'
import type { ComparedFigure, ComparisonInput } from './figure.ts'
import { hypothesesFigures } from './hypotheses.ts'
import { independenceFigures } from './independence.ts'
import { matrixFigures } from './matrix.ts'
import { spreadFigures } from './spread.ts'

/** How each comparison is printed: its figures, and what stands there without any. */
export const comparisons: Record<
  ComparisonKind,
  { figures(input: ComparisonInput): ComparedFigure[]; nothing: string }
> = {
  spread: {
    figures: spreadFigures,
    nothing: 'No claim in the scope of this brief gives a figure on this topic.',
  },
  matrix: { figures: matrixFigures, nothing: 'No claim on this topic is in the scope of this brief.' },
  agreement: {
    figures: agreementFigures,
    nothing: 'No claims in the scope of this brief contradict, strain or bear out each other on this topic.',
  },
  independence: {
    figures: independenceFigures,
    nothing: 'No claim on this topic is in the scope of this brief.',
  },
  chronology: {
    figures: chronologyFigures,
    nothing: 'No claim on this topic is in the scope of this brief.',
  },
  hypotheses: { figures: hypothesesFigures, nothing: 'This topic has no hypotheses.' },
}
