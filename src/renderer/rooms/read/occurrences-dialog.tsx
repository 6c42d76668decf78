import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { Occurrence, TagListItem } from '../../../contract/rows.ts'
import { useAsk } from '../../data/ask.ts'
import { execute } from '../../data/execute.ts'
import { newId } from '../../data/ids.ts'
import { count } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { TagSwatch } from '../../ui/chip.tsx'
import { MultiCombo } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { OccurrenceList } from './occurrence-list.tsx'

/** “Mark every occurrence”: every place of some words, to be looked through, then marked in one step. */
export function OccurrencesDialog({
  articleId,
  quote,
  tags,
  initialTags = [],
  onClose,
}: {
  articleId: string
  quote: string
  tags: readonly TagListItem[]
  /** Tags that the places get unless others are chosen. */
  initialTags?: readonly string[]
  onClose: () => void
}) {
  const [scope, setScope] = useState<'article' | 'all'>('article')
  const [wholeWords, setWholeWords] = useState(true)
  const [matchCase, setMatchCase] = useState(false)
  const [tagIds, setTagIds] = useState<string[]>([...initialTags])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { data, error, isPlaceholderData } = useAsk('occurrences.find', {
    quote,
    articleId: scope === 'article' ? articleId : null,
    wholeWords,
    matchCase,
  })
  const occurrences = data?.occurrences ?? []
  const marked = occurrences.filter((occurrence) => !occurrence.marked && !left.has(keyOf(occurrence)))
  const mark = async () => {
    const spans = marked.map(({ articleId: where, start, end }) => ({
      id: newId(),
      articleId: where,
      start,
      end,
      tagIds,
    }))
    const done = await execute('annotation.make', { spans })
    if (done.ok) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Mark every “${quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}”`}
      subtitle="One step, and one undo, however many."
      size="medium"
      footer={
        <>
          <Button variant="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button
            variant="primary"
            onPress={() => void mark()}
            isDisabled={marked.length === 0 || isPlaceholderData}
          >
            {tagIds.length > 0 ? 'Tag' : 'Mark'} {count(marked.length, 'place')}
          </Button>
        </>
      }
    >
      <div className="occurrences-head">
        <Segmented
          label="Where"
          items={[
            { id: 'article', label: 'This article' },
            { id: 'all', label: 'All articles' },
          ]}
          value={scope}
          onChange={setScope}
        />
        <Check label="Whole words" isSelected={wholeWords} onChange={setWholeWords} />
        <Check label="Same case" isSelected={matchCase} onChange={setMatchCase} />
      </div>
      <MultiCombo
        label="Tags"
        items={tags
          .filter((tag) => !tag.retired)
          .map((tag) => ({ id: tag.id, label: tag.name, icon: <TagSwatch tag={tag} /> }))}
        value={tagIds}
        onChange={setTagIds}
        placeholder="Which tags they get"
      />
      {error && <p className="warning">{error.problem.message}</p>}
      {data && occurrences.length === 0 ? (
        <EmptyState
          title="Nowhere else"
          text="No other place has these words. Try other articles, or parts of words."
        />
      ) : (
        <OccurrenceList
          occurrences={occurrences}
          isMarked={(occurrence) => occurrence.marked || !left.has(keyOf(occurrence))}
          onToggle={(occurrence) => {
            const next = new Set(left)
            if (!next.delete(keyOf(occurrence))) next.add(keyOf(occurrence))
            setLeft(next)
          }}
        />
      )}
      {data?.more && <p className="dim">Only the first {occurrences.length} places are shown and marked.</p>}
    </Dialog>
  )
}

function Check(props: { label: string; isSelected: boolean; onChange: (on: boolean) => void }) {
  return (
    <Checkbox className="occurrence-check" isSelected={props.isSelected} onChange={props.onChange}>
      <span className="check-box" aria-hidden />
      {props.label}
    </Checkbox>
  )
}

export function keyOf({ articleId, start }: Occurrence): string {
  return `${articleId} ${start}`
}
