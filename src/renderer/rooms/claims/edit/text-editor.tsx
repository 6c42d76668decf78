import { useEffect, useRef, useState } from 'react'
import { columnsOfField, fieldOf } from '../../../../domain/claim/fields.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { column as columnOf } from '../table/columns.ts'
import type { EditorProps } from './editor-props.ts'

/** Words: of several lines for prose (Shift+Enter breaks the line), else of one. */
export function TextEditor({ field, column, row, commit, onLeave }: EditorProps) {
  const of = (column === 'unit' ? column : columnsOfField(field)[0]) as 'statement' | 'unit' | 'place'
  const [text, setText] = useState(row.claim[of])
  const input = useRef<HTMLTextAreaElement>(null)
  const save = () => void commit.claim({ [of]: text.trim() })
  onLeave(save)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const isProse = fieldOf(field).kind === 'prose'
  return (
    <>
      <textarea
        ref={input}
        className="cell-editor-text"
        aria-label={columnOf(column).title}
        rows={1}
        value={text}
        onChange={(event) => setText(isProse ? event.target.value : event.target.value.replace(/\n/g, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || (event.shiftKey && isProse) || event.nativeEvent.isComposing) return
          event.preventDefault()
          save()
        }}
      />
      {isProse && (
        <p className="cell-editor-keys">
          <Kbd keys="Enter" /> saves · <Kbd keys="Shift+Enter" /> new line · <Kbd keys="Escape" /> keeps the
          old words
        </p>
      )}
    </>
  )
}
