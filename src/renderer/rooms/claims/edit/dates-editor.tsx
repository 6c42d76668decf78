import { useEffect, useRef, useState } from 'react'
import { dateRange } from '../../../format.ts'
import { readDates } from '../../../ui/read-dates.ts'
import { column as columnOf } from '../table/columns.ts'
import type { EditorProps } from './editor-props.ts'

/** A day or a span of days, typed as people write them; an empty field means unknown. */
export function DatesEditor({ column, row, commit, onLeave }: EditorProps) {
  const { claim } = row
  const isEvent = column === 'event'
  const before = isEvent
    ? dateRange(claim.eventFrom, claim.eventTo)
    : dateRange(claim.statementFrom, claim.statementTo)
  const [text, setText] = useState(before)
  const [wrong, setWrong] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const save = () => {
    const read = readDates(text)
    if (!read.ok) return setWrong(read.why)
    void commit.claim(
      isEvent
        ? { eventFrom: read.from, eventTo: read.to }
        : { statementFrom: read.from, statementTo: read.to },
    )
  }
  onLeave(save)
  return (
    <>
      <input
        ref={input}
        className="cell-editor-text"
        aria-label={columnOf(column).title}
        aria-invalid={wrong !== ''}
        placeholder="31 Oct 2024"
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
