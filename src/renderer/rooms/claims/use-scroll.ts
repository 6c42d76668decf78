import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ClaimColumn } from '../../../contract/claim-query.ts'
import { useClaimsView } from '../../claims/view-state.ts'
import { calmStep, type LineRange, settleTime } from './pages.ts'

export interface Scroll {
  /** Lines to draw, both included: what is on the screen and some more. */
  drawn: LineRange
  /** Lines to load; it waits while the scrollbar is dragged. */
  loaded: LineRange
  /** Whole lines on a screen. */
  page: number
  onScroll: () => void
  /** Goes to where the table was left; to be called once its height is known. */
  restore: () => void
  /** Brings a cell into sight, clear of the headings and of the column that stays. */
  reveal: (line: number, column: ClaimColumn) => void
}

/** Follows the scrolling of the table. Lines are all of one height, so a line's place needs no measuring. */
export function useScroll(scroller: RefObject<HTMLElement | null>): Scroll {
  const [drawn, setDrawn] = useState<LineRange>({ first: 0, last: 40 })
  const [loaded, setLoaded] = useState<LineRange>(drawn)
  const [page, setPage] = useState(20)
  const timer = useRef(0)
  const loadedFirst = useRef(0)
  const drawnNow = useRef(drawn)
  const restored = useRef(false)

  const onScroll = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const next = linesIn(element, drawnNow.current)
    drawnNow.current = next.range
    element.toggleAttribute('data-aside', element.scrollLeft > 0)
    setPage(next.page)
    setDrawn((before) =>
      before.first === next.range.first && before.last === next.range.last ? before : next.range,
    )
    clearTimeout(timer.current)
    const load = () => {
      loadedFirst.current = next.range.first
      setLoaded((before) =>
        before.first === next.range.first && before.last === next.range.last ? before : next.range,
      )
    }
    if (Math.abs(next.range.first - loadedFirst.current) <= calmStep) load()
    else timer.current = window.setTimeout(load, settleTime)
    if (restored.current) {
      useClaimsView.setState({ scroll: { top: element.scrollTop, left: element.scrollLeft } })
    }
  }, [scroller])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const size = new ResizeObserver(onScroll)
    size.observe(element)
    return () => {
      size.disconnect()
    }
  }, [scroller, onScroll])
  useEffect(() => () => clearTimeout(timer.current), [])
  const restore = useCallback(() => {
    const { top, left } = useClaimsView.getState().scroll
    restored.current = true
    scroller.current?.scrollTo(left, top)
    onScroll()
  }, [scroller, onScroll])

  const reveal = useCallback(
    (line: number, column: ClaimColumn) => {
      const element = scroller.current
      if (!element || line < 0) return
      const height = lineHeight(element)
      const head = headHeight(element)
      const top = line * height
      const room = element.clientHeight - head
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + height > element.scrollTop + room) element.scrollTop = top + height - room
      revealColumn(element, column)
    },
    [scroller],
  )
  return { drawn, loaded, page, onScroll, restore, reveal }
}

/** Lines drawn beyond each edge, so that a step of the wheel never shows an empty line. */
const overscan = 10
/** The drawn lines change in steps of this many, so that most scroll events change nothing. */
const step = 5

function linesIn(element: HTMLElement, before: LineRange): { range: LineRange; page: number } {
  const height = lineHeight(element)
  const room = element.clientHeight - headHeight(element)
  const top = Math.floor(element.scrollTop / height)
  const bottom = top + Math.ceil(room / height)
  // A jump to other lines draws the screen first; what lies beyond its edges comes with the next step.
  const isJump = top > before.last || bottom < before.first
  const more = isJump ? 0 : overscan
  const first = Math.max(0, Math.floor((top - more) / step) * step)
  const last = Math.ceil((bottom + more) / step) * step
  return { range: { first, last }, page: Math.max(1, Math.floor(room / height) - 1) }
}

/** Pixels, at the zoom of the moment. */
function lineHeight(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) * rootSize()
}

function headHeight(element: HTMLElement): number {
  return element.querySelector<HTMLElement>('.claims-head')?.offsetHeight ?? 0
}

/** Where the first column does not stay in sight; see table.css. */
function isNarrowWindow(): boolean {
  return window.matchMedia('(max-width: 820px)').matches
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

function revealColumn(element: HTMLElement, column: ClaimColumn): void {
  const heading = element.querySelector<HTMLElement>(`[role="columnheader"][data-column="${column}"]`)
  const first = element.querySelector<HTMLElement>('[role="columnheader"]')
  if (!heading || !first || heading === first) return
  const kept = isNarrowWindow() ? 0 : first.offsetWidth
  const left = heading.offsetLeft - kept
  const right = heading.offsetLeft + heading.offsetWidth - element.clientWidth
  if (element.scrollLeft > left) element.scrollLeft = left
  else if (element.scrollLeft < right) element.scrollLeft = right
}
