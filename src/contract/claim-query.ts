import { z } from 'zod'
import {
  type FieldAxis,
  type FieldGroup,
  fieldColumns,
  fieldGroups,
  inOrder,
} from '../domain/claim/fields.ts'
import { claimStatuses, qualifiers, stances } from '../domain/claim/row.ts'
import { confidences, likelihoods } from '../domain/grade.ts'
import { dateSchema, idSchema, instantSchema } from '../domain/scalars.ts'
import { warningKinds } from './rows.ts'

/** Columns of the table of claims, in their order until the analyst chooses otherwise. */
export const claimColumns = [
  ...fieldColumns,
  'article',
  'evidence',
  'relations',
  'warnings',
  'entered',
] as const
export type ClaimColumn = (typeof claimColumns)[number]

export const claimGroups = [
  ...inOrder<FieldGroup>(['topic', 'source', 'status'], fieldGroups),
  'article',
] as const

const ids = z.array(idSchema).max(10_000)
/** In a list of ids, `null` stands for claims that have none. */
const idsOrNone = z.array(idSchema.nullable()).max(10_000)

/** How a query narrows by a field: one without its part is a compile error. */
const fieldFilters = {
  topicIds: idsOrNone.default([]),
  sourceIds: idsOrNone.default([]),
  statuses: z.array(z.enum(claimStatuses)).default([]),
  stances: z.array(z.enum(stances)).default([]),
  qualifiers: z.array(z.enum(qualifiers)).default([]),
  credibilities: z.array(z.int().min(1).max(6).nullable()).default([]),
  confidences: z.array(z.enum(confidences).nullable()).default([]),
  likelihoods: z.array(z.enum(likelihoods).nullable()).default([]),
  eventFrom: dateSchema.nullable().default(null),
  eventTo: dateSchema.nullable().default(null),
  saidFrom: dateSchema.nullable().default(null),
  saidTo: dateSchema.nullable().default(null),
} satisfies Record<FieldAxis, z.ZodType>

/** Which claims, in what order. Every filter narrows; absent or empty means no limit on that axis. */
export const claimQuerySchema = z.strictObject({
  /** Words that must all occur in statement, unit, place, note, source or quote. */
  text: z.string().max(1000).default(''),
  ...fieldFilters,
  articleIds: ids.default([]),
  tagIds: ids.default([]),
  analystIds: ids.default([]),
  warnings: z.array(z.enum(warningKinds)).default([]),
  /** When claims entered the workspace: moments in UTC, both included. */
  enteredFrom: instantSchema.nullable().default(null),
  enteredTo: instantSchema.nullable().default(null),
  sort: z
    .strictObject({ column: z.enum(claimColumns), descending: z.boolean() })
    .default({ column: 'entered', descending: true }),
  group: z.enum(claimGroups).nullable().default(null),
})
export type ClaimQuery = z.output<typeof claimQuerySchema>
