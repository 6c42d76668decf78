import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import type { LoadedClaim } from '../table/use-claim-window.ts'
import type { Commit } from './use-commit.ts'

/** What every editor of a cell gets. */
export interface EditorProps {
  column: ClaimColumn
  row: LoadedClaim
  commit: Commit
  /** Registers what a click beside the editor does: it saves what is there. */
  onLeave: (save: () => void) => void
}
