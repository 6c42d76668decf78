import { z } from 'zod'
import { idSchema, offsetSchema } from '../../domain/scalars.ts'
import { request } from '../request.ts'

/** Requests for what an analyst last looked at; kept in the workspace file, outside the log. */
export const viewRequests = {
  /** What this analyst last looked at; kept in the workspace file, outside the log. */
  'view.get': request<unknown>()({
    input: z.strictObject({ key: z.string().max(200) }),
    by: 'engine',
    reads: [],
  }),
  'view.set': request<null>()({
    input: z.strictObject({ key: z.string().max(200), value: z.unknown() }),
    by: 'engine',
  }),
  /** How far an article was read: the first visible offset and the share that has been seen, 0 to 1. */
  'view.setPosition': request<null>()({
    input: z.strictObject({ articleId: idSchema, offset: offsetSchema, progress: z.number().min(0).max(1) }),
    by: 'engine',
  }),
  'view.getPosition': request<{ offset: number; progress: number } | null>()({
    input: z.strictObject({ articleId: idSchema }),
    by: 'engine',
  }),
} as const
