import { z } from 'zod'
import { idSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

export const originVerdicts = ['same origin', 'independent'] as const
export type OriginVerdict = (typeof originVerdicts)[number]

export const originLinkFields = {
  verdict: z.enum(originVerdicts),
  note: proseSchema(10_000),
}

/**
 * What an analyst decided about a pair of claims, against or beside the rules of independence: that they go back to one
 * origin, or that they do not. A pair has no direction: `oneId` is the lesser id.
 */
export const originLinks = defineTable(
  'originLinks',
  'correction',
  z.strictObject({ id: idSchema, oneId: idSchema, otherId: idSchema, ...originLinkFields }),
  { indexed: ['oneId', 'otherId'], refs: { oneId: 'claims', otherId: 'claims' } },
)
