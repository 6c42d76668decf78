import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import { useClaimsView } from '../../../claims/view-state.ts'
import { calmStep, type LineRange, settleTime } from './pages.ts'

export interface Scroll {
  /** Lines to draw, both included: what is on the screen and some more. */
  drawn: LineRange
  /** Lines to load; it waits while the scrollbar is dragged. */
  loaded: LineRange
  /** Whole lines on a screen. */
  page: number
  onScroll: () => void
  /** Goes to the first line. */
  toTop: () => void
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
  const sizes = useRef<Sizes | null>(null)
  const watched = useRef<{ element: HTMLElement; stop: () => void } | null>(null)
  const top = useRef(0)

  const onScroll = useCallback(() => {
    const element = scroller.current
    if (!element) return
    sizes.current ??= sizesOf(element)
    top.current = element.scrollTop
    const next = linesIn(sizes.current, top.current, drawnNow.current)
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
      useClaimsView.setState({ scroll: { top: top.current, left: element.scrollLeft } })
    }
  }, [scroller])

  // At each drawing: a window made narrow or wide brings a new element.
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === watched.current?.element) return
    watched.current?.stop()
    watched.current = element && {
      element,
      stop: watchSizes(element, (now) => {
        sizes.current = now
        onScroll()
      }),
    }
  })
  useLayoutEffect(
    () => () => {
      watched.current?.stop()
      watched.current = null
    },
    [],
  )
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
      const { height, room } = sizesOf(element)
      const lineTop = line * height
      if (lineTop < element.scrollTop) element.scrollTop = lineTop
      else if (lineTop + height > element.scrollTop + room) element.scrollTop = lineTop + height - room
      top.current = element.scrollTop
      revealColumn(element, column)
    },
    [scroller],
  )
  const toTop = useCallback(() => {
    // Asking the browser to scroll, or where it is, would have it lay out all new lines at once and once more.
    if (top.current > 0) scroller.current?.scrollTo({ top: 0 })
  }, [scroller])
  return { drawn, loaded, page, onScroll, toTop, restore, reveal }
}

/** Lines drawn beyond each edge, so that a step of the wheel never shows an empty line. */
const overscan = 10
/** The drawn lines change in steps of this many, so that most scroll events change nothing. */
const step = 5

/** Pixels, at the zoom of the moment. Kept until they change, for reading them makes the browser work. */
interface Sizes {
  /** Of a line. */
  height: number
  /** For lines, below the headings. */
  room: number
}

function sizesOf(element: HTMLElement): Sizes {
  const height = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) * rootSize()
  return { height, room: element.clientHeight - (headOf(element)?.offsetHeight ?? 0) }
}

/** Tells the sizes at once, before the next painting, and whenever they change. */
function watchSizes(element: HTMLElement, tell: (sizes: Sizes) => void): () => void {
  const observer = new ResizeObserver(() => tell(sizesOf(element)))
  observer.observe(element)
  // Its height tells of another zoom, which leaves the table's own size as it was.
  const head = headOf(element)
  if (head) observer.observe(head)
  return () => observer.disconnect()
}

function linesIn(
  { height, room }: Sizes,
  scrolled: number,
  before: LineRange,
): { range: LineRange; page: number } {
  const top = Math.floor(scrolled / height)
  const bottom = top + Math.ceil(room / height)
  // A jump to other lines draws the screen first; what lies beyond its edges comes with the next step.
  const isJump = top > before.last || bottom < before.first
  const more = isJump ? 0 : overscan
  const first = Math.max(0, Math.floor((top - more) / step) * step)
  const last = Math.ceil((bottom + more) / step) * step
  return { range: { first, last }, page: Math.max(1, Math.floor(room / height) - 1) }
}

function headOf(element: HTMLElement): HTMLElement | null {
  return element.querySelector<HTMLElement>('.claims-head')
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
