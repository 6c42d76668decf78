import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema } from '../scalars.ts'
import { sourceFields } from './row.ts'

export const sourceAdded = defineEvent({
  type: 'source.added',
  table: 'sources',
  payload: z.strictObject(sourceFields),
  apply: (tables, payload, { id }) =>
    tables.sources.insert({ id, ...payload, retired: false, mergedInto: null }),
})

export const sourceChanged = defineEvent({
  type: 'source.changed',
  table: 'sources',
  payload: z.strictObject({ set: z.strictObject({ ...sourceFields, retired: z.boolean() }).partial() }),
  apply: (tables, { set }, { id }) => tables.sources.update(id, (source) => Object.assign(source, set)),
})

export const sourceMerged = defineEvent({
  type: 'source.merged',
  table: 'sources',
  payload: z.strictObject({ into: idSchema }),
  apply: (tables, { into }, { id }) =>
    tables.sources.update(id, (source) => {
      source.mergedInto = into
      source.retired = true
    }),
})
