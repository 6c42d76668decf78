import { z } from 'zod'
import { dateSchema, idSchema } from '../../domain/scalars.ts'
import { claimQuerySchema } from '../claim-query.ts'
import { request } from '../request.ts'
import type { ClaimDetail, NamedClaim, Warning } from '../rows.ts'
import { byId } from './inputs.ts'

/** Requests for claims as rows, groups and one with all that hangs on it. */
export const claimRequests = {
  /** Without what to warn of, which may depend on whole topics: rows must not wait for that. */
  'claims.page': request<{ total: number; head: number; rows: NamedClaim[] }>()({
    input: z.strictObject({
      query: claimQuerySchema,
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
    }),
    by: 'engine',
    reads: ['claims', 'sources', 'topics', 'annotations', 'articles', 'relations', 'originLinks', 'tags'],
  }),
  /** What to warn of, by claim. A claim that is not there is left out. */
  'claims.warnings': request<Record<string, Warning[]>>()({
    input: z.strictObject({ ids: z.array(idSchema).max(1000) }),
    by: 'engine',
    reads: ['claims', 'sources', 'topics', 'annotations', 'articles', 'relations', 'originLinks'],
  }),
  /** Groups in the order of the query's rows. Without grouping: none. */
  'claims.groups': request<{ key: string | null; label: string; count: number }[]>()({
    input: z.strictObject({ query: claimQuerySchema }),
    by: 'engine',
    reads: ['claims', 'sources', 'topics', 'annotations', 'articles', 'relations', 'originLinks', 'tags'],
  }),
  'claims.ids': request<string[]>()({
    input: z.strictObject({ query: claimQuerySchema }),
    by: 'engine',
    reads: ['claims', 'sources', 'topics', 'annotations', 'articles', 'relations', 'originLinks', 'tags'],
  }),
  'claim.get': request<ClaimDetail>()({ input: byId, by: 'engine', reads: ['*'] }),
  /** Claims of the same topic and overlapping event time whose figure is another: shown beside the form. */
  'claims.differing': request<NamedClaim[]>()({
    input: z.strictObject({
      topicId: idSchema,
      low: z.number().nullable(),
      high: z.number().nullable(),
      unit: z.string().max(120).default(''),
      eventFrom: dateSchema.nullable(),
      eventTo: dateSchema.nullable(),
      except: idSchema.nullable().default(null),
    }),
    by: 'engine',
    reads: ['claims'],
  }),
} as const
