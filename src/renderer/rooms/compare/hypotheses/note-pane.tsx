import { type RefObject, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { Answer } from '../../../../contract/wire.ts'
import { TextArea } from '../../../ui/field.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { WordingHints } from '../../../ui/wording-hints.tsx'

/** The note of a cell, beside it. However it is closed, what was written is kept; a refused text stays with the reason. */
export function NotePane({
  note,
  beside,
  isReadOnly,
  onKeep,
  onClose,
}: {
  note: string
  beside: RefObject<Element | null>
  isReadOnly: boolean
  onKeep: (note: string) => Promise<Answer<unknown>>
  onClose: () => void
}) {
  const [text, setText] = useState(note)
  const [error, setError] = useState('')
  const close = async () => {
    if (text === note || isReadOnly) return onClose()
    const answer = await onKeep(text)
    if (answer.ok || answer.error.code === 'nothing_to_change') onClose()
    else setError(answer.error.message)
  }
  return (
    <Popover
      className="popover ach-note"
      triggerRef={beside}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) void close()
      }}
      offset={4}
      placement="bottom start"
    >
      <Dialog className="popover-dialog" aria-label="Note on this rating">
        <TextArea
          label="Note"
          rows={3}
          value={text}
          onChange={setText}
          maxLength={10_000}
          autoFocus
          error={error}
          isReadOnly={isReadOnly}
          placeholder="Why this rating"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void close()
          }}
        />
        <WordingHints text={text} />
        <p className="dim ach-note-keys">
          <Kbd keys="Mod+Enter" /> or <Kbd keys="Escape" /> closes; what is written is kept.
        </p>
      </Dialog>
    </Popover>
  )
}
