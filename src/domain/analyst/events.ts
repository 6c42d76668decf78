import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { analystFields } from './row.ts'

export const analystJoined = defineEvent({
  type: 'analyst.joined',
  table: 'analysts',
  payload: z.strictObject(analystFields),
  apply: (tables, payload, { id }) => tables.analysts.insert({ id, ...payload }),
})

export const analystChanged = defineEvent({
  type: 'analyst.changed',
  table: 'analysts',
  payload: z.strictObject({ set: z.strictObject(analystFields).partial() }),
  apply: (tables, { set }, { id }) => tables.analysts.update(id, (analyst) => Object.assign(analyst, set)),
})
