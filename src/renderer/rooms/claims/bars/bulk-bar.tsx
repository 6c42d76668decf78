import { Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import {
  confidenceChoices,
  credibilityChoices,
  likelihoodChoices,
  stanceChoices,
  statusChoices,
} from '../../../claims/choices.ts'
import { noneChoice, useSourceChoices, useTopicChoices } from '../../../claims/name-choices.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
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
  const topics = useTopicChoices()
  const sources = useSourceChoices()
  const change = (set: object) => void execute('claim.change', { ids: [...ids], set })
  const isDisabled = readOnly !== null
  const noTopic = noneChoice('no topic')
  const nobody = noneChoice('nobody named')
  const notGraded = noneChoice('not graded')
  const notStated = noneChoice('not stated')
  const orNull = (id: string) => (id === nobody.id ? null : id)
  return (
    <div className="bulk-bar" role="toolbar" aria-label="Chosen claims">
      <b role="status">{count(ids.size, 'claim')} chosen</b>
      {readOnly && <span className="dim">{readOnly}</span>}
      <BulkChoice
        title="Status"
        items={statusChoices}
        isDisabled={isDisabled}
        onChoose={(status) => change({ status })}
      />
      <BulkChoice
        title="Credibility"
        items={[notGraded, ...credibilityChoices]}
        isDisabled={isDisabled}
        onChoose={(id) => change({ credibility: id === notGraded.id ? null : Number(id) })}
      />
      <BulkChoice
        title="Confidence"
        items={[notStated, ...confidenceChoices]}
        isDisabled={isDisabled}
        onChoose={(id) => change({ confidence: orNull(id) })}
      />
      <BulkChoice
        title="Likelihood"
        items={[notStated, ...likelihoodChoices]}
        isDisabled={isDisabled}
        onChoose={(id) => change({ likelihood: orNull(id) })}
      />
      <BulkChoice
        title="Stance"
        items={stanceChoices}
        isDisabled={isDisabled}
        onChoose={(stance) => change({ stance })}
      />
      <BulkChoice
        title="Topic"
        items={[noTopic, ...topics]}
        isDisabled={isDisabled}
        onChoose={(id) => change({ topicId: orNull(id) })}
        onCreate={async (question) => {
          const topicId = newId()
          const made = await execute('topic.open', { id: topicId, question }, { quiet: true })
          if (made.ok) change({ topicId })
        }}
      />
      <BulkChoice
        title="Speaker"
        items={[nobody, ...sources]}
        isDisabled={isDisabled}
        onChoose={(id) => change({ sourceId: orNull(id) })}
        onCreate={async (name) => {
          const sourceId = newId()
          const made = await execute('source.add', { id: sourceId, name }, { quiet: true })
          if (made.ok) change({ sourceId })
        }}
      />
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
