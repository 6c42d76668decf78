import { z } from 'zod'
import { idSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

export const relationKinds = ['supports', 'contradicts', 'repeats', 'supersedes'] as const
export type RelationKind = (typeof relationKinds)[number]

/** Claim to claim: “from” supports, contradicts, repeats (goes back to the same origin as) or supersedes “to”. */
export const relations = defineTable(
  'relations',
  'relation',
  z.strictObject({
    id: idSchema,
    fromId: idSchema,
    toId: idSchema,
    kind: z.enum(relationKinds),
    note: proseSchema(10_000),
  }),
  { indexed: ['fromId', 'toId'], refs: { fromId: 'claims', toId: 'claims' } },
)
