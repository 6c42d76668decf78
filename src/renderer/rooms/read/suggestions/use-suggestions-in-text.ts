import { type RefObject, useEffect, useMemo } from 'react'
import type { ArticleMarks } from '../../../../contract/rows.ts'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { useLayout } from '../../../data/settings.ts'
import type { ReaderHandle, Stretch } from '../../../reader/reader.tsx'
import { useLooking } from './looking.ts'
import { showLine, useSuggesting } from './suggesting.ts'
import { claimLineId } from './suggestion-lines.ts'
import { useOpenSuggestions } from './use-open-suggestions.ts'

/** Which list stands in the inspector, and how to change that. */
export function useBeside(): [Beside, (beside: Beside) => void] {
  return useLayout<Beside>('inspector list', 'marks')
}

type Beside = 'marks' | 'suggestions'

/** Whether suggestions are underlined in the text, and how to change that. */
export function useUnderlined(): [boolean, (on: boolean) => void] {
  return useLayout('suggestions underlined', true)
}

/** What suggestions show in the text: their words underlined, and the one that is looked at brought into sight. */
export function useSuggestionsInText(
  marks: ArticleMarks,
  reader: RefObject<ReaderHandle | null>,
): {
  suggested: readonly Stretch[]
  suggestion: Stretch | null
  /** The caret came to an offset: if suggested words lie there, the list goes to them. */
  pointAt(offset: number): void
} {
  useLooking(marks)
  const [isUnderlined] = useUnderlined()
  const { open } = useOpenSuggestions(marks)
  const [beside] = useBeside()
  const isListed = useReadOnly() === null && beside === 'suggestions'
  const shown = useSuggesting(({ articleId, shown: words }) =>
    isListed && articleId === marks.article.id ? words : null,
  )
  const suggested = useMemo(() => (isUnderlined ? open.map(markOf) : none), [open, isUnderlined])
  useEffect(() => {
    if (shown) reader.current?.reveal(shown, { lazily: true })
  }, [shown, reader])
  return {
    suggested,
    suggestion: shown,
    pointAt(offset) {
      if (!isUnderlined || !isListed) return
      const under = open.find(({ start, end }) => start <= offset && offset < end)
      if (under) showLine(claimLineId(under.key), under)
    },
  }
}

/** What is underlined: the figure, else what shows that somebody says it; whole sentences would be loud. */
function markOf(suggestion: Suggestion): Stretch {
  const { quantity, stanceWords, speaker } = suggestion
  const within = [quantity, stanceWords, speaker].find(
    (words) => words && words.start >= suggestion.start && words.end <= suggestion.end,
  )
  return within ?? suggestion
}

const none: readonly Stretch[] = []
