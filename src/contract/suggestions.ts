import type { Suggestion } from '../domain/suggest/suggestion.ts'

/** Suggestions for a stretch of an article, in the order of the text. */
export interface SuggestionPage {
  suggestions: Suggestion[]
  /** Where the next stretch begins, to be asked for as `from`; null: the text has been read to its end. */
  next: number | null
  /** The text's length in UTF-16 code units. */
  length: number
  /** A sentence that says why nothing is proposed: another language, capitals only, no sentences. Else null. */
  quiet: string | null
}
