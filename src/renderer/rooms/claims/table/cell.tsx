import { TriangleAlert } from 'lucide-react'
import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import type { NamedClaim, Warning } from '../../../../contract/rows.ts'
import { cellWords } from './cell-words.ts'
import { StatusMark } from './status-mark.tsx'

/**
 * The inside of a claim's cell: bare words wherever that will do, for a screen has hundreds of cells. It holds
 * nothing that takes the focus: the cell itself does.
 */
export function CellInside({
  column,
  claim,
  warnings,
}: {
  column: ClaimColumn
  claim: NamedClaim
  /** Null until they are told. */
  warnings: readonly Warning[] | null
}) {
  if (column === 'warnings')
    return warnings ? <WarningWords warnings={warnings} /> : <span className="claims-bar" />
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
    case 'statement':
      return !warnings || warnings.length === 0 ? (
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

function WarningWords({ warnings }: { warnings: readonly Warning[] }) {
  return warnings.length === 0 ? null : (
    <span className="claims-warned">
      <TriangleAlert aria-hidden />
      {warnings.map(({ kind }) => kind).join(', ')}
    </span>
  )
}
