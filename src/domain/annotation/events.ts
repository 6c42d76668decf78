import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema, proseSchema } from '../scalars.ts'
import { anchorFields } from './row.ts'

export const annotationMade = defineEvent({
  type: 'annotation.made',
  table: 'annotations',
  payload: z.strictObject({
    articleId: idSchema,
    ...anchorFields,
    tagIds: z.array(idSchema),
    note: proseSchema(100_000),
  }),
  apply: (tables, payload, { id, at, by }) =>
    tables.annotations.insert({ id, ...payload, enteredAt: at, enteredBy: by }),
})

export const annotationMoved = defineEvent({
  type: 'annotation.moved',
  table: 'annotations',
  payload: z.strictObject(anchorFields),
  apply: (tables, payload, { id }) =>
    tables.annotations.update(id, (annotation) => Object.assign(annotation, payload)),
})

export const annotationRetagged = defineEvent({
  type: 'annotation.retagged',
  table: 'annotations',
  payload: z.strictObject({ tagIds: z.array(idSchema) }),
  apply: (tables, { tagIds }, { id }) =>
    tables.annotations.update(id, (annotation) => {
      annotation.tagIds = tagIds
    }),
})

export const annotationNoted = defineEvent({
  type: 'annotation.noted',
  table: 'annotations',
  payload: z.strictObject({ note: proseSchema(100_000) }),
  apply: (tables, { note }, { id }) =>
    tables.annotations.update(id, (annotation) => {
      annotation.note = note
    }),
})

export const annotationRemoved = defineEvent({
  type: 'annotation.removed',
  table: 'annotations',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.annotations.delete(id),
})
