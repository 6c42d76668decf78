import type { FieldColumn, FieldKey } from '../../../../domain/claim/fields.ts'
import type { LoadedClaim } from '../table/use-claim-window.ts'
import type { Commit } from './use-commit.ts'

/** What every editor of a cell gets. */
export interface EditorProps {
  /** The field that the cell shows, or a part of it: `column` tells which. */
  field: FieldKey
  column: FieldColumn
  row: LoadedClaim
  commit: Commit
  /** Registers what a click beside the editor does: it saves what is there. */
  onLeave: (save: () => void) => void
}
