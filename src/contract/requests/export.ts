import { z } from 'zod'
import { idSchema } from '../../domain/scalars.ts'
import { formatsOf } from '../export-formats.ts'
import { exportTableNames } from '../export-tables.ts'
import type { ExportResult } from '../program.ts'
import type { ReplayEstimate } from '../replay.ts'
import { request } from '../request.ts'
import { asOf } from './inputs.ts'

/** What goes into a replay that is handed on. */
const replay = z.strictObject({
  job: idSchema,
  /** Null: everything. */
  scope: z.strictObject({ topicId: idSchema.nullable() }),
  asOf,
  /** The articles' whole texts, or only the paragraphs around their spans. */
  texts: z.enum(['whole', 'around']),
})

/** Requests that write a file for others, or show what it would hold. */
export const exportRequests = {
  'export.brief': request<ExportResult | null>()({
    input: z.strictObject({ job: idSchema, id: idSchema, format: z.enum(formatsOf('brief')), asOf }),
    by: 'program',
  }),
  'export.table': request<ExportResult | null>()({
    input: z.strictObject({
      job: idSchema,
      table: z.enum(exportTableNames),
      format: z.enum(formatsOf('table')),
      bom: z.boolean().default(false),
      asOf,
    }),
    by: 'program',
  }),
  /** How large a replay will be, told before it is written. */
  'replay.estimate': request<ReplayEstimate>()({ input: replay, by: 'program' }),
  /** One HTML file that plays the history of a topic, or of everything, in any browser. */
  'export.replay': request<ExportResult | null>()({ input: replay, by: 'program' }),
  /** What changed between two moments, for a report or a spreadsheet. */
  'export.changes': request<ExportResult | null>()({
    input: z.strictObject({
      job: idSchema,
      from: z.int().min(0),
      to: z.int().min(0),
      format: z.enum(formatsOf('changes')),
    }),
    by: 'program',
  }),
  /** A saved brief as the Markdown that its export would write, to be copied. */
  'brief.markdown': request<{ markdown: string }>()({
    input: z.strictObject({ id: idSchema, asOf }),
    by: 'program',
  }),
} as const
