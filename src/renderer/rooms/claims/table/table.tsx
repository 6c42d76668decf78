// biome-ignore-all lint/a11y/noStaticElementInteractions: its role is grid or treegrid, which the rule cannot see
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: likewise
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
// biome-ignore-all lint/a11y/useSemanticElements: lines placed freely cannot be a table element; roles and indexes say the same

import { useLayoutEffect, useMemo } from 'react'
import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import type { Warning } from '../../../../contract/rows.ts'
import { useClaimsView } from '../../../claims/view-state.ts'
import { useLanding } from '../../../timeline/landing.ts'
import { type ColumnChoice, column as columnOf } from './columns.ts'
import type { Line } from './lines.ts'
import { TableHead } from './table-head.tsx'
import { ClaimRow, GroupRow } from './table-row.tsx'
import { type ClaimWindow, foldKey } from './use-claim-window.ts'
import { useLasting } from './use-lasting.ts'
import type { Scroll } from './use-scroll.ts'
import type { TableControl } from './use-table-control.ts'
import './table.css'

/**
 * The claims as an ARIA grid (a tree grid when grouped). Only the lines near the screen are in the document, and the
 * line that has the focus, so that it is never lost to scrolling.
 */
export function ClaimTable({
  window,
  scroll,
  scroller,
  columns,
  choices,
  onChoices,
  control,
  shownClaim,
  isReadOnly,
}: {
  window: ClaimWindow
  scroll: Scroll
  scroller: React.RefObject<HTMLDivElement | null>
  columns: readonly ClaimColumn[]
  choices: ColumnChoice[]
  onChoices: (choices: ColumnChoice[]) => void
  control: TableControl
  /** The claim that the details pane tells about. */
  shownClaim: string | null
  isReadOnly: boolean
}) {
  const { lines, query } = window
  const cursor = useClaimsView((view) => view.cursor)
  const selected = useClaimsView((view) => view.selected)
  const folded = useClaimsView((view) => view.folded)
  const landed = useLanding((landing) => landing.landed)
  const cursorColumn = columns.includes(cursor.column) ? cursor.column : (columns[0] ?? 'statement')
  // Until the claims are known the cursor keeps its place.
  const cursorLine = window.total === null ? cursor.line : Math.min(cursor.line, lines.count - 1)
  const drawn = useMemo(
    () => drawnLines(scroll.drawn, lines.count, cursorLine),
    [scroll.drawn, lines, cursorLine],
  )
  useFocusFollowing(scroller, control.focusWanted, cursorLine, cursorColumn)
  const isGrouped = query.group !== null
  // A quick answer brings the new lines without a flicker, and without drawing the old ones once more.
  const isSlow = useLasting(window.waiting, noticeableWait)
  const widths = columns.map((id) => choices.find((choice) => choice.id === id)?.width ?? columnOf(id).width)
  const hasWarnings = columns.includes('warnings')
  const drawLine = (index: number) => {
    const line: Line = lines.at(index)
    const place = { line: index, columns, current: index === cursorLine ? cursorColumn : null }
    if (line.kind === 'group') {
      const group = window.groups[line.group]!
      return <GroupRow key={index} {...place} group={group} isFolded={folded.has(foldKey(query, group))} />
    }
    const claim = window.claimAt(line.offset)?.claim
    const warnings = claim && window.warningsOf(claim.id)
    return (
      <ClaimRow
        key={index}
        {...place}
        claim={claim}
        // What is told later draws only those lines anew that are warned of.
        warnings={warnings?.length ? warnings : warnings || !hasWarnings ? noWarnings : null}
        isSelected={claim !== undefined && selected.has(claim.id)}
        isShown={claim !== undefined && claim.id === shownClaim}
        landed={claim !== undefined && claim.id === landed?.claimId ? landed.seq : undefined}
        level={isGrouped ? 2 : undefined}
      />
    )
  }
  return (
    <div
      ref={scroller}
      role={isGrouped ? 'treegrid' : 'grid'}
      aria-label="Claims"
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-readonly={isReadOnly}
      aria-busy={window.waiting || undefined}
      className="claims-table"
      data-waiting={window.waiting || undefined}
      data-slow={isSlow || undefined}
      onScroll={scroll.onScroll}
      onKeyDown={control.onKeyDown}
      onMouseDown={control.onMouseDown}
      onDoubleClick={control.onDoubleClick}
      style={{ '--columns': trackSizes(widths) } as React.CSSProperties}
    >
      <TableHead
        columns={columns}
        sort={query.sort}
        current={cursorLine < 0 ? cursorColumn : null}
        choices={choices}
        onChoices={onChoices}
        onSort={control.sortBy}
        onMenu={control.openMenu}
      />
      <div role="rowgroup" className="claims-body" style={{ '--lines': lines.count } as React.CSSProperties}>
        {drawn.map(drawLine)}
      </div>
    </div>
  )
}

/** Milliseconds. */
const noticeableWait = 150

const noWarnings: readonly Warning[] = []

/** The columns' tracks; what is left of the width goes to the first. */
function trackSizes(widths: number[]): string {
  return widths
    .map((width, index) => (index === 0 ? `minmax(${width / 16}rem, 1fr)` : `${width / 16}rem`))
    .join(' ')
}

function drawnLines(range: { first: number; last: number }, count: number, cursor: number): number[] {
  const drawn: number[] = []
  for (let index = range.first; index <= Math.min(range.last, count - 1); index++) drawn.push(index)
  // In the document's order, so that what follows in the tab order stays right.
  if (cursor >= 0 && cursor < range.first) drawn.unshift(cursor)
  if (cursor > range.last && cursor < count) drawn.push(cursor)
  return drawn
}

/** Gives the focus to the cursor's cell when a key or a pointer has moved the cursor there. */
function useFocusFollowing(
  scroller: React.RefObject<HTMLElement | null>,
  wanted: React.RefObject<boolean>,
  line: number,
  column: ClaimColumn,
): void {
  // Before the next key can arrive: it would come from the cell that was left.
  useLayoutEffect(() => {
    if (!wanted.current) return
    const cell = cellAt(scroller.current, line, column)
    if (!cell) return
    wanted.current = false
    cell.focus({ preventScroll: true })
  })
}

/** The cell on the screen; on a group's heading, the one cell there is. */
export function cellAt(table: HTMLElement | null, line: number, column: ClaimColumn): HTMLElement | null {
  return (
    table?.querySelector<HTMLElement>(`.claims-cell[data-line="${line}"][data-column="${column}"]`) ??
    table?.querySelector<HTMLElement>(`.claims-cell[data-line="${line}"]`) ??
    null
  )
}
