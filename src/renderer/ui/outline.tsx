// biome-ignore-all lint/a11y/useFocusableInteractive: the tree has the focus and names its line as the active one

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import './outline.css'

/** A line of an outline: a heading that folds, or an entry. */
export interface OutlineLine {
  id: string
  /** 2 for entries under a heading; 1 for headings, and for the entries of an outline without them. */
  level: 1 | 2
  /** Its place among its siblings, from 1, and how many they are. */
  position: number
  siblings: number
  /** For a heading: whether its entries are shown. Absent: an entry. */
  isOpen?: boolean
}

/**
 * A long list, with headings that fold or without, as an ARIA tree. Only the lines near the screen are in the
 * document. Arrows, Home, End and Page keys (J and K too) move the cursor, Left and Right fold, Enter opens.
 */
export function Outline<Line extends OutlineLine>({
  label,
  lines,
  draw,
  estimate,
  current,
  onOpen,
  onMove,
  onFold,
  onKey,
  treeRef,
}: {
  label: string
  lines: readonly Line[]
  draw: (line: Line) => ReactNode
  /** About how high a line is, in rem; it is measured when drawn. */
  estimate: (line: Line) => number
  /** Id of the line that is open elsewhere; the cursor goes there when it changes. */
  current: string | null
  onOpen: (line: Line) => void
  /** The cursor was moved to a line by key. */
  onMove?: (line: Line) => void
  onFold?: (line: Line) => void
  /** Further keys on the cursor's line; true when it was taken. */
  onKey?: (event: KeyboardEvent, line: Line, element: HTMLElement | null) => boolean
  treeRef?: Ref<HTMLDivElement>
}) {
  const prefix = useId()
  const tree = useRef<HTMLDivElement>(null)
  const [cursorId, setCursorId] = useState(current)
  const cursor = Math.max(
    0,
    lines.findIndex(({ id }) => id === cursorId),
  )
  const cursorLine = lines[cursor]
  // Read once: thousands of lines are estimated at a time.
  const unit = rem()
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => tree.current,
    estimateSize: (index) => estimate(lines[index]!) * unit,
    getItemKey: (index) => lines[index]!.id,
    overscan: 8,
    // The cursor's line stays in the document wherever the list is scrolled to: it is the active descendant.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) =>
      rangeWith(Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan), cursor, count),
  })
  const place = lines.findIndex(({ id }) => id === current)
  const latest = useRef({ place, virtualizer })
  latest.current = { place, virtualizer }
  // Scrolled to when it becomes the open one and when it comes into the list, not whenever the list changes.
  const isListed = place >= 0
  useEffect(() => {
    if (current === null || !isListed) return
    setCursorId(current)
    latest.current.virtualizer.scrollToIndex(latest.current.place, { align: 'auto' })
  }, [current, isListed])

  const moveTo = (index: number) => {
    const target = Math.min(Math.max(0, index), lines.length - 1)
    if (!lines[target]) return
    setCursorId(lines[target].id)
    virtualizer.scrollToIndex(target, { align: 'auto' })
    onMove?.(lines[target])
  }
  const activate = (line: Line) => {
    setCursorId(line.id)
    if (line.isOpen === undefined) onOpen(line)
    else onFold?.(line)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || !cursorLine) return
    const taken =
      moveByKey(event, { lines, cursor, page: pageOf(tree.current), moveTo, activate }) ||
      onKey?.(event, cursorLine, document.getElementById(prefix + cursor))
    if (taken) event.preventDefault()
  }
  return (
    <div
      ref={(element) => {
        tree.current = element
        if (typeof treeRef === 'function') treeRef(element)
        else if (treeRef) treeRef.current = element
      }}
      role="tree"
      aria-label={label}
      aria-activedescendant={cursorLine ? prefix + cursor : undefined}
      className="outline"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="outline-length" role="none" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const line = lines[index]!
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for the line under its cursor
            <div
              key={key}
              id={prefix + index}
              ref={virtualizer.measureElement}
              data-index={index}
              role="treeitem"
              aria-level={line.level}
              aria-posinset={line.position}
              aria-setsize={line.siblings}
              aria-expanded={line.isOpen}
              aria-selected={line.isOpen === undefined ? line.id === current : undefined}
              className="outline-line"
              data-heading={line.isOpen !== undefined || undefined}
              data-cursor={index === cursor || undefined}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => {
                if (!isControl(event.target)) activate(line)
              }}
            >
              {draw(line)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface Movement<Line> {
  lines: readonly Line[]
  cursor: number
  /** Lines to a page. */
  page: number
  moveTo: (index: number) => void
  activate: (line: Line) => void
}

/** What the keys of a tree do (WAI-ARIA Authoring Practices, tree view); false for other keys. */
function moveByKey<Line extends OutlineLine>(event: KeyboardEvent, movement: Movement<Line>): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const { lines, cursor, page, moveTo, activate } = movement
  const line = lines[cursor]!
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      moveTo(cursor + 1)
      return true
    case 'ArrowUp':
    case 'k':
      moveTo(cursor - 1)
      return true
    case 'Home':
      moveTo(0)
      return true
    case 'End':
      moveTo(lines.length - 1)
      return true
    case 'PageDown':
      moveTo(cursor + page)
      return true
    case 'PageUp':
      moveTo(cursor - page)
      return true
    case 'ArrowRight':
      if (line.isOpen === false) activate(line)
      else if (line.isOpen) moveTo(cursor + 1)
      return line.isOpen !== undefined
    case 'ArrowLeft':
      if (line.isOpen) activate(line)
      else if (line.level === 2)
        moveTo(lines.findLastIndex((other, index) => index < cursor && other.level === 1))
      return line.isOpen !== undefined || line.level === 2
    case 'Enter':
    case ' ':
      activate(line)
      return true
    default:
      return false
  }
}

function pageOf(tree: HTMLElement | null): number {
  const lines = tree?.querySelectorAll('.outline-line') ?? []
  const height = [...lines].reduce((sum, line) => sum + line.clientHeight, 0) / Math.max(1, lines.length)
  return Math.max(1, Math.floor((tree?.clientHeight ?? 0) / Math.max(1, height)) - 1)
}

function rangeWith(from: number, to: number, cursor: number, count: number): number[] {
  const range = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  if (cursor >= count || (cursor >= from && cursor <= to)) return range
  return cursor < from ? [cursor, ...range] : [...range, cursor]
}

/** A button of a line has its own press. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input') !== null
}

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
