import { TriangleAlert } from 'lucide-react'
import type { ClaimColumn } from '../../../contract/claim-query.ts'
import type { ClaimListItem } from '../../../contract/rows.ts'
import { cellWords } from './cell-words.ts'
import { StatusMark } from './status-mark.tsx'

/**
 * The inside of a claim's cell: bare words wherever that will do, for a screen has hundreds of cells. It holds
 * nothing that takes the focus: the cell itself does.
 */
export function CellInside({ column, claim }: { column: ClaimColumn; claim: ClaimListItem }) {
  const text = cellWords(column, claim)
  switch (column) {
    case 'status':
      return <StatusMark status={claim.status} />
    case 'article':
      return text === '' ? (
        <span className="dim">no evidence</span>
      ) : (
        <>
          <span className="claims-jump" data-jump aria-hidden />
          {text}
        </>
      )
    case 'warnings':
      return text === '' ? null : (
        <span className="claims-warned">
          <TriangleAlert aria-hidden />
          {text}
        </span>
      )
    case 'statement':
      return claim.warnings.length === 0 ? (
        text
      ) : (
        <>
          <TriangleAlert className="claims-warn-mark" role="img" aria-label="has a warning" />
          {text}
        </>
      )
    default:
      return text
  }
}
