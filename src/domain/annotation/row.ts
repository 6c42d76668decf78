import { z } from 'zod'
import { idSchema, instantSchema, offsetSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

/** Where a span lies and what it says, so that it can be found again and checked. */
export const anchorFields = {
  /** UTF-16 code units of the canonical text, half-open. */
  start: offsetSchema,
  end: offsetSchema,
  /** The words themselves: equal to the text between start and end. */
  quote: z.string(),
  /** Up to 32 code units before and after, never half a character. */
  prefix: z.string().max(32),
  suffix: z.string().max(32),
}

/** A span of an article with its tags and a note. */
export const annotations = defineTable(
  'annotations',
  'annotation',
  z.strictObject({
    id: idSchema,
    articleId: idSchema,
    ...anchorFields,
    tagIds: z.array(idSchema),
    note: proseSchema(100_000),
    enteredAt: instantSchema,
    enteredBy: idSchema,
  }),
  { indexed: ['articleId'], refs: { articleId: 'articles', tagIds: 'tags' } },
)
