import { useMemo } from 'react'
import type { ArticleMarks, RejectedSuggestion } from '../../../../contract/rows.ts'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import { stillOpen } from '../../../../domain/suggestion/still-open.ts'
import { useAsk } from '../../../data/ask.ts'
import { useReadOnly } from '../../../data/read-only.ts'
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
  const open = useMemo(() => {
    if (isReadOnly || !data) return none
    const away = new Set([...data.map(({ key }) => key), ...judged])
    return stillOpen(found, { annotations, claims }, away)
  }, [found, annotations, claims, data, judged, isReadOnly])
  return { open, rejected: isReadOnly ? none : rejected }
}

const none: readonly never[] = []
