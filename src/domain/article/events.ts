import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema, offsetSchema } from '../scalars.ts'
import { articleFields, articleStatuses, articles, furnitureKinds } from './row.ts'

const shape = articles.schema.shape

export const articleImported = defineEvent({
  type: 'article.imported',
  table: 'articles',
  payload: z.strictObject({
    ...articleFields,
    textHash: z.string().regex(/^[0-9a-f]{64}$/),
    length: offsetSchema,
    words: offsetSchema,
    origin: shape.origin as z.ZodType<string>,
    encoding: shape.encoding as z.ZodType<string>,
    part: z.int().min(1).nullable(),
    parts: z.int().min(1).nullable(),
    revision: z.int().min(1),
    revisionOf: idSchema.nullable(),
  }),
  apply: (tables, payload, { id, at, by }) =>
    tables.articles.insert({ id, ...payload, status: 'to read', enteredAt: at, enteredBy: by }),
})

export const articleCorrected = defineEvent({
  type: 'article.corrected',
  table: 'articles',
  payload: z.strictObject({ set: z.strictObject(articleFields).partial() }),
  apply: (tables, { set }, { id }) => tables.articles.update(id, (article) => Object.assign(article, set)),
})

export const articleStatusSet = defineEvent({
  type: 'article.statusSet',
  table: 'articles',
  payload: z.strictObject({ status: z.enum(articleStatuses) }),
  apply: (tables, { status }, { id }) =>
    tables.articles.update(id, (article) => {
      article.status = status
    }),
})

export const articleRemoved = defineEvent({
  type: 'article.removed',
  table: 'articles',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.articles.delete(id),
})

export const furnitureMarked = defineEvent({
  type: 'furniture.marked',
  table: 'furniture',
  payload: z.strictObject({
    articleId: idSchema,
    start: offsetSchema,
    end: offsetSchema,
    kind: z.enum(furnitureKinds),
  }),
  apply: (tables, payload, { id }) => tables.furniture.insert({ id, ...payload }),
})

export const furnitureUnmarked = defineEvent({
  type: 'furniture.unmarked',
  table: 'furniture',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.furniture.delete(id),
})
