import type { ClaimDraft } from './claim-form-draft.ts'
import type { OpenDraft } from './use-claim-draft.ts'

/** What every part of the claim form gets. */
export interface FieldsProps {
  open: OpenDraft
  draft: ClaimDraft
  isDisabled: boolean
}
