import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'

/** The row of a cell; undefined for a cell that nobody has touched. A claim has few of them. */
export function assessmentOf(
  tables: Pick<ReadTables, 'assessments'>,
  hypothesisId: string,
  claimId: string,
): RowOf<'assessments'> | undefined {
  return tables.assessments.where('claimId', claimId).find((row) => row.hypothesisId === hypothesisId)
}

/** A cell of the matrix is one row. */
export function checkAssessment(
  tables: Pick<ReadTables, 'assessments'>,
  { id, hypothesisId, claimId }: RowOf<'assessments'>,
): void {
  const other = tables.assessments
    .where('claimId', claimId)
    .find((row) => row.hypothesisId === hypothesisId && row.id !== id)
  if (other) {
    reject('rating_exists', 'The claim is already rated against this hypothesis.', {
      table: 'assessments',
      id: other.id,
    })
  }
}
