import { ListChecks } from 'lucide-react'
import type { TopicListItem } from '../../../contract/rows.ts'
import { showClaimsOf } from '../../claims/view-state.ts'
import { count } from '../../format.ts'
import { Button } from '../../ui/button.tsx'

/** The question, and in one line how much there is on it. */
export function TopicHeader({ topic }: { topic: TopicListItem }) {
  return (
    <header className="compare-header">
      <div className="compare-header-words">
        <h2 className="compare-question" dir="auto">
          {topic.question}
        </h2>
        <p className="compare-sum">{count(topic.claims, 'claim')}</p>
        {topic.description && (
          <p className="compare-description" dir="auto">
            {topic.description}
          </p>
        )}
      </div>
      {topic.claims > 0 && (
        <Button size="small" icon={<ListChecks />} onPress={() => showClaimsOf({ topicIds: [topic.id] })}>
          Show the claims
        </Button>
      )}
    </header>
  )
}
