import { useEffect, useState } from 'react'
import { execute } from '../../data/execute.ts'
import { TextArea } from '../../ui/field.tsx'

/** The analyst's note on a claim; kept when the field is left. What was typed and not kept yet is never replaced. */
export function NoteField({ id, note, isDisabled }: { id: string; note: string; isDisabled: boolean }) {
  const [text, setText] = useState(note)
  const [before, setBefore] = useState(note)
  useEffect(() => {
    if (text === before) setText(note)
    setBefore(note)
  }, [note, text, before])
  return (
    <TextArea
      label="Note"
      rows={2}
      value={text}
      onChange={setText}
      isDisabled={isDisabled}
      placeholder="Why it is graded so, what is still open"
      onBlur={() => {
        if (text !== note) void execute('claim.change', { ids: [id], set: { note: text } })
      }}
    />
  )
}
