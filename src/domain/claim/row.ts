import { z } from 'zod'
import { confidences, credibilities, likelihoods } from '../grade.ts'
import { dateSchema, idSchema, instantSchema, lineSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

export const stances = ['asserts', 'denies', 'cannot confirm'] as const
export const qualifiers = ['exactly', 'about', 'up to', 'at least', 'more than'] as const
export const claimStatuses = ['open', 'corroborated', 'disputed', 'refuted', 'withdrawn'] as const
export type Stance = (typeof stances)[number]
export type Qualifier = (typeof qualifiers)[number]
export type ClaimStatus = (typeof claimStatuses)[number]

export const mostEvidence = 1000
const amount = z.number().min(-1e15).max(1e15).nullable()

export const claimFields = {
  statement: proseSchema(10_000).refine((text) => text.trim() !== '', 'a claim needs its statement'),
  /** The claimant: who says it. Null while unknown. */
  sourceId: idSchema.nullable(),
  /** The chain it came through, from nearest the claimant to nearest the article. */
  via: z.array(idSchema).max(50),
  topicId: idSchema.nullable(),
  stance: z.enum(stances),
  /** How the words bound the figure. “up to” has only a high end; “at least” and “more than” only a low one. */
  qualifier: z.enum(qualifiers).nullable(),
  low: amount,
  high: amount,
  /** The thing counted or measured: “soldiers”, “km”, “US dollars”. */
  unit: lineSchema(120),
  place: lineSchema(300),
  /** When it happened: first and last possible day, both included; equal for a known day, null when unknown. */
  eventFrom: dateSchema.nullable(),
  eventTo: dateSchema.nullable(),
  /** When it was said, likewise. */
  statementFrom: dateSchema.nullable(),
  statementTo: dateSchema.nullable(),
  credibility: z
    .union(
      credibilities.map((grade) => z.literal(grade)) as [
        z.ZodLiteral<1>,
        ...z.ZodLiteral<2 | 3 | 4 | 5 | 6>[],
      ],
    )
    .nullable(),
  confidence: z.enum(confidences).nullable(),
  likelihood: z.enum(likelihoods).nullable(),
  status: z.enum(claimStatuses),
  note: proseSchema(100_000),
}

/** An assertion: who says what, how many, where, when, how sure. */
export const claims = defineTable(
  'claims',
  'claim',
  z.strictObject({
    id: idSchema,
    ...claimFields,
    /** Annotations that the claim rests on. One that is gone stays listed, as lost evidence. */
    evidence: z.array(idSchema).max(mostEvidence),
    enteredAt: instantSchema,
    enteredBy: idSchema,
  }),
  {
    indexed: ['topicId', 'sourceId', 'status'],
    refs: { sourceId: 'sources', via: 'sources', topicId: 'topics', evidence: 'annotations' },
  },
)
