import type { OffsetRange } from './ranges.ts'
import { overlaps } from './ranges.ts'

/** A line of an article with what it is. A line break ends a paragraph. */
export interface Paragraph extends OffsetRange {
  text: string
  /** A line of a list or a fact box: a sentence also without a full stop. */
  isItem: boolean
}

/** The paragraphs that hold the article's own words: furniture, headings and empty lines are left out. */
export function* paragraphsOf(
  text: string,
  furniture: readonly OffsetRange[],
  from = 0,
): Generator<Paragraph> {
  for (let start = from; start < text.length; ) {
    const lineBreak = text.indexOf('\n', start)
    const end = lineBreak < 0 ? text.length : lineBreak
    const words = text.slice(start, end)
    const range = { start, end }
    start = end + 1
    if (words.trim() === '' || furniture.some((other) => overlaps(other, range) && covers(other, range)))
      continue
    const isItem = item.test(words)
    if (!isItem && isHeading(words)) continue
    yield { ...range, text: words, isItem }
  }
}

function covers(furniture: OffsetRange, line: OffsetRange): boolean {
  const shared = Math.min(furniture.end, line.end) - Math.max(furniture.start, line.start)
  return shared > (line.end - line.start) / 2
}

const item = /^\s*(?:[-•*–▪■‣·]\s+|\|\s*\S|\d{1,2}[.)]\s+\p{L})|^[^.!?]{2,60}:\s+\S/u

/** No sentence ends in it: a headline, a byline, a caption's credit, a dateline. */
function isHeading(words: string): boolean {
  const trimmed = words
    .trim()
    .replace(/[*_#]+/g, '')
    .trim()
  if (/^#{1,6}\s/.test(words.trim())) return true
  if (
    /^(?:\[?photo\b|\[?image\b|caption\b|credit\b|©|copyright\b|by\s+\p{Lu}|reporting by\b|editing by\b|subscribe\b|follow us\b|share\b|read (?:also|more)\b|related\b)/iu.test(
      trimmed,
    )
  )
    return true
  return !/[.!?…:;](?:["”’')\]»*_]{0,3})$/u.test(trimmed) && !/[.!?]["”')]?\s+\p{Lu}/u.test(trimmed)
}
