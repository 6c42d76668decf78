import { type RefObject, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { ComparedTopic } from '../../../contract/compare.ts'
import { showClaimsOf } from '../../claims/view-state.ts'
import { useAsk } from '../../data/ask.ts'
import { count } from '../../format.ts'
import { useCompare } from '../../state/compare.ts'
import { showPane } from '../../state/panes.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

/** The questions that claims answer, those with most claims first. */
export function Topics({
  topics,
  chosen,
  searchRef,
}: {
  topics: readonly ComparedTopic[]
  chosen: string
  searchRef: RefObject<HTMLInputElement | null>
}) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const found = topics.filter(({ question, description }) =>
    `${question}\n${description}`.toLowerCase().includes(wanted),
  )
  const without = useTopicless(topics)
  return (
    <div className="compare-topics">
      <h2 className="heading-small compare-topics-heading">Topics · {topics.length}</h2>
      {topics.length > fewTopics && (
        <TextField
          className="compare-topics-search"
          label="Search topics"
          hideLabel
          type="search"
          placeholder="Search topics  /"
          value={text}
          onChange={setText}
          inputRef={searchRef}
        />
      )}
      <GridList
        className="compare-topics-list"
        aria-label="Topics"
        // Letters are the room's keys here; the field above finds by words.
        disallowTypeAhead
        items={found}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys
          if (id !== undefined) useCompare.setState({ topicId: String(id) })
        }}
        onAction={() => showPane('compare', 'topic')}
        renderEmptyState={() => <p className="compare-topics-none">No topic has “{text}” in it.</p>}
      >
        {(topic) => (
          <GridListItem id={topic.id} textValue={topic.question} className="compare-topic-line">
            <span className="compare-topic-question" dir="auto">
              {topic.question}
            </span>
            <span className="compare-topic-counts">
              <span>{count(topic.claims, 'claim')}</span>
              {topic.origins !== null && <span>{count(topic.origins, 'origin')}</span>}
            </span>
          </GridListItem>
        )}
      </GridList>
      {without > 0 && (
        <Button
          size="small"
          variant="plain"
          className="compare-topicless"
          onPress={() => showClaimsOf({ topicIds: [null] })}
        >
          {count(without, 'claim')} without a topic
        </Button>
      )}
    </div>
  )
}

/** A list of up to this many needs no search. */
const fewTopics = 8

/** How many claims stand in no comparison because they have no topic. */
function useTopicless(topics: readonly ComparedTopic[]): number {
  const all = useAsk('status', {}).data?.claims ?? 0
  return Math.max(0, all - topics.reduce((sum, { claims }) => sum + claims, 0))
}
