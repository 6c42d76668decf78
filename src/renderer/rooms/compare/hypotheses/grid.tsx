// biome-ignore-all lint/a11y/noStaticElementInteractions: its role is grid, which the rule cannot see
// biome-ignore-all lint/a11y/useSemanticElements: rows placed freely cannot be a table element; roles and indexes say the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus, one at a time

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import type { AchEvidence, AchHypothesis } from '../../../../contract/compare.ts'
import { EvidenceRow } from './evidence-row.tsx'
import { columns, movedPlace, type Place, ratingOfKey } from './grid-keys.ts'
import { HypothesisHead } from './hypothesis-head.tsx'
import type { Ratings } from './use-ratings.ts'
import type { Selection } from './use-selection.ts'

export interface GridActions {
  /** Opens the words that the evidence rests on, beside the cell. */
  openWords(claimId: string, cell: Element): void
  openHypothesis(id: string): void
  /** Opens the note of the cell under the cursor. */
  openNote(): void
}

/**
 * The matrix as an ARIA grid, worked in as in a spreadsheet: arrows move, with Shift they select, keys rate what is
 * selected. Only the rows near the screen are in the document, and the one that has the focus.
 */
export function AchGrid({
  hypotheses,
  evidence,
  ratings,
  selection,
  weighted,
  total,
  isReadOnly,
  actions,
  scroller,
  wanted,
}: {
  hypotheses: readonly AchHypothesis[]
  evidence: readonly AchEvidence[]
  ratings: Ratings
  selection: Selection
  weighted: boolean
  /** Pieces of evidence that count. */
  total: number
  isReadOnly: boolean
  actions: GridActions
  scroller: RefObject<HTMLDivElement | null>
  /** A piece of evidence to go to as soon as it is there. */
  wanted: { claimId: string | null }
}) {
  const rem = rootSize()
  const headHeight = headHeightOf(hypotheses)
  const lines = useVirtualizer({
    count: evidence.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * rem,
    overscan: 8,
    scrollMargin: headHeight * rem,
    scrollPaddingStart: headHeight * rem,
  })
  const focusWanted = useRef(false)
  const { cursor, anchor } = selection
  // After each drawing: a cell that was far away is in the document only then.
  useEffect(() => {
    if (!focusWanted.current) return
    const cell = cellAt(scroller.current, cursor)
    if (!cell) return
    focusWanted.current = false
    cell.focus({ preventScroll: true })
    revealColumn(scroller.current, cell)
  })
  const goTo = (next: Place, isExtending: boolean) => {
    if (next.row >= 0) lines.scrollToIndex(next.row)
    focusWanted.current = true
    selection.goTo(next, isExtending)
  }
  useEffect(() => {
    const row = evidence.findIndex(({ claimId }) => claimId === wanted.claimId)
    if (row < 0) return
    wanted.claimId = null
    goTo({ row, column: columns.firstHypothesis }, false)
  })
  const enter = (place: Place, cell: Element) => {
    const row = evidence[place.row]
    const hypothesis = hypotheses[place.column - columns.firstHypothesis]
    if (row) actions.openWords(row.claimId, cell)
    else if (hypothesis) actions.openHypothesis(hypothesis.id)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = event.target
    if (event.defaultPrevented || event.altKey || !isCell(cell)) return
    if (handle()) event.preventDefault()

    function handle(): boolean {
      const mod = event.ctrlKey || event.metaKey
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (rowHeight * rem)) - 3)
      const size = { rows: evidence.length, columns: hypotheses.length + columns.firstHypothesis, page }
      const next = movedPlace(event.key, mod, cursor, size)
      if (next) {
        goTo(next, event.shiftKey)
        return true
      }
      if (mod && event.key.toLowerCase() === 'a') {
        selection.selectAll()
        return true
      }
      if (mod) return false
      if (event.key === 'Enter') {
        enter(cursor, cell as Element)
        return true
      }
      if (event.key === 'Escape' && selection.isMany) {
        selection.goTo(cursor, false)
        return true
      }
      // Also where nothing can be rated the keys for it are the grid's: the room's digits would show another tab.
      if (isReadOnly || cursor.row < 0) return ratingOfKey(event.key, null) !== undefined
      if (event.key === 'Delete' || event.key === 'Backspace') {
        selection.clear()
        return true
      }
      if (event.key.toLowerCase() === 'n' && cursor.column >= columns.firstHypothesis) {
        actions.openNote()
        return true
      }
      const rating = ratingOfKey(event.key, selection.current?.rating ?? null)
      if (rating === undefined) return false
      selection.rate(rating)
      return true
    }
  }
  const onMouseDown = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-row]')
    if (!cell || event.button !== 0) return
    event.preventDefault()
    goTo(placeOf(cell), event.shiftKey)
    cell.focus({ preventScroll: true })
  }
  const onClick = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-row]')
    if (!cell || event.shiftKey) return
    const place = placeOf(cell)
    if (place.row < 0 || place.column === columns.evidence) enter(place, cell)
  }

  const current = (row: number) => (cursor.row === row ? cursor.column : null)
  const selectedIn = (row: number) => {
    if (
      !selection.isMany ||
      row < Math.min(anchor.row, cursor.row) ||
      row > Math.max(anchor.row, cursor.row)
    ) {
      return null
    }
    return { from: Math.min(anchor.column, cursor.column), to: Math.max(anchor.column, cursor.column) }
  }
  const places = new Map(hypotheses.map(({ id }, index) => [id, index]))
  const tracks = {
    '--hypotheses': hypotheses.length,
    '--ach-head': `${headHeight}rem`,
  } as React.CSSProperties
  return (
    <div
      ref={scroller}
      className="ach-grid"
      role="grid"
      aria-label="Evidence against hypotheses"
      aria-rowcount={evidence.length + 1}
      aria-colcount={hypotheses.length + columns.firstHypothesis}
      aria-multiselectable
      aria-readonly={isReadOnly}
      style={tracks}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onClick={onClick}
    >
      <div role="row" aria-rowindex={1} className="ach-row ach-head">
        {['Evidence', 'Diagnosticity'].map((title, column) => (
          <div
            key={title}
            role="columnheader"
            aria-colindex={column + 1}
            tabIndex={current(-1) === column ? 0 : -1}
            className={column === 0 ? 'ach-evidence' : 'ach-apart'}
            data-row={-1}
            data-column={column}
          >
            {title}
          </div>
        ))}
        {hypotheses.map((hypothesis) => {
          const column = places.get(hypothesis.id)! + columns.firstHypothesis
          return (
            <HypothesisHead
              key={hypothesis.id}
              hypothesis={hypothesis}
              column={column}
              isCurrent={current(-1) === column}
              weighted={weighted}
              total={total}
            />
          )
        })}
      </div>
      <div role="rowgroup" className="ach-body" style={{ height: lines.getTotalSize() }}>
        {withIndex(
          lines.getVirtualItems().map(({ index }) => index),
          cursor.row,
          evidence.length,
        ).map((row) => (
          <EvidenceRow
            key={evidence[row]!.claimId}
            evidence={evidence[row]!}
            hypotheses={hypotheses}
            row={row}
            top={row * rowHeight * rem}
            current={current(row)}
            selected={selectedIn(row)}
            weighted={weighted}
            cellOf={ratings.cellOf}
          />
        ))}
      </div>
    </div>
  )
}

