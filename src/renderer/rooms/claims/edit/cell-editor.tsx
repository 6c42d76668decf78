import { useRef } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import type { FieldKind } from '../../../../domain/claim/field.ts'
import { type FieldColumn, type FieldKey, fieldOf, fieldShownIn } from '../../../../domain/claim/fields.ts'
import { column as columnOf } from '../table/columns.ts'
import type { LoadedClaim } from '../table/use-claim-window.ts'
import { ChoiceEditor, ReliabilityEditor } from './choice-editor.tsx'
import { DatesEditor } from './dates-editor.tsx'
import type { EditorProps } from './editor-props.ts'
import { NameEditor } from './name-editor.tsx'
import { QuantityEditor } from './quantity-editor.tsx'
import { TextEditor } from './text-editor.tsx'
import { useCommit } from './use-commit.ts'
import { ViaEditor } from './via-editor.tsx'
import './cell-editor.css'

/**
 * The editor of one cell, laid over it. Enter saves, Escape brings the old value back, and a click beside it saves
 * what was typed.
 */
export function CellEditor({
  column,
  row,
  anchor,
  over = true,
  onClose,
}: {
  column: ClaimColumn
  row: LoadedClaim
  anchor: HTMLElement
  /** Covers the anchor; else it opens under it. */
  over?: boolean
  onClose: () => void
}) {
  const trigger = useRef<HTMLElement>(anchor)
  const leave = useRef<(() => void) | null>(null)
  const escaped = useRef(false)
  const commit = useCommit(row.claim, row.head, onClose)
  const editor = editorOf(column)
  if (!editor) return null
  const { Editor } = editor
  return (
    <Popover
      className="popover cell-editor"
      triggerRef={trigger}
      isOpen
      placement="bottom start"
      offset={over ? -anchor.offsetHeight - 1 : 4}
      onOpenChange={(open) => {
        if (open) return
        if (leave.current && !escaped.current) leave.current()
        else onClose()
      }}
      style={{ minWidth: anchor.offsetWidth + 2 }}
    >
      <Dialog
        className="cell-editor-dialog"
        aria-label={`${columnOf(column).title} of “${row.claim.statement.slice(0, 80)}”`}
      >
        <div
          role="presentation"
          onKeyDownCapture={(event) => {
            if (event.key === 'Escape') escaped.current = true
          }}
        >
          <Editor
            field={editor.field}
            column={editor.column}
            row={row}
            commit={commit}
            onLeave={(save) => {
              leave.current = save
            }}
          />
        </div>
        {commit.problem && (
          <p role="alert" className="cell-editor-problem">
            {commit.problem}
          </p>
        )}
      </Dialog>
    </Popover>
  )
}

/** A kind of field without its editor is a compile error; evidence is attached, not edited. */
const editors: Record<Exclude<FieldKind, 'evidence'>, Editor> = {
  prose: TextEditor,
  line: TextEditor,
  source: NameEditor,
  topic: NameEditor,
  chain: ViaEditor,
  quantity: QuantityEditor,
  days: DatesEditor,
  choice: ChoiceEditor,
}

/** Columns that show a part of a field and are edited by themselves. */
const ownEditors: Partial<Record<FieldColumn, Editor>> = { reliability: ReliabilityEditor, unit: TextEditor }

type Editor = (props: EditorProps) => React.ReactNode

function editorOf(column: ClaimColumn): { Editor: Editor; field: FieldKey; column: FieldColumn } | null {
  const field = fieldShownIn(column)
  if (!field) return null
  const shown = column as FieldColumn
  const { kind } = fieldOf(field)
  const Editor = ownEditors[shown] ?? (kind === 'evidence' ? null : editors[kind])
  return Editor && { Editor, field, column: shown }
}
