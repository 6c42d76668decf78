import { z } from 'zod'
import { anchorOf } from '../annotation/spans.ts'
import { defineCommand } from '../command.ts'
import { allExisting, countOf, existing, short, unused } from '../decide.ts'
import { reject } from '../rejection.ts'
import { idSchema } from '../scalars.ts'
import { suggestionReconsidered, suggestionRejected } from './events.ts'
import { rejectedFields } from './row.ts'

const { quote: _fromTheText, ...given } = rejectedFields

export const rejectSuggestions = defineCommand({
  type: 'suggestion.reject',
  summary: 'Keeps suggestions away from now on; they can be reconsidered.',
  args: z.strictObject({
    suggestions: z
      .array(z.strictObject({ id: idSchema, ...given }))
      .min(1)
      .max(100_000),
  }),
  decide({ suggestions }, { tables, text }) {
    const ids = new Set<string>()
    const known = new Map<string, Set<string>>()
    const events = suggestions.flatMap(({ id, ...suggestion }) => {
      const { articleId, key, start, end } = suggestion
      existing(tables, 'articles', articleId)
      unused(tables, 'rejectedSuggestions', id)
      if (ids.has(id)) reject('id_taken', `Two suggestions of this command have the id ${id}.`, { id })
      ids.add(id)
      const { quote } = anchorOf(text(articleId), start, end)
      const keys = known.get(articleId) ?? keysOf(articleId)
      known.set(articleId, keys)
      if (keys.has(key)) return []
      keys.add(key)
      return [suggestionRejected.on(id, { ...suggestion, quote })]
    })
    return { label: `reject ${named(events.map(({ payload }) => payload as { quote: string }))}`, events }

    function keysOf(articleId: string): Set<string> {
      return new Set(tables.rejectedSuggestions.where('articleId', articleId).map(({ key }) => key))
    }
  },
})

export const reconsiderSuggestions = defineCommand({
  type: 'suggestion.reconsider',
  summary: 'Takes rejections back: the suggestions are offered again.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) }),
  decide({ ids }, { tables }) {
    const rows = allExisting(tables, 'rejectedSuggestions', ids)
    return {
      label: `reconsider ${named(rows)}`,
      events: rows.map(({ id }) => suggestionReconsidered.on(id, {})),
    }
  },
})

function named(suggestions: readonly { quote: string }[]): string {
  const [first] = suggestions
  return suggestions.length === 1 && first
    ? `the suggestion “${short(first.quote)}”`
    : countOf(suggestions.length, 'suggestion')
}
