import { z } from 'zod'
import { idSchema } from '../scalars.ts'

/** What a replay can be about. */
export const replaySubjects = ['articles', 'topics', 'claims', 'tags'] as const
export type ReplaySubject = (typeof replaySubjects)[number]

/** Which events a replay visits: those of one author, about one thing, or both. */
export const replayFilterSchema = z.strictObject({
  by: idSchema.nullable(),
  about: z.strictObject({ table: z.enum(replaySubjects), id: idSchema }).nullable(),
})
export type ReplayFilter = z.infer<typeof replayFilterSchema>
