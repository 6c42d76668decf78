import { useMemo } from 'react'
import type { ArticleMarks, RejectedSuggestion } from '../../../../contract/rows.ts'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import { stillOpen } from '../../../../domain/suggestion/still-open.ts'
import { useAsk } from '../../../data/ask.ts'
import { useReadOnly } from '../../../state/read-only.ts'
import { useSuggesting } from './suggesting.ts'

/** The article's suggestions that nobody has judged yet, and those rejected. In the past there are none. */
export function useOpenSuggestions(marks: ArticleMarks): {
  open: readonly Suggestion[]
  rejected: readonly RejectedSuggestion[]
} {
  const { article, annotations, claims } = marks
  const found = useSuggesting((state) => (state.articleId === article.id ? state.found : none))
  const judged = useSuggesting((state) => state.judged)
  const isReadOnly = useReadOnly() !== null
  const { data } = useAsk('suggestions.rejected', { articleId: article.id }, { enabled: !isReadOnly })
  const rejected = data ?? none
  const open = useMemo(
    () => (isReadOnly || !data ? none : openOf(found, annotations, claims, data, judged)),
    [found, annotations, claims, data, judged, isReadOnly],
  )
  return { open, rejected: isReadOnly ? none : rejected }
}

/**
 * The list, its tab and the text ask for the same at once, and each new annotation asks again: for as long as nothing of it
 * changed it is the same array, so that a span in a long article draws no suggestion anew.
 */
function openOf(
  found: readonly Suggestion[],
  annotations: ArticleMarks['annotations'],
  claims: ArticleMarks['claims'],
  rejected: readonly RejectedSuggestion[],
  judged: ReadonlySet<string>,
): readonly Suggestion[] {
  const from = [found, annotations, claims, rejected, judged]
  if (from.every((each, index) => each === last.from[index])) return last.open
  const away = new Set([...rejected.map(({ key }) => key), ...judged])
  const open = stillOpen(found, { annotations, claims }, away)
  const isSame = open.length === last.open.length && open.every((each, index) => each === last.open[index])
  last = { from, open: isSame ? last.open : open }
  return last.open
}

let last: { from: readonly unknown[]; open: readonly Suggestion[] } = { from: [], open: [] }

const none: readonly never[] = []
