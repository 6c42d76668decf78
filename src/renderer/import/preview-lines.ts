import type { DraftFurniture } from './draft-furniture.ts'

/** A line with words in it. Offsets in the article's text, UTF-16 code units, half-open, without the line feed. */
export interface PreviewLine {
  id: string
  start: number
  end: number
  text: string
  /** The furniture it belongs to. */
  mark: DraftFurniture | null
  /** The first line of its furniture: it carries the name. */
  opens: boolean
  /** An empty line stands before it. */
  gap: boolean
}

/** A longer text is a data dump, not an article; its first lines show what it is. */
export const mostLines = 10_000

/** The text as lines for the preview, `mostLines` at most; empty lines become a gap before the next one. */
export function linesOf(text: string, furniture: readonly DraftFurniture[]): PreviewLine[] {
  const marks = furniture.filter(({ on }) => on).sort((a, b) => a.start - b.start)
  const lines: PreviewLine[] = []
  let start = 0
  let next = 0
  let gap = false
  let opened: DraftFurniture | null = null
  while (start < text.length && lines.length < mostLines) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    const words = text.slice(start, end)
    if (words.trim() === '') {
      gap = true
    } else {
      while (next < marks.length && marks[next]!.end <= start) next++
      const mark: DraftFurniture | null =
        next < marks.length && marks[next]!.start < end ? marks[next]! : null
      lines.push({
        id: String(start),
        start,
        end,
        text: words,
        mark,
        opens: mark !== null && mark !== opened,
        gap,
      })
      opened = mark
      gap = false
    }
    start = end + 1
  }
  return lines
}
