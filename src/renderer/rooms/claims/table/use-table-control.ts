import { type RefObject, useRef } from 'react'
import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import { type Cursor, changeQuery, useClaimsView } from '../../../claims/view-state.ts'
import { useMoment } from '../../../state/moment.ts'
import { moveCursor } from './move-cursor.ts'
import { clearSelection, selectAll, selectBetween, toggleSelected } from './selection.ts'
import { type ClaimWindow, foldKey, type LoadedClaim } from './use-claim-window.ts'
import type { Scroll } from './use-scroll.ts'

/** What the table does on keys and pointers. */
export interface TableControl {
  /** True when the cursor's cell shall take the focus at the next drawing. */
  focusWanted: RefObject<boolean>
  onKeyDown: (event: React.KeyboardEvent) => void
  onMouseDown: (event: React.MouseEvent) => void
  onDoubleClick: (event: React.MouseEvent) => void
  sortBy: (column: ClaimColumn) => void
  openMenu: (column: ClaimColumn) => void
  /** Moves the cursor, brings its cell into sight and, unless told otherwise, gives it the focus. */
  goTo: (cursor: Cursor, focus?: boolean) => void
}

export interface TableActions {
  edit: (row: LoadedClaim, cursor: Cursor) => void
  jump: (row: LoadedClaim) => void
  /** Columns without an editor: their facts are told in the details pane. */
  showDetails: () => void
  menu: (column: ClaimColumn) => void
}

/** The ARIA grid's keys and the pointer's, over the lines of the window. */
export function useTableControl(
  window: ClaimWindow,
  columns: readonly ClaimColumn[],
  scroll: Scroll,
  actions: TableActions,
): TableControl {
  const focusWanted = useRef(false)
  const { lines, query } = window

  const goTo = (cursor: Cursor, focus = true) => {
    focusWanted.current = focus
    scroll.reveal(cursor.line, cursor.column)
    useClaimsView.setState({ cursor })
  }
  const rowAt = (line: number) => {
    const found = line >= 0 && line < lines.count ? lines.at(line) : null
    return found?.kind === 'claim' ? window.claimAt(found.offset) : undefined
  }
  const groupAt = (line: number) => {
    const found = line >= 0 && line < lines.count ? lines.at(line) : null
    return found?.kind === 'group' ? window.groups[found.group] : undefined
  }
  const fold = (line: number, wanted?: boolean) => {
    const group = groupAt(line)
    if (!group) return
    const key = foldKey(query, group)
    const folded = new Set(useClaimsView.getState().folded)
    if (wanted ?? !folded.has(key)) folded.add(key)
    else folded.delete(key)
    useClaimsView.setState({ folded })
  }
  const sortBy = (column: ClaimColumn) => {
    const { sort } = query
    changeQuery({ sort: { column, descending: sort.column === column && !sort.descending } })
  }
  const activate = (cursor: Cursor, editOnly: boolean) => {
    if (cursor.line < 0) return editOnly ? undefined : sortBy(cursor.column)
    if (groupAt(cursor.line)) return editOnly ? undefined : fold(cursor.line)
    const row = rowAt(cursor.line)
    if (!row) return
    if (cursor.column === 'article') actions.jump(row)
    else if (informs.has(cursor.column)) actions.showDetails()
    else actions.edit(row, cursor)
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    const cell = event.target as HTMLElement
    if (event.defaultPrevented || !cell.matches('.claims-cell')) return
    const view = useClaimsView.getState()
    const cursor = focusWanted.current ? view.cursor : placeOf(cell)
    const mod = event.ctrlKey || event.metaKey
    if (handle()) event.preventDefault()

    function handle(): boolean {
      if (event.altKey) {
        if (event.key !== 'ArrowDown' || cursor.line >= 0) return false
        actions.menu(cursor.column)
        return true
      }
      if (event.key === 'ContextMenu' && cursor.line < 0) {
        actions.menu(cursor.column)
        return true
      }
      if (mod && event.key.toLowerCase() === 'a') {
        void selectAll(query)
        return true
      }
      if (event.key === 'Enter' || event.key === 'F2') {
        activate(cursor, event.key === 'F2')
        return true
      }
      // In the past nothing can be done with chosen claims: there the key plays.
      if (event.key === ' ' && useMoment.getState().seq === null) {
        const row = rowAt(cursor.line)
        if (event.shiftKey) void selectBetween(window, view.anchor, cursor.line)
        else if (row) toggleSelected(row.claim.id)
        else activate(cursor, false)
        if (!event.shiftKey) useClaimsView.setState({ anchor: cursor.line })
        return true
      }
      if (event.key === 'Escape') {
        if (view.selected.size === 0) return false
        clearSelection()
        return true
      }
      const group = groupAt(cursor.line)
      if (group && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
        fold(cursor.line, event.key === 'ArrowLeft')
        return true
      }
      const next = moveCursor(event.key, mod, cursor, { columns, lines: lines.count, page: scroll.page })
      if (!next) return false
      goTo(next)
      if (event.shiftKey && next.line !== cursor.line) {
        void selectBetween(window, view.anchor, next.line)
      } else if (!event.shiftKey) {
        useClaimsView.setState({ anchor: next.line })
      }
      return true
    }
  }

  const onMouseDown = (event: React.MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('.claims-cell')
    if (!cell || event.button !== 0) return
    const cursor = placeOf(cell)
    const row = rowAt(cursor.line)
    const before = useClaimsView.getState()
    goTo(cursor)
    // The browser's own focus and text selection would follow the pointer to what is drawn now.
    if (cursor.line >= 0) event.preventDefault()
    if ('fold' in cell.dataset) return fold(cursor.line)
    if (!row) return
    const isOnCheck = (event.target as Element).closest('[data-check]') !== null
    const isOnJump = (event.target as Element).closest('[data-jump]') !== null
    if (event.shiftKey) void selectBetween(window, before.anchor, cursor.line)
    else if (event.ctrlKey || event.metaKey || isOnCheck) {
      const start = rowAt(before.cursor.line)
      if (!isOnCheck && before.selected.size === 0 && start && start !== row) toggleSelected(start.claim.id)
      toggleSelected(row.claim.id)
      useClaimsView.setState({ anchor: cursor.line })
    } else {
      clearSelection()
      useClaimsView.setState({ anchor: cursor.line })
      if (isOnJump) actions.jump(row)
    }
  }

  const onDoubleClick = (event: React.MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('.claims-cell')
    if (!cell || 'fold' in cell.dataset || Number(cell.dataset.line) < 0) return
    if ((event.target as Element).closest('[data-check]')) return
    activate(placeOf(cell), false)
  }

  return { focusWanted, onKeyDown, onMouseDown, onDoubleClick, sortBy, openMenu: actions.menu, goTo }
}

/** The place of a cell on the screen: what has the focus counts, also when a screen reader has put it there. */
function placeOf(cell: HTMLElement): Cursor {
  return { line: Number(cell.dataset.line), column: cell.dataset.column as ClaimColumn }
}

/** Columns that tell of something that is changed elsewhere. */
const informs = new Set<ClaimColumn>(['evidence', 'relations', 'warnings', 'entered'])
