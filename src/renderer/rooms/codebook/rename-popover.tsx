import { useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { Answer } from '../../../contract/wire.ts'

/** A name edited in its place. Enter or a click beside it keeps it, Escape brings the old one back. */
export function RenamePopover({
  anchor,
  label,
  name,
  onRename,
  onClose,
}: {
  anchor: HTMLElement
  label: string
  name: string
  onRename: (name: string) => Promise<Answer<unknown>>
  onClose: () => void
}) {
  const [text, setText] = useState(name)
  const [error, setError] = useState('')
  const trigger = useRef<HTMLElement>(anchor)
  const escaped = useRef(false)
  const keep = async () => {
    if (text.trim() === name || text.trim() === '') return onClose()
    const answer = await onRename(text.trim())
    if (answer.ok || answer.error.code === 'nothing_to_change') onClose()
    else setError(answer.error.message)
  }
  return (
    <Popover
      className="popover rename"
      triggerRef={trigger}
      isOpen
      placement="bottom start"
      offset={-anchor.offsetHeight}
      data-dialog
      onOpenChange={(open) => {
        if (open) return
        if (escaped.current) onClose()
        else void keep()
      }}
    >
      <Dialog className="rename-dialog" aria-label={label}>
        <input
          className="input"
          aria-label={label}
          aria-invalid={error !== ''}
          value={text}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setText(event.target.value)
            setError('')
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') escaped.current = true
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void keep()
          }}
        />
        {error && (
          <p role="alert" className="field-error">
            {error}
          </p>
        )}
      </Dialog>
    </Popover>
  )
}
