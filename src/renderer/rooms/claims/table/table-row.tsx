// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
// biome-ignore-all lint/a11y/useSemanticElements: lines placed freely cannot be a table element; roles and indexes say the same

import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import type { NamedClaim, Warning } from '../../../../contract/rows.ts'
import { count } from '../../../format.ts'
import { CellInside } from './cell.tsx'
import { column as columnOf } from './columns.ts'
import type { Group } from './lines.ts'

interface Place {
  /** Index of the line below the headings. */
  line: number
  columns: readonly ClaimColumn[]
  /** The column of the cell that takes the focus, when it is on this line. */
  current: ClaimColumn | null
}

/** A claim's line; grey bars stand for words that are on their way. */
export const ClaimRow = memo(function ClaimRow({
  line,
  columns,
  current,
  claim,
  warnings,
  isSelected,
  isShown,
  landed,
  level,
}: Place & {
  claim: NamedClaim | undefined
  /** What to warn of; null until it is told. */
  warnings: readonly Warning[] | null
  isSelected: boolean
  /** The details pane tells about this claim. */
  isShown: boolean
  /** The event of a replay that has just changed it. */
  landed: number | undefined
  level: number | undefined
}) {
  return (
    <div
      role="row"
      className="claims-row"
      aria-rowindex={line + 2}
      aria-selected={isSelected}
      aria-level={level}
      aria-busy={claim === undefined || undefined}
      data-line={line}
      data-shown={isShown || undefined}
      // By turns, so that a second change of the same claim is shown anew.
      data-landed={landed === undefined ? undefined : landed % 2}
      style={{ '--line': line } as React.CSSProperties}
    >
      {columns.map((column, index) => (
        <div
          key={column}
          role="gridcell"
          aria-colindex={index + 1}
          tabIndex={current === column ? 0 : -1}
          className="claims-cell"
          data-line={line}
          data-column={column}
          data-numeric={columnOf(column).numeric}
        >
          {index === 0 && <span className="claims-check" data-check aria-hidden />}
          {claim ? (
            <CellInside column={column} claim={claim} warnings={warnings} />
          ) : (
            <span className="claims-bar" />
          )}
        </div>
      ))}
    </div>
  )
})

/** The heading of a group, which folds it. */
export const GroupRow = memo(function GroupRow({
  line,
  columns,
  current,
  group,
  isFolded,
}: Place & { group: Group; isFolded: boolean }) {
  return (
    <div
      role="row"
      className="claims-row claims-group"
      aria-rowindex={line + 2}
      aria-level={1}
      aria-expanded={!isFolded}
      data-line={line}
      style={{ '--line': line } as React.CSSProperties}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns.length}
        tabIndex={current === null ? -1 : 0}
        className="claims-cell claims-group-cell"
        data-line={line}
        data-column={columns[0]}
        data-fold
      >
        <ChevronRight aria-hidden className="claims-fold" data-open={!isFolded || undefined} />
        <span className="claims-cell-text">{group.label}</span>
        <span className="claims-count">{count(group.count, 'claim')}</span>
      </div>
    </div>
  )
})
