import type { KeyboardEvent } from 'react'
import type { ArticleMarks } from '../../../../contract/rows.ts'
import type { AlsoHere } from '../../../../domain/suggestion/also-here.ts'
import { useActions } from '../../../state/actions.ts'
import { showPane } from '../../../state/panes.ts'
import { focusText } from '../focus-soon.ts'
import { accept, edit, markAll, reconsider, reject, rejectWords } from './judging.ts'
import { showLine, useSuggesting } from './suggesting.ts'
import type { Acts } from './suggestion-entry.tsx'
import { type SuggestionLine, wordsOfLine } from './suggestion-lines.ts'
import { useAcceptTopic } from './use-accept-topic.ts'

/** What each key and button of a line does; the palette offers the same for the one that is looked at. */
export function useActs({
  marks,
  lines,
  onChoose,
}: {
  marks: ArticleMarks
  lines: readonly SuggestionLine[]
  /** The places of words are to be chosen one by one. */
  onChoose: (also: AlsoHere) => void
}): Acts & {
  open(line: SuggestionLine): void
  /** True where the key was one of these. */
  key(event: KeyboardEvent, line: SuggestionLine): boolean
} {
  const { article } = marks
  const [topicId] = useAcceptTopic(marks)
  const acts: Acts = {
    accept(line) {
      if (line.kind === 'claim') void accept(line.suggestion, article, topicId)
      else if (line.kind === 'also') void markAll(line.also, article.id)
      else if (line.kind === 'rejected') void reconsider(line.rejected)
    },
    edit(line) {
      if (line.kind === 'claim') void edit(line.suggestion, article, topicId)
      else if (line.kind === 'also') onChoose(line.also)
    },
    reject(line) {
      if (line.kind === 'claim') void reject([line.suggestion], article.id)
      else if (line.kind === 'also') void rejectWords(line.also, article.id)
    },
  }
  const lineId = useSuggesting((state) => state.lineId)
  const current = lines.find(({ id }) => id === lineId)
  const isOffer = current?.kind === 'claim' || current?.kind === 'also'
  useActions('Suggestions', [
    {
      id: 'suggestion.accept',
      title: 'Accept the suggestion looked at',
      enabled: isOffer,
      run: () => current && acts.accept(current),
    },
    {
      id: 'suggestion.edit',
      title: 'Edit the suggestion looked at',
      enabled: isOffer,
      run: () => current && acts.edit(current),
    },
    {
      id: 'suggestion.reject',
      title: 'Reject the suggestion looked at',
      enabled: isOffer,
      run: () => current && acts.reject(current),
    },
  ])
  return {
    ...acts,
    open(line) {
      // Words known from elsewhere have several places: each Enter shows the next one.
      const { lineId, shown } = useSuggesting.getState()
      const isSecond = lineId === line.id && line.kind === 'also'
      const places = line.kind === 'also' ? line.also.places : []
      const at = isSecond ? places.findIndex(({ start }) => start === shown?.start) + 1 : 0
      showLine(line.id, places[at % Math.max(1, places.length)] ?? wordsOfLine(line))
      showPane('read', 'article')
    },
    key(event, line) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
      if (event.key === 'Escape') {
        showPane('read', 'article')
        focusText()
        return true
      }
      if (line.kind === 'group') return false
      const act = acts[keys[event.key.toLowerCase()] as keyof Acts] as Acts['accept'] | undefined
      // A key that is held down was meant for one suggestion.
      if (!event.repeat) act?.(line)
      return act !== undefined
    },
  }
}

const keys: Record<string, keyof Acts> = { a: 'accept', e: 'edit', r: 'reject', delete: 'reject' }
