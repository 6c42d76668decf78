import { z } from 'zod'
import { idSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

/**
 * How well a piece of evidence goes with a hypothesis, were that true (R. J. Heuer, Psychology of Intelligence
 * Analysis, chapter 8): from least to best, then what says nothing on it.
 */
export const ratings = [
  'very inconsistent',
  'inconsistent',
  'neutral',
  'consistent',
  'very consistent',
  'not applicable',
] as const
export type Rating = (typeof ratings)[number]

export const assessmentFields = {
  /** Null: it belongs to the matrix and is not rated yet. */
  rating: z.enum(ratings).nullable(),
  note: proseSchema(10_000),
}

/** A cell of the matrix: what a claim, as evidence, says on a hypothesis. */
export const assessments = defineTable(
  'assessments',
  'rating',
  z.strictObject({ id: idSchema, hypothesisId: idSchema, claimId: idSchema, ...assessmentFields }),
  {
    indexed: ['hypothesisId', 'claimId'],
    refs: { hypothesisId: 'hypotheses', claimId: 'claims' },
  },
)
