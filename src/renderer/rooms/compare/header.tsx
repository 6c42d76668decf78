import { ListChecks } from 'lucide-react'
import type { ComparedTopic } from '../../../contract/compare.ts'
import { showClaimsOf } from '../../claims/view-state.ts'
import { count } from '../../format.ts'
import { Button } from '../../ui/button.tsx'

/** The question, and in one line how much there is on it. */
export function TopicHeader({ topic }: { topic: ComparedTopic }) {
  return (
    <header className="compare-header">
      <div className="compare-header-words">
        <h2 className="compare-question" dir="auto">
          {topic.question}
        </h2>
        <p className="compare-sum">
          {count(topic.claims, 'claim')}
          {topic.claims > 0 &&
            ` by ${count(topic.speakers, 'speaker')} in ${count(topic.articles, 'article')}`}
          {topic.origins !== null && (
            <>
              {' · '}
              <b>{count(topic.origins, 'independent origin')}</b>
            </>
          )}
        </p>
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
