import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows to draw, the second one excluded. */
export interface RowRange {
  first: number
  end: number
}

/**
 * Which of many rows of one height are near the screen, while a panel scrolls. They change in steps, so that most
 * scroll events draw nothing.
 * @param body the element that has the height of all rows
 * @param height of a row, CSS pixels
 */
export function useRowWindow(body: RefObject<HTMLElement | null>, count: number, height: number): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, end: Math.min(count, firstDrawn) })
  useLayoutEffect(() => {
    const element = body.current
    const scroller = element?.closest<HTMLElement>('.compare-panel')
    if (!element || !scroller) return
    const follow = () => {
      const above = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top
      const top = Math.floor((above / height - overscan) / step) * step
      const bottom = Math.ceil(((above + scroller.clientHeight) / height + overscan) / step) * step
      const first = Math.max(0, Math.min(top, count))
      const end = Math.max(first, Math.min(bottom, count))
      setRange((before) => (before.first === first && before.end === end ? before : { first, end }))
    }
    follow()
    scroller.addEventListener('scroll', follow, { passive: true })
    const sizes = new ResizeObserver(follow)
    sizes.observe(scroller)
    // Something above it has become higher or lower.
    if (element.parentElement) sizes.observe(element.parentElement)
    return () => {
      scroller.removeEventListener('scroll', follow)
      sizes.disconnect()
    }
  }, [body, count, height])
  // Until the window has followed, rows that are no more are not drawn.
  return range.end <= count ? range : { first: Math.min(range.first, count), end: count }
}

const firstDrawn = 30
/** Rows drawn beyond each edge, so that a step of the wheel never shows an empty row. */
const overscan = 8
const step = 4
