import type { ArticleMarks, NamedClaim } from '../../../../contract/rows.ts'
import { everyClaim } from '../../../claims/view-state.ts'
import { useAsk } from '../../../data/ask.ts'
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

function later(one: NamedClaim | null, other: NamedClaim): NamedClaim {
  return one && one.enteredAt > other.enteredAt ? one : other
}

/** Claims come in the order of their entry, the last one first, unless another order is asked for. */
const newest = { query: everyClaim, offset: 0, limit: 1 }
