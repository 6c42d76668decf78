import { Archive } from 'lucide-react'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { newId } from '../../data/ids.ts'
import { count } from '../../format.ts'
import { showPane } from '../../state/panes.ts'
import { NothingYet } from '../../timeline/nothing-yet.tsx'
import { Chip } from '../../ui/chip.tsx'
import { choose, useCodebook } from './codebook-state.ts'
import { EntryList } from './entry-list.tsx'
import { ListBar, type ListProps } from './list-bar.tsx'
import { RetiredFold } from './retired-fold.tsx'

/** The questions that claims answer. */
export function TopicList(props: ListProps) {
  const { data } = useAsk('topics.list', {})
  const text = useCodebook((codebook) => codebook.text.topics)
  const chosen = useCodebook((codebook) => codebook.chosen.topics)
  const topics = data ?? []
  const wanted = text.trim().toLowerCase()
  const found = topics
    .filter((topic) => !topic.retired)
    .filter((topic) => `${topic.question}\n${topic.description}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.question.localeCompare(b.question, 'en'))
  const retired = topics.filter((topic) => topic.retired)
  return (
    <>
      <ListBar
        {...props}
        section="topics"
        noun="topic"
        nameLabel="Question"
        placeholder="How many soldiers are in the region?"
        onMake={async (question) => {
          const id = newId()
          const answer = await execute('topic.open', { id, question })
          if (answer.ok) choose('topics', id)
          return answer
        }}
      />
      {data && (
        <EntryList
          label="Topics"
          entries={found.map((topic) => ({
            id: topic.id,
            name: topic.question,
            detail: topic.description,
            end: <span className="entry-count">{count(topic.claims, 'claim')}</span>,
          }))}
          chosen={chosen}
          onChoose={(id) => choose('topics', id)}
          onOpen={() => showPane('codebook', 'entry')}
          empty={
            text ? (
              `No topic has “${text}” in it.`
            ) : (
              <NothingYet
                what="topics"
                title="No topics yet"
                text="A topic is a question that several claims answer. Claims on one topic are shown side by side."
              />
            )
          }
        />
      )}
      <RetiredFold icon={<Archive />} count={retired.length}>
        {retired.map((topic) => (
          <li key={topic.id} className="codebook-retired">
            <Chip onPress={() => choose('topics', topic.id)}>{topic.question}</Chip>
            <span className="dim">
              {topic.mergedInto
                ? `merged into “${topics.find(({ id }) => id === topic.mergedInto)?.question ?? 'another topic'}”`
                : 'retired'}
            </span>
          </li>
        ))}
      </RetiredFold>
    </>
  )
}
