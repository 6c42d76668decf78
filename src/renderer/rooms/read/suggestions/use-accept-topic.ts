import type { ArticleMarks, NamedClaim } from '../../../../contract/rows.ts'
import { makeTopic } from '../../../claims/new-names.ts'
import { everyClaim } from '../../../claims/view-state.ts'
import { queryClient, useAsk } from '../../../data/ask.ts'
import { openOnTheSpot } from '../../../data/on-the-spot.ts'
import { useSuggesting } from './suggesting.ts'

/**
 * The topic that accepted claims get: the one chosen at the head of the list, else that of the claim entered last in
 * this article, else that of the claim entered last at all.
 */
export function useAcceptTopic({
  claims,
}: Pick<ArticleMarks, 'claims'>): [string | null, (topicId: string | null) => void] {
  const chosen = useSuggesting((state) => state.topicId)
  const { data: topics } = useAsk('topics.list', {})
  const { data: last } = useAsk('claims.page', newest)
  const here = claims.reduce<NamedClaim | null>(later, null)
  const topicId = chosen === undefined ? (here?.topicId ?? last?.rows[0]?.topicId ?? null) : chosen
  const isOffered = topics?.some(({ id, retired }) => id === topicId && !retired) ?? false
  return [isOffered ? topicId : null, (next) => useSuggesting.setState({ topicId: next })]
}

/** Makes the topic that accepted claims get. */
export function makeAcceptTopic(question: string): void {
  newTopics.begin(async () => {
    const topicId = await makeTopic(question)
    if (!topicId) return
    await queryClient.refetchQueries({ queryKey: ['topics.list', {}] })
    useSuggesting.setState({ topicId })
  })
}

/** The topic of what is accepted now: one that is being made meanwhile, if it is made, else `topicId`. */
export async function acceptTopic(topicId: string | null): Promise<string | null> {
  const before = useSuggesting.getState().topicId
  await newTopics.settled()
  const after = useSuggesting.getState().topicId
  return after === before || after === undefined ? topicId : after
}

const newTopics = openOnTheSpot()

function later(one: NamedClaim | null, other: NamedClaim): NamedClaim {
  return one && one.enteredAt > other.enteredAt ? one : other
}

/** Claims come in the order of their entry, the last one first, unless another order is asked for. */
const newest = { query: everyClaim, offset: 0, limit: 1 }
