// biome-ignore-all lint/a11y/noStaticElementInteractions: its role is grid, which the rule cannot see
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
// biome-ignore-all lint/a11y/useSemanticElements: cells placed freely cannot be a table element; roles and indexes say the same

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Matrix, MatrixRow } from '../../../../contract/compare.ts'
import { count, reliability } from '../../../format.ts'
import { useRootSize } from '../../../ui/use-root-size.ts'
import { useWidth } from '../../../ui/use-width.ts'
import { useClaimsPopover } from '../cards/use-claims-popover.tsx'
import { CellWords } from './cell.tsx'

interface Cursor {
  row: number
  /** -1 for the source's name. */
  column: number
}

/**
 * The matrix as an ARIA grid: arrows, Home, End and the Page keys go from cell to cell, Enter opens a cell's claims.
 * Only the cells near the screen are in the document, and the one that has the focus.
 */
export function MatrixGrid({
  matrix,
  topicId,
}: {
  matrix: Matrix
  /** The column that the room is about; null where columns are no topics. */
  topicId: string | null
}) {
  const { rows, columns } = matrix
  const scroller = useRef<HTMLDivElement>(null)
  const popover = useClaimsPopover()
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 })
  const focusWanted = useRef(false)
  const rem = useRootSize()
  // Few columns share the whole width.
  const room = useWidth(scroller) / rem - nameWidth
  const columnWidth = Math.min(Math.max(leastColumn, room / Math.max(1, columns.length)), mostColumn)
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * rem,
    overscan: 6,
    scrollPaddingStart: headHeight * rem,
  })
  const tracks = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth * rem,
    overscan: 2,
    paddingStart: nameWidth * rem,
    scrollPaddingStart: nameWidth * rem,
  })
  // Another size of the window's text: rows and columns are measured anew.
  useLayoutEffect(() => {
    lines.measure()
    tracks.measure()
  }, [rem, columnWidth])
  const at = {
    row: Math.min(cursor.row, rows.length - 1),
    column: Math.min(cursor.column, columns.length - 1),
  }
  // After each drawing: a cell that was far away is in the document only then.
  useEffect(() => {
    if (!focusWanted.current) return
    const cell = cellAt(scroller.current, at)
    if (!cell) return
    focusWanted.current = false
    cell.focus({ preventScroll: true })
  })
  const goTo = (next: Cursor) => {
    const row = Math.max(0, Math.min(next.row, rows.length - 1))
    const column = Math.max(-1, Math.min(next.column, columns.length - 1))
    lines.scrollToIndex(row)
    if (column >= 0) tracks.scrollToIndex(column)
    focusWanted.current = true
    setCursor({ row, column })
  }
  const open = ({ row, column }: Cursor, cell: Element) => {
    const line = rows[row]
    const key = columns[column]?.key
    const claimIds = key === undefined ? allOf(line) : line?.cells[key]?.claimIds
    if (claimIds && claimIds.length > 0) popover.open(claimIds, cell)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey || event.metaKey || !isCell(event.target)) return
    if (!event.ctrlKey && (event.key === 'Enter' || event.key === ' ')) open(at, event.target)
    else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (rowHeight * rem)) - 2)
      const next = moved(event, at, { row: rows.length - 1, column: columns.length - 1, page })
      if (!next) return
      goTo(next)
    }
    event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-row]')
    if (!cell) return
    const place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
    setCursor(place)
    cell.focus({ preventScroll: true })
    open(place, cell)
  }
  const width = { width: tracks.getTotalSize() }
  const shownRows = withIndex(lines.getVirtualItems(), at.row)
  const shownColumns = withIndex(tracks.getVirtualItems(), at.column)
  const place = (index: number) => ({
    left: `${nameWidth + index * columnWidth}rem`,
    width: `${columnWidth}rem`,
  })
  return (
    <div
      ref={scroller}
      className="matrix"
      role="grid"
      aria-label="Sources side by side"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-readonly
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="row" aria-rowindex={1} className="matrix-head" style={width}>
        <div role="columnheader" aria-colindex={1} className="matrix-name">
          Source
        </div>
        {shownColumns.map((index) => (
          <div
            key={index}
            role="columnheader"
            aria-colindex={index + 2}
            className="matrix-column"
            data-here={columns[index]!.key === topicId || undefined}
            style={place(index)}
            title={columns[index]!.name}
          >
            <span dir="auto">{columns[index]!.name}</span>
          </div>
        ))}
      </div>
      <div role="rowgroup" className="matrix-body" style={{ ...width, height: lines.getTotalSize() }}>
        {shownRows.map((row) => (
          <div
            key={row}
            role="row"
            aria-rowindex={row + 2}
            className="matrix-row"
            style={{ ...width, transform: `translateY(${row * rowHeight * rem}px)` }}
          >
            <NameCell line={rows[row]!} row={row} isCurrent={at.row === row && at.column === -1} />
            {shownColumns.map((column) => {
              const cell = rows[row]!.cells[columns[column]!.key]
              return (
                <div
                  key={column}
                  role="gridcell"
                  aria-colindex={column + 2}
                  tabIndex={at.row === row && at.column === column ? 0 : -1}
                  className="matrix-cell"
                  data-row={row}
                  data-column={column}
                  data-empty={cell ? undefined : true}
                  style={place(column)}
                >
                  {cell ? (
                    <CellWords cell={cell} />
                  ) : (
                    <>
                      <span aria-hidden>—</span>
                      <span className="hidden-visually">nothing said</span>
                    </>
                  )}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {popover.pane}
    </div>
  )
}

function NameCell({ line, row, isCurrent }: { line: MatrixRow; row: number; isCurrent: boolean }) {
  const grade = line.source?.reliability
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      tabIndex={isCurrent ? 0 : -1}
      className="matrix-name"
      data-row={row}
      data-column={-1}
    >
      <span className="matrix-source" dir="auto">
        {line.source?.name ?? 'Speaker unknown'}
      </span>
      <span className="matrix-source-facts">
        {grade && (
          <span className="compare-grade" title={reliability(grade)}>
            {grade}
            <span className="hidden-visually"> {reliability(grade).slice(2)}</span>
          </span>
        )}
        {count(line.claims, 'claim')}
      </span>
    </div>
  )
}

function allOf(line: MatrixRow | undefined): string[] {
  return line ? [...new Set(Object.values(line.cells).flatMap(({ claimIds }) => claimIds))] : []
}

/** Where the keys of a grid go (WAI-ARIA Authoring Practices); null for other keys. */
function moved(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: Cursor,
  last: Cursor & { page: number },
): Cursor | null {
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'PageDown':
      return { row: row + last.page, column }
    case 'PageUp':
      return { row: row - last.page, column }
    case 'Home':
      return ctrlKey ? { row: 0, column: -1 } : { row, column: -1 }
    case 'End':
      return ctrlKey ? last : { row, column: last.column }
    default:
      return null
  }
}

function cellAt(grid: HTMLElement | null, { row, column }: Cursor): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null
}

function isCell(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.dataset.row !== undefined
}

/** The indexes drawn, and that of the cursor, so that the focus is never lost to scrolling. */
function withIndex(items: readonly { index: number }[], cursor: number): number[] {
  const indexes = items.map(({ index }) => index)
  return cursor < 0 || indexes.includes(cursor) ? indexes : [...indexes, cursor].sort((a, b) => a - b)
}

/** In rem, as in matrix.css. */
const rowHeight = 4.375
const headHeight = 3.25
const leastColumn = 18.5
const mostColumn = 28
const nameWidth = 14
