import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema } from '../scalars.ts'
import { originLinkFields } from './row.ts'

export const originLinkSet = defineEvent({
  type: 'originLink.set',
  table: 'originLinks',
  payload: z.strictObject({ oneId: idSchema, otherId: idSchema, ...originLinkFields }),
  apply: (tables, payload, { id }) => tables.originLinks.insert({ id, ...payload }),
})

export const originLinkChanged = defineEvent({
  type: 'originLink.changed',
  table: 'originLinks',
  payload: z.strictObject({ set: z.strictObject(originLinkFields).partial() }),
  apply: (tables, { set }, { id }) => tables.originLinks.update(id, (link) => Object.assign(link, set)),
})

export const originLinkCleared = defineEvent({
  type: 'originLink.cleared',
  table: 'originLinks',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.originLinks.delete(id),
})
