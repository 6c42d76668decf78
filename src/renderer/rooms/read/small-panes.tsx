import { useState } from 'react'
import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import type { Annotation, TagListItem } from '../../../contract/rows.ts'
import type { PaintedSpan } from '../../reader/painter.ts'
import { Button } from '../../ui/button.tsx'
import { TagSwatch } from '../../ui/chip.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { TextArea } from '../../ui/field.tsx'
import type { Marking } from './use-marking.ts'

/** Every tag of the codebook, found by typing; a new name makes a new tag. */
export function TagPane({ tags, marking }: { tags: readonly TagListItem[]; marking: Marking }) {
  const items = tags.map((tag) => ({
    id: tag.id,
    label: tag.name,
    detail: tag.hotkey ?? undefined,
    icon: <TagSwatch tag={tag} />,
  }))
  return (
    <div className="small-pane">
      <ComboBox
        label="Tag"
        items={items}
        value={null}
        autoFocus
        placeholder="Find or make a tag"
        onChange={(id) => {
          if (id) void marking.tag(id)
        }}
        onCreate={(name) => void marking.makeTag(name)}
      />
    </div>
  )
}

/** A note on the selected words; they are marked when it is saved. */
export function NotePane({ marking, onClose }: { marking: Marking; onClose: () => void }) {
  // Until something is typed it is the one that stands there, also where that is told only now.
  const [typed, setTyped] = useState<string | null>(null)
  const note = typed ?? marking.existingNote
  const save = () => void marking.note(note)
  return (
    <div className="small-pane">
      <TextArea
        label="Note"
        value={note}
        onChange={setTyped}
        autoFocus
        rows={3}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      />
      <div className="small-pane-acts">
        <Button size="small" variant="plain" onPress={onClose}>
          Cancel
        </Button>
        <Button
          size="small"
          variant="primary"
          onPress={save}
          isDisabled={note.trim() === marking.existingNote.trim()}
        >
          Save note
        </Button>
      </div>
    </div>
  )
}

/** Which of several spans at one place is meant; the shortest first. */
export function SpanPicker({
  spans,
  annotations,
  tags,
  onChoose,
}: {
  spans: readonly PaintedSpan[]
  annotations: readonly Annotation[]
  tags: readonly TagListItem[]
  onChoose: (span: PaintedSpan) => void
}) {
  const rows = spans.flatMap((span) => {
    const annotation = annotations.find(({ id }) => id === span.id)
    return annotation ? [{ id: span.id, span, annotation }] : []
  })
  return (
    <ListBox
      className="list small-pane"
      aria-label="Spans here"
      items={rows}
      autoFocus="first"
      selectionMode="none"
      onAction={(key) => onChoose(rows.find(({ id }) => id === key)!.span)}
    >
      {({ annotation }) => (
        <ListBoxItem className="list-item" textValue={annotation.quote}>
          {annotation.tagIds
            .flatMap((id) => tags.find((tag) => tag.id === id) ?? [])
            .map((tag) => (
              <TagSwatch key={tag.id} tag={tag} />
            ))}
          <Text slot="label" className="list-label span-quote" dir="auto">
            {annotation.quote}
          </Text>
          <Text slot="description" className="list-detail">
            {annotation.tagIds.map((id) => tags.find((tag) => tag.id === id)?.name).join(', ') ||
              'not tagged'}
          </Text>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
