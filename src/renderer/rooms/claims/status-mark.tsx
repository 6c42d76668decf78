import { Ban, CircleCheck, CircleDashed, CircleX, Swords } from 'lucide-react'
import type { ClaimStatus } from '../../../domain/claim/row.ts'

/** A claim's status: a shape of its own and the word, so that no colour is needed to tell it. */
export function StatusMark({ status }: { status: ClaimStatus }) {
  const Icon = icons[status]
  return (
    <span className="status-mark" data-status={status}>
      <Icon aria-hidden />
      {status}
    </span>
  )
}

const icons = {
  open: CircleDashed,
  corroborated: CircleCheck,
  disputed: Swords,
  refuted: CircleX,
  withdrawn: Ban,
} as const
