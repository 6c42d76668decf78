import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema } from '../scalars.ts'
import { tagFields } from './row.ts'

export const tagCreated = defineEvent({
  type: 'tag.created',
  table: 'tags',
  payload: z.strictObject(tagFields),
  apply: (tables, payload, { id }) =>
    tables.tags.insert({ id, ...payload, retired: false, mergedInto: null }),
})

export const tagChanged = defineEvent({
  type: 'tag.changed',
  table: 'tags',
  payload: z.strictObject({ set: z.strictObject(tagFields).partial() }),
  apply: (tables, { set }, { id }) => tables.tags.update(id, (tag) => Object.assign(tag, set)),
})

export const tagMerged = defineEvent({
  type: 'tag.merged',
  table: 'tags',
  payload: z.strictObject({ into: idSchema }),
  apply: (tables, { into }, { id }) =>
    tables.tags.update(id, (tag) => {
      tag.mergedInto = into
      tag.retired = true
      tag.hotkey = null
    }),
})

export const tagRetired = defineEvent({
  type: 'tag.retired',
  table: 'tags',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) =>
    tables.tags.update(id, (tag) => {
      tag.retired = true
      tag.hotkey = null
    }),
})

export const tagReinstated = defineEvent({
  type: 'tag.reinstated',
  table: 'tags',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) =>
    tables.tags.update(id, (tag) => {
      tag.retired = false
    }),
})
