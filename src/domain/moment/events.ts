import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { momentFields } from './row.ts'

export const momentNamed = defineEvent({
  type: 'moment.named',
  table: 'moments',
  payload: z.strictObject({ ...momentFields, seq: z.int().min(0) }),
  apply: (tables, payload, { id }) => tables.moments.insert({ id, ...payload }),
})

export const momentChanged = defineEvent({
  type: 'moment.changed',
  table: 'moments',
  payload: z.strictObject({ set: z.strictObject(momentFields).partial() }),
  apply: (tables, { set }, { id }) => tables.moments.update(id, (moment) => Object.assign(moment, set)),
})

export const momentRemoved = defineEvent({
  type: 'moment.removed',
  table: 'moments',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.moments.delete(id),
})
