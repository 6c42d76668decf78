import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema, proseSchema } from '../scalars.ts'
import { relationKinds } from './row.ts'

export const relationSet = defineEvent({
  type: 'relation.set',
  table: 'relations',
  payload: z.strictObject({
    fromId: idSchema,
    toId: idSchema,
    kind: z.enum(relationKinds),
    note: proseSchema(10_000),
  }),
  apply: (tables, payload, { id }) => tables.relations.insert({ id, ...payload }),
})

export const relationChanged = defineEvent({
  type: 'relation.changed',
  table: 'relations',
  payload: z.strictObject({
    set: z.strictObject({ kind: z.enum(relationKinds), note: proseSchema(10_000) }).partial(),
  }),
  apply: (tables, { set }, { id }) => tables.relations.update(id, (relation) => Object.assign(relation, set)),
})

export const relationRemoved = defineEvent({
  type: 'relation.removed',
  table: 'relations',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.relations.delete(id),
})
