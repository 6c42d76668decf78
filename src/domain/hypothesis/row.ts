import { z } from 'zod'
import { confidences, likelihoods } from '../grade.ts'
import { idSchema, lineSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

/** What an analyst says of a hypothesis. Its topic and its place are set by commands of their own. */
export const hypothesisFields = {
  statement: lineSchema(1000).min(1, 'a hypothesis needs its statement'),
  note: proseSchema(100_000),
  /** How probable it is held to be: an ICD 203 term. Never derived from the matrix or from the confidence. */
  likelihood: z.enum(likelihoods).nullable(),
  /** How well founded that judgement is: another axis. */
  confidence: z.enum(confidences).nullable(),
  /** Set aside: kept on record with its ratings, and left out of the comparison. */
  retired: z.boolean(),
}

/** Its place among the hypotheses of its topic, from 1; two may share one, then the earlier id goes first. */
export const hypothesisOrder = z.int().min(1).max(1_000_000)

/** A possible answer to a topic's question, weighed against the others by the same evidence. */
export const hypotheses = defineTable(
  'hypotheses',
  'hypothesis',
  z.strictObject({ id: idSchema, topicId: idSchema, ...hypothesisFields, order: hypothesisOrder }),
  { indexed: ['topicId'], refs: { topicId: 'topics' } },
)
