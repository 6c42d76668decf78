import type { ClaimStatus } from '../../../../domain/claim/row.ts'

/** A claim's status: a shape of its own (drawn by the style sheet) and the word, so that no colour is needed. */
export function StatusMark({ status }: { status: ClaimStatus }) {
  return (
    <span className="status-mark" data-status={status}>
      {status}
    </span>
  )
}
