import { ArrowUpRight, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { ClaimColumn } from '../../../contract/claim-query.ts'
import type { ClaimListItem } from '../../../contract/rows.ts'
import { cellWords } from './cell-words.ts'
import { StatusMark } from './status-mark.tsx'

/** The inside of a claim's cell. It holds nothing that takes the focus: the cell itself does. */
export const CellInside = memo(function CellInside({
  column,
  claim,
}: {
  column: ClaimColumn
  claim: ClaimListItem
}) {
  const text = cellWords(column, claim)
  if (column === 'status') return <StatusMark status={claim.status} />
  if (column === 'article') {
    return text === '' ? (
      <span className="dim">no evidence</span>
    ) : (
      <>
        <span className="claims-cell-text">{text}</span>
        <span className="claims-jump" data-jump aria-hidden>
          <ArrowUpRight />
        </span>
      </>
    )
  }
  if (column === 'warnings') {
    return claim.warnings.length === 0 ? null : (
      <span className="claims-warned">
        <TriangleAlert aria-hidden />
        <span className="claims-cell-text">{text}</span>
      </span>
    )
  }
  if (column === 'statement' && claim.warnings.length > 0) {
    return (
      <>
        <span className="claims-cell-text">{text}</span>
        <TriangleAlert className="claims-warn-mark" role="img" aria-label="has a warning" />
      </>
    )
  }
  return <span className="claims-cell-text">{text}</span>
})
