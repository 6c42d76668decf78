import { Copy, Ellipsis, History, Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Brief, TopicListItem } from '../../../contract/rows.ts'
import { writtenOut } from '../../data/brief-sections.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Select } from '../../ui/select.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { Sections } from './sections-pane.tsx'
import { changeBrief, copyBrief, removeBrief } from './use-brief.ts'
import { WordingNotes } from './wording-notes.tsx'
import { WrittenField } from './written-field.tsx'

/** Which brief, what it is called, which claims it speaks of, and its sections in their order. */
export function Outline({
  brief,
  briefs,
  topics,
  readOnly,
  onMake,
  isNew,
}: {
  brief: Brief
  briefs: readonly Brief[]
  topics: readonly TopicListItem[]
  /** The frame says why nothing can be changed. */
  readOnly: boolean
  onMake: () => void
  /** It was made just now: what it is called comes next. */
  isNew: boolean
}) {
  const { openBrief, openHistoryOf } = useNavigation.getState()
  const title = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isNew) title.current?.focus()
  }, [isNew])
  return (
    <div className="brief-outline">
      <div className="brief-choice">
        <Select
          label="Brief"
          hideLabel
          items={briefs.map(({ id, name }) => ({ id, label: name }))}
          value={brief.id}
          onChange={(id) => id !== null && openBrief(id)}
        />
        <IconButton label="New brief" icon={<Plus />} onPress={onMake} isDisabled={readOnly} />
        <Menu
          label="This brief"
          trigger={<IconButton label="More about this brief" icon={<Ellipsis />} />}
          placement="bottom end"
          items={[
            {
              id: 'copy',
              label: 'Make a copy to change',
              icon: <Copy />,
              isDisabled: readOnly,
              run: () => void copyBrief(brief, briefs),
            },
            {
              id: 'history',
              label: 'Its history',
              icon: <History />,
              run: () => openHistoryOf(`briefs/${brief.id}`),
            },
            'separator',
            {
              id: 'remove',
              label: 'Remove this brief',
              detail: 'the claims stay',
              icon: <Trash2 />,
              danger: true,
              isDisabled: readOnly,
              run: () => void removeBrief(brief),
            },
          ]}
        />
      </div>
      <WrittenField
        label="Title"
        inputRef={title}
        value={brief.title}
        placeholder={brief.name}
        maxLength={500}
        isReadOnly={readOnly}
        onKeep={(title) => changeBrief(brief, { title })}
        notes={(text) => <WordingNotes text={text} saved={brief.title} />}
      />
      <WrittenField
        label="Name"
        description="Used in the list above and on the command line."
        value={brief.name}
        maxLength={300}
        isReadOnly={readOnly}
        onKeep={(name) => changeBrief(brief, { name })}
      />
      <ScopeFields
        scope={brief.scope}
        isDisabled={readOnly}
        onChange={(scope) => void changeBrief(brief, { scope })}
      />
      <Sections brief={brief} topics={topics} isDisabled={readOnly} />
      {brief.sections.length === 0 && !readOnly && (
        <p className="dim">
          Without sections of its own a brief shows every topic.{' '}
          <Button
            variant="plain"
            size="small"
            onPress={() => void changeBrief(brief, { sections: writtenOut(topics) })}
          >
            Write them out
          </Button>
        </p>
      )}
    </div>
  )
}
