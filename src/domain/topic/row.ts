import { z } from 'zod'
import { idSchema, lineSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

export const topicFields = {
  question: lineSchema(500).min(1, 'a topic needs its question'),
  description: proseSchema(10_000),
}

/** A question that several claims answer. */
export const topics = defineTable(
  'topics',
  'topic',
  z.strictObject({ id: idSchema, ...topicFields, retired: z.boolean(), mergedInto: idSchema.nullable() }),
  { refs: { mergedInto: 'topics' } },
)
