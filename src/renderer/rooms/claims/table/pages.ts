import type { Lines } from './lines.ts'

/** Claims that one request brings. */
export const pageSize = 100

/** Lines on the screen, both included. */
export interface LineRange {
  first: number
  last: number
}

/**
 * The pages, ascending, that hold the claims of the lines on the screen and of about half a page before and after
 * them, so that reading on finds its rows already there.
 */
export function pagesOf(lines: Lines, range: LineRange): number[] {
  const pages = new Set<number>()
  const first = Math.max(0, range.first - pageSize / 2)
  const last = Math.min(lines.count - 1, range.last + pageSize / 2)
  for (let index = first; index <= last; index++) {
    const line = lines.at(index)
    if (line.kind === 'claim') pages.add(Math.floor(line.offset / pageSize))
  }
  return [...pages].sort((a, b) => a - b)
}

/**
 * How many lines one step of scrolling may pass and still load its pages at once. Farther than that, someone drags
 * the scrollbar, and the pages in between would only delay the one that is wanted.
 */
export const calmStep = 120

/** Milliseconds without a farther step after which a drag of the scrollbar counts as ended. */
export const settleTime = 70
