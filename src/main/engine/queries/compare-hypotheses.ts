import { achMatrix } from '../../../domain/compare/hypotheses/ach-matrix.ts'
import type { Query } from './context.ts'

export const compareHypotheses: Query<'compare.hypotheses'> = ({ tables }, { topicId }) =>
  achMatrix(topicId, tables)
