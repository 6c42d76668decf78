import { useRef } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import { column as columnOf } from '../table/columns.ts'
import type { LoadedClaim } from '../table/use-claim-window.ts'
import { ChoiceEditor } from './choice-editor.tsx'
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
  const Editor = editors[column]
  if (!Editor) return null
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
            column={column}
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

const editors: Partial<Record<ClaimColumn, (props: EditorProps) => React.ReactNode>> = {
  statement: TextEditor,
  unit: TextEditor,
  place: TextEditor,
  source: NameEditor,
  topic: NameEditor,
  via: ViaEditor,
  quantity: QuantityEditor,
  event: DatesEditor,
  said: DatesEditor,
  stance: ChoiceEditor,
  status: ChoiceEditor,
  credibility: ChoiceEditor,
  confidence: ChoiceEditor,
  likelihood: ChoiceEditor,
  reliability: ChoiceEditor,
}
