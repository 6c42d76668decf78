import { useEffect, useRef, useState } from 'react'
import { type ClaimFields, columnsOfField, fieldOf } from '../../../../domain/claim/fields.ts'
import { dateRange } from '../../../format.ts'
import { readDates } from '../../../ui/read-dates.ts'
import type { EditorProps } from './editor-props.ts'

/** A day or a span of days, typed as people write them; an empty field means unknown. */
export function DatesEditor({ field, row, commit, onLeave }: EditorProps) {
  const { claim } = row
  const { label, example } = fieldOf(field)
  const [first, last] = columnsOfField(field) as [keyof ClaimFields, keyof ClaimFields]
  const before = dateRange(claim[first] as string | null, claim[last] as string | null)
  const [text, setText] = useState(before)
  const [wrong, setWrong] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const save = () => {
    const read = readDates(text)
    if (!read.ok) return setWrong(read.why)
    void commit.claim({ [first]: read.from, [last]: read.to })
  }
  onLeave(save)
  return (
    <>
      <input
        ref={input}
        className="cell-editor-text"
        aria-label={label}
        aria-invalid={wrong !== ''}
        placeholder={example}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the editor was opened to type into
        autoFocus
        onChange={(event) => {
          setText(event.target.value)
          setWrong('')
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
        }}
      />
      {wrong ? (
        <p role="alert" className="cell-editor-problem">
          {wrong}
        </p>
      ) : (
        <p className="cell-editor-keys">A day, “30–31 Oct 2024” or “Oct 2024”; empty when unknown.</p>
      )}
    </>
  )
}
