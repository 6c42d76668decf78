import { z } from 'zod'
import { reliabilities } from '../grade.ts'
import { idSchema, lineSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

export const sourceKinds = ['person', 'organisation', 'publication'] as const

export const mostAliases = 200

export const sourceFields = {
  name: lineSchema(200).min(1, 'a source needs a name'),
  kind: z.enum(sourceKinds),
  /** Other names under which it appears: “the Pentagon”, “US Department of Defense”. */
  aliases: z.array(lineSchema(200).min(1)).max(mostAliases),
  /** Admiralty Code; null until the analyst has graded it. F is a grade, not an absence. */
  reliability: z.enum(reliabilities).nullable(),
  note: proseSchema(10_000),
}

/** Whoever asserts things: a person, an organisation or a publication. */
export const sources = defineTable(
  'sources',
  'source',
  z.strictObject({ id: idSchema, ...sourceFields, retired: z.boolean(), mergedInto: idSchema.nullable() }),
  { refs: { mergedInto: 'sources' } },
)
