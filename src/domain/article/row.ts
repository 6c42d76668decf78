import { z } from 'zod'
import { dateSchema, idSchema, instantSchema, lineSchema, offsetSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

export const articleStatuses = ['to read', 'reading', 'read'] as const
export const furnitureKinds = [
  'menu',
  'caption',
  'most popular',
  'related',
  'comments',
  'newsletter',
  'copyright',
  'repeated headline',
  'share',
  'read time',
  'other',
] as const
export type FurnitureKind = (typeof furnitureKinds)[number]

/** What an analyst may correct after the import. The text is not among it: a changed article is a new revision. */
export const articleFields = {
  title: lineSchema(1000).min(1, 'an article needs a title'),
  publisher: lineSchema(300),
  author: lineSchema(300),
  /** The date printed on the article; null when it says none. */
  publishedDate: dateSchema.nullable(),
  url: lineSchema(4000).refine(
    (url) => url === '' || /^https?:\/\//i.test(url),
    'a web address begins with http:// or https://',
  ),
  /** BCP 47 tag, or empty when unknown. */
  language: lineSchema(35),
}

export const articles = defineTable(
  'articles',
  'article',
  z.strictObject({
    id: idSchema,
    ...articleFields,
    /** SHA-256 of the canonical text's UTF-8 bytes; the text lies in the append-only texts table. */
    textHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Length of the canonical text in UTF-16 code units. */
    length: offsetSchema,
    words: offsetSchema,
    /** Where it came from: a file's name or “pasted”. Never a path. */
    origin: lineSchema(1000),
    encoding: lineSchema(40),
    /** For an article split from a file with several: “part 7 of 12”. */
    part: z.int().min(1).nullable(),
    parts: z.int().min(1).nullable(),
    /** 1 for a first import; a changed article is revision 2 of `revisionOf`. */
    revision: z.int().min(1),
    revisionOf: idSchema.nullable(),
    status: z.enum(articleStatuses),
    enteredAt: instantSchema,
    enteredBy: idSchema,
  }),
  { indexed: ['textHash', 'revisionOf'], refs: { revisionOf: 'articles' } },
)

/** A stretch of an article marked as page furniture: hidden by default, never deleted. Half-open, UTF-16 code units. */
export const furniture = defineTable(
  'furniture',
  'furniture mark',
  z.strictObject({
    id: idSchema,
    articleId: idSchema,
    start: offsetSchema,
    end: offsetSchema,
    kind: z.enum(furnitureKinds),
  }),
  { indexed: ['articleId'], refs: { articleId: 'articles' } },
)
