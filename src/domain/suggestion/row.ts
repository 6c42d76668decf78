import { z } from 'zod'
import { idSchema, instantSchema, lineSchema, offsetSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

/** `claim`: a draft claim of the assistant. `phrase`: words offered to be marked at all their places in an article. */
export const suggestionKinds = ['claim', 'phrase'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** What a suggestion is known by: the same text and the same rules give the same key again. */
export const suggestionKeySchema = lineSchema(300).min(1, 'a suggestion has a key')

export const rejectedFields = {
  articleId: idSchema,
  key: suggestionKeySchema,
  kind: z.enum(suggestionKinds),
  /** Its words in the article's text, UTF-16 code units, half-open; for a phrase the first of its places. */
  start: offsetSchema,
  end: offsetSchema,
  quote: proseSchema(100_000),
}

/** A suggestion that an analyst does not want to see again. Those nobody has judged are rows nowhere. */
export const rejectedSuggestions = defineTable(
  'rejectedSuggestions',
  'rejected suggestion',
  z.strictObject({ id: idSchema, ...rejectedFields, enteredAt: instantSchema, enteredBy: idSchema }),
  { indexed: ['articleId'], refs: { articleId: 'articles' } },
)
