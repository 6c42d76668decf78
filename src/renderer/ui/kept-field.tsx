import { type ReactNode, useState } from 'react'
import type { Answer } from '../../contract/wire.ts'
import { type FieldProps, TextArea, TextField } from './field.tsx'

/**
 * A text that is kept when its field is left, or on Enter where it has one line; Escape brings the kept text back.
 * What was typed and not kept yet is never replaced, and a refused text stays in the field with the reason.
 */
export function KeptField({
  value,
  onKeep,
  lines = 1,
  placeholder,
  maxLength,
  notes,
  ...props
}: Omit<FieldProps, 'error'> & {
  value: string
  onKeep: (text: string) => Promise<Answer<unknown>>
  /** More than one: a text of several lines, of this height at first. */
  lines?: number
  placeholder?: string
  maxLength?: number
  /** What is said under the field of the text as it is typed. */
  notes?: (text: string) => ReactNode
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState('')
  const keep = async () => {
    const text = lines === 1 ? typed?.trim() : typed
    if (text === undefined || text === null || text === value) return reset()
    const answer = await onKeep(text)
    if (answer.ok || answer.error.code === 'nothing_to_change') reset()
    else setError(answer.error.message)
  }
  const reset = () => {
    setTyped(null)
    setError('')
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation()
      reset()
    } else if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void keep()
    }
  }
  const field = {
    ...props,
    value: typed ?? value,
    onChange: setTyped,
    onBlur: () => void keep(),
    onKeyDown,
    placeholder,
    maxLength,
    error,
  }
  return (
    <>
      {lines === 1 ? <TextField {...field} /> : <TextArea {...field} rows={lines} />}
      {notes?.(field.value)}
    </>
  )
}
