import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import type { Cursor } from '../../../claims/view-state.ts'

export interface Field {
  columns: readonly ClaimColumn[]
  /** Lines without the row of headings. */
  lines: number
  /** Lines that fit on the screen. */
  page: number
}

/**
 * Where a key takes the cursor, after the grid pattern of the ARIA Authoring Practices: arrows go by cell, Home and
 * End along the row, with Mod to the first and last cell, Page Up and Page Down by a screen. Null: not such a key.
 */
export function moveCursor(key: string, mod: boolean, cursor: Cursor, field: Field): Cursor | null {
  const last = field.lines - 1
  const at = Math.max(0, field.columns.indexOf(cursor.column))
  const line = (to: number) => ({ ...cursor, line: Math.max(-1, Math.min(to, last)) })
  const column = (to: number, onLine = cursor.line) => ({
    line: onLine,
    column: field.columns[Math.max(0, Math.min(to, field.columns.length - 1))] ?? cursor.column,
  })
  switch (key) {
    case 'ArrowDown':
      return mod ? line(last) : line(cursor.line + 1)
    case 'ArrowUp':
      return mod ? line(Math.min(0, last)) : line(cursor.line - 1)
    case 'ArrowRight':
      return column(at + 1)
    case 'ArrowLeft':
      return column(at - 1)
    case 'Home':
      return mod ? column(0, Math.min(0, last)) : column(0)
    case 'End':
      return mod ? column(field.columns.length - 1, last) : column(field.columns.length - 1)
    case 'PageDown':
      return line(cursor.line + field.page)
    case 'PageUp':
      return cursor.line < 0 ? cursor : line(Math.max(0, cursor.line - field.page))
    default:
      return null
  }
}
