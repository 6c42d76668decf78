import { Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { FieldKind } from '../../../../domain/claim/field.ts'
import {
  columnsOfField,
  type FieldKey,
  fieldKeys,
  fieldOf,
  inOrder,
} from '../../../../domain/claim/fields.ts'
import { choicesOf, chosenValue } from '../../../claims/choices.ts'
import { noneChoice, useSourceChoices, useTopicChoices } from '../../../claims/name-choices.ts'
import { makeSource, makeTopic } from '../../../claims/new-names.ts'
import { execute } from '../../../data/execute.ts'
import { count } from '../../../format.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { PickList } from '../../../ui/pick-list.tsx'
import type { Choice } from '../../../ui/select.tsx'

/** What can be done with all chosen claims at once; each change is one step of undo. */
export function BulkBar({
  ids,
  readOnly,
  onRelate,
  onClear,
}: {
  ids: ReadonlySet<string>
  readOnly: string | null
  onRelate: () => void
  onClear: () => void
}) {
  const change = (set: object) => void execute('claim.change', { ids: [...ids], set })
  const isDisabled = readOnly !== null
  return (
    <div className="bulk-bar" role="toolbar" aria-label="Chosen claims">
      <b role="status">{count(ids.size, 'claim')} chosen</b>
      {readOnly && <span className="dim">{readOnly}</span>}
      {bulkFields.map((key) => (
        <BulkField key={key} field={key} isDisabled={isDisabled} onChange={change} />
      ))}
      {ids.size === 2 && (
        <Button size="small" isDisabled={isDisabled} onPress={onRelate}>
          Relate <Kbd keys="R" />
        </Button>
      )}
      <Button
        size="small"
        icon={<Trash2 />}
        isDisabled={isDisabled}
        onPress={async () => {
          const removed = await execute('claim.remove', { ids: [...ids] })
          if (removed.ok) onClear()
        }}
      >
        Remove
      </Button>
      <IconButton label="Choose none" keys="Escape" size="small" icon={<X />} onPress={onClear} />
    </div>
  )
}

/** As they have always stood; fields that came later follow. */
const bulkFields = inOrder<FieldKey>(
  ['status', 'credibility', 'confidence', 'likelihood', 'stance', 'topicId', 'sourceId'],
  fieldKeys.filter((key) => fieldOf(key).ofMany),
)

function BulkField({
  field: key,
  isDisabled,
  onChange,
}: {
  field: FieldKey
  isDisabled: boolean
  onChange: (set: object) => void
}) {
  const field = fieldOf(key)
  const choices = useFieldChoices(key)
  const [column] = columnsOfField(key) as [string]
  const set = (value: string | number | null) => onChange({ [column]: value })
  const make = makers[field.kind]
  return (
    <BulkChoice
      title={field.label}
      items={choices}
      isDisabled={isDisabled}
      onChoose={(id) =>
        set(field.kind === 'choice' ? chosenValue(field, id) : id === noneChoice('').id ? null : id)
      }
      onCreate={
        make &&
        (async (text) => {
          const id = await make(text)
          if (id) set(id)
        })
      }
    />
  )
}

const makers: Partial<Record<FieldKind, (text: string) => Promise<string | null>>> = {
  topic: makeTopic,
  source: (name) => makeSource(name),
}

/** What can be chosen for a field, nothing too where it may be empty. */
function useFieldChoices(key: FieldKey): readonly Choice[] {
  const field = fieldOf(key)
  const topics = useTopicChoices()
  const sources = useSourceChoices()
  const none = 'none' in field && field.none ? [noneChoice(field.none)] : []
  if (field.kind === 'topic') return [...none, ...topics]
  if (field.kind === 'source') return [...none, ...sources]
  return field.kind === 'choice' ? [...none, ...choicesOf(field)] : []
}

function BulkChoice({
  title,
  items,
  isDisabled,
  onChoose,
  onCreate,
}: {
  title: string
  items: readonly Choice[]
  isDisabled: boolean
  onChoose: (id: string) => void
  onCreate?: (text: string) => Promise<void>
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="small" isDisabled={isDisabled}>
        {title}
      </Button>
      <Popover className="popover" placement="top start" offset={6} data-dialog>
        <Dialog className="filter-dialog" aria-label={`${title} of all chosen claims`}>
          <PickList
            label={title}
            items={items}
            chosen={[]}
            onChoose={([id]) => {
              setOpen(false)
              if (id !== undefined) onChoose(id)
            }}
            onCreate={
              onCreate &&
              ((text) => {
                setOpen(false)
                void onCreate(text)
              })
            }
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
