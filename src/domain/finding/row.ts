import { z } from 'zod'
import { idSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

/** What two claims are to each other by the rules of agreement. The order is that of the screen. */
export const findingKinds = ['contradiction', 'tension', 'agreement'] as const
export type FindingKind = (typeof findingKinds)[number]

export const verdicts = ['confirmed', 'dismissed'] as const
export type Verdict = (typeof verdicts)[number]

export const findingFields = {
  /** What the rules had found when it was judged: a verdict holds for that, and for no other kind. */
  kind: z.enum(findingKinds),
  verdict: z.enum(verdicts),
  note: proseSchema(10_000),
}

/**
 * The analyst's verdict on what the rules find between two claims. Findings themselves are worked out and never
 * stored. The pair has no direction: `aId` is the smaller id, and a pair has one row at most.
 */
export const findings = defineTable(
  'findings',
  'finding',
  z.strictObject({ id: idSchema, aId: idSchema, bId: idSchema, ...findingFields }),
  { indexed: ['aId', 'bId'], refs: { aId: 'claims', bId: 'claims' } },
)
