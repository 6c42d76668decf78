import { Archive, ArchiveRestore, History, Merge } from 'lucide-react'
import { useState } from 'react'
import type { TopicListItem } from '../../../contract/rows.ts'
import { showClaimsOf } from '../../claims/view-state.ts'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { count } from '../../format.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeptField } from '../../ui/kept-field.tsx'
import { choose, useCodebook } from './codebook-state.ts'
import { MergeDialog } from './merge-dialog.tsx'

/** One topic with everything that can be changed about it. */
export function TopicEditor({ readOnly }: { readOnly: string | null }) {
  const topics = useAsk('topics.list', {}).data ?? []
  const chosen = useCodebook((codebook) => codebook.chosen.topics)
  const topic = topics.find(({ id }) => id === chosen)
  if (!topic)
    return (
      <EmptyState title="No topic chosen" text="Choose a topic to word its question and see its claims." />
    )
  return <Editor key={topic.id} topic={topic} topics={topics} readOnly={readOnly} />
}

function Editor({
  topic,
  topics,
  readOnly,
}: {
  topic: TopicListItem
  topics: TopicListItem[]
  readOnly: string | null
}) {
  const openHistoryOf = useNavigation((navigation) => navigation.openHistoryOf)
  const [isMerging, setMerging] = useState(false)
  const change = (set: object) => execute('topic.change', { id: topic.id, set })
  const isFixed = readOnly !== null || topic.mergedInto !== null
  const target = topics.find(({ id }) => id === topic.mergedInto)
  return (
    <section className="entry" aria-label={`Topic ${topic.question}`}>
      <p className="entry-facts">
        {count(topic.claims, 'claim')}
        {topic.claims > 0 && (
          <Button size="small" variant="plain" onPress={() => showClaimsOf({ topicIds: [topic.id] })}>
            Show its claims
          </Button>
        )}
      </p>
      {topic.mergedInto !== null && (
        <p className="warning">
          Merged into “{target?.question ?? 'another topic'}”: its claims answer that one now. To take it
          back, undo the merge.
        </p>
      )}
      {topic.retired && topic.mergedInto === null && (
        <p className="warning">Retired: its claims stay, and it is offered no more.</p>
      )}
      <KeptField
        label="Question"
        value={topic.question}
        maxLength={500}
        isDisabled={isFixed}
        onKeep={(question) => change({ question })}
      />
      <KeptField
        label="Description"
        lines={4}
        value={topic.description}
        isDisabled={isFixed}
        placeholder="What counts as an answer, and what does not"
        onKeep={(description) => change({ description })}
      />
      <div className="entry-acts">
        <Button size="small" icon={<Merge />} isDisabled={isFixed} onPress={() => setMerging(true)}>
          Merge into…
        </Button>
        <Button
          size="small"
          icon={topic.retired ? <ArchiveRestore /> : <Archive />}
          isDisabled={isFixed}
          onPress={() => void change({ retired: !topic.retired })}
        >
          {topic.retired ? 'Reinstate' : 'Retire'}
        </Button>
        <Button
          size="small"
          variant="plain"
          icon={<History />}
          onPress={() => openHistoryOf(`topics/${topic.id}`)}
        >
          History
        </Button>
      </div>
      {isMerging && (
        <MergeDialog
          title={`Merge “${topic.question}” into another topic`}
          label="Topic to merge into"
          items={topics
            .filter(({ id, retired }) => !retired && id !== topic.id)
            .map((other) => ({ id: other.id, label: other.question, detail: count(other.claims, 'claim') }))}
          tell={(into) =>
            `${count(topic.claims, 'claim')} will answer “${into}” instead. One undo takes it all back.`
          }
          onMerge={(into) => execute('topic.merge', { ids: [topic.id], into })}
          onMerged={(into) => choose('topics', into)}
          onClose={() => setMerging(false)}
        />
      )}
    </section>
  )
}
