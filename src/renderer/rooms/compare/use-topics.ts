import { useMemo } from 'react'
import type { ComparedTopic } from '../../../contract/compare.ts'
import { useAsk } from '../../data/ask.ts'
import { useCompare } from '../../state/compare.ts'

/** The topics that claims can be compared on, those with most claims first, and the one that is looked at. */
export function useTopics(): { topics: readonly ComparedTopic[] | null; topic: ComparedTopic | null } {
  const { data } = useAsk('compare.topics', {})
  const wanted = useCompare(({ topicId }) => topicId)
  const topics = useMemo(
    () =>
      data
        ? data
            .filter(({ retired }) => !retired)
            .sort((a, b) => b.claims - a.claims || a.question.localeCompare(b.question, 'en'))
        : null,
    [data],
  )
  // A topic that was merged goes on as the one it was merged into; one that is gone makes room for the first.
  const merged = data?.find(({ id }) => id === wanted)?.mergedInto ?? wanted
  return { topics, topic: topics?.find(({ id }) => id === merged) ?? topics?.[0] ?? null }
}