export function cellAt(grid: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null
}

function placeOf(cell: HTMLElement): Place {
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
}

function isCell(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.dataset.row !== undefined
}

/** Brings the column into sight, clear of the first one where that stays. */
function revealColumn(grid: HTMLElement | null, cell: HTMLElement): void {
  const first = grid?.querySelector<HTMLElement>('.ach-head > .ach-evidence')
  if (!grid || !first || cell.classList.contains('ach-evidence')) return
  const isFixed = getComputedStyle(first).position === 'sticky'
  const left = cell.offsetLeft - (isFixed ? first.offsetWidth : 0)
  const right = cell.offsetLeft + cell.offsetWidth - grid.clientWidth
  if (grid.scrollLeft > left) grid.scrollLeft = left
  else if (grid.scrollLeft < right) grid.scrollLeft = right
}

/** The rows drawn, and that of the cursor, so that the focus is never lost to scrolling. */
function withIndex(indexes: number[], cursor: number, count: number): number[] {
  const drawn = indexes.filter((index) => index < count)
  return cursor < 0 || cursor >= count || drawn.includes(cursor)
    ? drawn
    : [...drawn, cursor].sort((a, b) => a - b)
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

/** In rem, as in hypotheses.css. */
const rowHeight = 3.375

/** In rem: three lines of words, the score, and the grades where there are any. */
function headHeightOf(hypotheses: readonly AchHypothesis[]): number {
  const isGraded = hypotheses.some(({ likelihood, confidence }) => likelihood !== null || confidence !== null)
  return isGraded ? 9.25 : 6.5
}
