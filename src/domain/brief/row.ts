import { z } from 'zod'
import { claimStatuses, stances } from '../claim/row.ts'
import { dateSchema, idSchema, lineSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

/** Which claims a brief speaks of. An empty list means: no limit on that axis. */
export const briefScopeSchema = z.strictObject({
  statuses: z.array(z.enum(claimStatuses)),
  stances: z.array(z.enum(stances)),
  sourceIds: z.array(idSchema).max(10_000),
  /** Statement time, both days included; a claim without one is kept. */
  saidFrom: dateSchema.nullable(),
  saidTo: dateSchema.nullable(),
})

/** Ways to compare the claims of a topic: the rooms’ own, in the order in which they are offered. */
export const comparisonKinds = [
  'spread',
  'matrix',
  'agreement',
  'independence',
  'chronology',
  'hypotheses',
] as const
export type ComparisonKind = (typeof comparisonKinds)[number]

/** The parts of a brief, in the order in which they are printed. */
export const briefSectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), heading: lineSchema(500), body: proseSchema(100_000) }),
  z.strictObject({ kind: z.literal('topic'), topicId: idSchema, body: proseSchema(100_000) }),
  /** Claims of the scope that have no topic or whose topic has no section. */
  z.strictObject({ kind: z.literal('other claims') }),
  /** Pairs that are related as contradicting, both quotes side by side. */
  z.strictObject({ kind: z.literal('contradictions') }),
  z.strictObject({ kind: z.literal('sources') }),
  /** A topic’s claims of the scope compared in one way: a chart and its table. */
  z.strictObject({
    kind: z.literal('comparison'),
    comparison: z.enum(comparisonKinds),
    topicId: idSchema,
    body: proseSchema(100_000),
  }),
])
export type BriefSection = z.infer<typeof briefSectionSchema>

export const briefFields = {
  name: lineSchema(300).min(1, 'a brief needs a name'),
  title: lineSchema(500),
  scope: briefScopeSchema,
  sections: z.array(briefSectionSchema).max(2000),
  /** The analyst's own sentence for a claim, by claim id, in place of the claim's statement. */
  wording: z.record(idSchema, proseSchema(10_000)),
}

/** A saved report. */
export const briefs = defineTable('briefs', 'brief', z.strictObject({ id: idSchema, ...briefFields }))
