import type { SuggestionPage } from '../../contract/suggestions.ts'
import type { Answer } from '../../contract/wire.ts'
import { whyQuiet } from '../../domain/suggest/reading/english.ts'
import { type Step, suggestByParagraph } from '../../domain/suggest/suggest.ts'
import type { Knowledge } from '../../domain/suggest/suggestion.ts'
import type { Watch } from '../engine/watch.ts'

export interface PageInput {
  textHash: string
  text: string
  known: Knowledge
  /** Where the page begins: 0, or the `next` of the page before. */
  from: number
}

/** Code units on the first page, which somebody waits for, and on each later one. */
const firstPage = 24_000
const laterPage = 120_000

/**
 * Answers page after page of one text's suggestions. What has been read is kept, so that the next page goes on where the
 * last one ended; any other page is read up to from the beginning and comes out the same.
 */
export function openPages(): (input: PageInput, watch: Watch) => Answer<SuggestionPage> {
  let open: { key: string; at: number; steps: Generator<Step> } | undefined

  return ({ textHash, text, known, from }, { isCancelled, progress }) => {
    const length = text.length
    const quiet = whyQuiet(text)
    if (quiet !== null) return { ok: true, value: { suggestions: [], next: null, length, quiet } }
    const key = textHash + JSON.stringify(known)
    if (open?.key !== key || open.at !== from) open = { key, at: 0, steps: suggestByParagraph(text, known) }
    const until = from + (from === 0 ? firstPage : laterPage)
    const suggestions: SuggestionPage['suggestions'] = []
    for (let step = open.steps.next(); !step.done; step = open.steps.next()) {
      const { end } = step.value
      open.at = end
      if (end > from) suggestions.push(...step.value.suggestions)
      if (end >= until) return { ok: true, value: { suggestions, next: end, length, quiet: null } }
      if (isCancelled()) {
        open = undefined
        return { ok: false, error: cancelled }
      }
      progress(end, length)
    }
    open = undefined
    return { ok: true, value: { suggestions, next: null, length, quiet: null } }
  }
}

const cancelled = {
  code: 'cancelled',
  message: 'Looking for suggestions was cancelled. What was found before is still there.',
}
