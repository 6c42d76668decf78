import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../../contract/wire.ts'
import { type FieldProps, TextArea, TextField } from '../../ui/field.tsx'

/** Milliseconds of rest after which typed text is kept. */
const rest = 1200

/**
 * A text that is kept by itself: after a moment's rest, when the field is left, and when it goes away. What is typed
 * meanwhile is never replaced. A refused text stays in the field with the reason.
 */
export function WrittenField({
  value,
  onKeep,
  lines = 1,
  notes,
  inputRef,
  ...props
}: Omit<FieldProps, 'error'> & {
  value: string
  onKeep: (text: string) => Promise<Answer<unknown>>
  /** More than one: a text of several lines, of this height at first. */
  lines?: number
  placeholder?: string
  maxLength?: number
  onKeyDown?: (event: React.KeyboardEvent) => void
  /** Of one line. */
  inputRef?: Ref<HTMLInputElement>
  /** What is said under the field of the text as it is typed. */
  notes?: (text: string) => ReactNode
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState('')
  const latest = useRef({ typed, value, onKeep })
  latest.current = { typed, value, onKeep }

  const keep = async () => {
    const { typed: text, value: kept, onKeep: send } = latest.current
    if (text === null) return
    if (text === kept) return setTyped(null)
    const answer = await send(text)
    if (answer.ok || answer.error.code === 'nothing_to_change') {
      setError('')
      // Only if nothing was typed while it was being kept.
      setTyped((now) => (now === text ? null : now))
    } else {
      setError(answer.error.message)
    }
  }
  const keepNow = useRef(keep)
  keepNow.current = keep

  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => void keepNow.current(), rest)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => () => void keepNow.current(), [])

  const field = {
    ...props,
    value: typed ?? value,
    onChange: setTyped,
    onBlur: () => void keep(),
    error,
  }
  return (
    <>
      {lines === 1 ? <TextField {...field} inputRef={inputRef} /> : <TextArea {...field} rows={lines} />}
      {notes?.(field.value)}
    </>
  )
}
