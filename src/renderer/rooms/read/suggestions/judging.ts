import type { Article, RejectedSuggestion } from '../../../../contract/rows.ts'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import type { AlsoHere } from '../../../../domain/suggestion/also-here.ts'
import { draftAt, keyOfWords, putDraft } from '../../../claims/claim-form-draft.ts'
import { acceptedClaim, noteOf, suggestedDraft } from '../../../claims/claim-from-suggestion.ts'
import { annotationOn, spanOf } from '../../../claims/use-save-claim.ts'
import { ask, queryClient } from '../../../data/ask.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { useReading } from '../reading-state.ts'
import { useSuggesting, whileJudged } from './suggesting.ts'
import { acceptTopic } from './use-accept-topic.ts'

/**
 * Accepts a suggestion: one command that marks its words, adds the sources that it names and makes the claim, so that
 * one undo takes all of it back.
 */
export function accept(suggestion: Suggestion, article: Article, topicId: string | null): Promise<void> {
  return whileJudged([suggestion.key], async () => {
    const { start, end } = suggestion
    const words = { articleId: article.id, start, end, quote: suggestion.quote }
    const topic = await acceptTopic(topicId)
    const [sources, marked] = await Promise.all([ask('sources.list', {}), annotationOn(words)])
    const claim = acceptedClaim(suggestion, { article, sources, topicId: topic }, newId)
    const done = await execute('claim.make', {
      id: newId(),
      ...claim.fields,
      evidence: marked ? [marked] : [],
      spans: marked ? [] : [spanOf(words)],
      ...(claim.sources.length > 0 && { sources: claim.sources }),
      suggestion: noteOf(suggestion),
    })
    if (done.ok) await marksDrawn(article.id)
  })
}

/** Opens the claim form filled in as suggested; a form begun on the same words before is kept as it was left. */
export async function edit(suggestion: Suggestion, article: Article, topicId: string | null): Promise<void> {
  const { start, end, quote } = suggestion
  const words = { articleId: article.id, start, end, quote }
  const topic = await acceptTopic(topicId)
  const sources = await ask('sources.list', {})
  const key = keyOfWords(words)
  if (!draftAt(key)?.isTouched) {
    putDraft(key, suggestedDraft(suggestion, article.id, { article, sources, topicId: topic }))
  }
  useSuggesting.setState({ editing: key })
  useReading.getState().newClaim(words)
}

/** Keeps suggestions away, all in one step. */
export function reject(suggestions: readonly Suggestion[], articleId: string): Promise<void> {
  const rejected = suggestions.map(({ key, start, end }) => ({
    id: newId(),
    articleId,
    key,
    kind: 'claim' as const,
    start,
    end,
  }))
  return whileJudged(
    suggestions.map(({ key }) => key),
    async () => {
      const done = await execute('suggestion.reject', { suggestions: rejected })
      if (done.ok) await rejectedDrawn(articleId)
    },
  )
}

/** Marks every place of words known from elsewhere with the tags that they have there, in one step. */
export function markAll({ key, places, tagIds }: AlsoHere, articleId: string): Promise<void> {
  return whileJudged([key], async () => {
    const spans = places.map(({ start, end }) => ({ id: newId(), articleId, start, end, tagIds }))
    const done = await execute('annotation.make', { spans })
    if (done.ok) await alsoDrawn(articleId)
  })
}

/** Does not offer these words in this article again. */
export function rejectWords({ key, places }: AlsoHere, articleId: string): Promise<void> {
  return whileJudged([key], async () => {
    const suggestions = places
      .slice(0, 1)
      .map((place) => ({ id: newId(), articleId, key, kind: 'phrase', ...place }))
    const done = await execute('suggestion.reject', { suggestions })
    if (done.ok) await alsoDrawn(articleId)
  })
}

/** Offers a rejected suggestion again. */
export function reconsider({ id, articleId }: RejectedSuggestion): Promise<void> {
  return whileJudged([id], async () => {
    const done = await execute('suggestion.reconsider', { ids: [id] })
    if (done.ok) await rejectedDrawn(articleId)
  })
}

async function marksDrawn(id: string): Promise<void> {
  await queryClient.refetchQueries({ queryKey: ['article.marks', { id }] })
}

async function rejectedDrawn(articleId: string): Promise<void> {
  await queryClient.refetchQueries({ queryKey: ['suggestions.rejected', { articleId }] })
}

async function alsoDrawn(articleId: string): Promise<void> {
  await queryClient.refetchQueries({ queryKey: ['suggestions.alsoHere', { articleId }] })
}
