import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { briefFields } from './row.ts'

export const briefSaved = defineEvent({
  type: 'brief.saved',
  table: 'briefs',
  payload: z.strictObject(briefFields),
  apply: (tables, payload, { id }) => tables.briefs.insert({ id, ...payload }),
})

export const briefChanged = defineEvent({
  type: 'brief.changed',
  table: 'briefs',
  payload: z.strictObject({ set: z.strictObject(briefFields).partial() }),
  apply: (tables, { set }, { id }) => tables.briefs.update(id, (brief) => Object.assign(brief, set)),
})

export const briefRemoved = defineEvent({
  type: 'brief.removed',
  table: 'briefs',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.briefs.delete(id),
})
