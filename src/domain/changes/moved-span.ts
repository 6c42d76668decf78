import { makeAnchor } from '../text/anchor.ts'
import { splitsPair } from '../text/segments.ts'

/** A piece of text over which a span has moved: only in the old span, only in the new one, in both, or around them. */
export interface StripPart {
  kind: 'old' | 'new' | 'both' | 'context'
  text: string
}

interface Range {
  start: number
  end: number
}

/** Longer pieces are cut in their middle, so that both of their ends are seen. */
const mostShown = 160

/**
 * The text over which a span moved, in pieces, with up to 32 code units of context on each side. Ranges are UTF-16
 * code units of the text, half-open. Empty when they do not lie in it.
 */
export function movedSpan(text: string, before: Range, after: Range): StripPart[] {
  const all = makeAnchor(text, Math.min(before.start, after.start), Math.max(before.end, after.end))
  if (!all.ok) return []
  const { start, end, prefix, suffix } = all.value
  const places = [...new Set([start, before.start, before.end, after.start, after.end, end])].sort(
    (a, b) => a - b,
  )
  const parts = places.slice(1).map((to, index): StripPart => {
    const from = places[index]!
    const inside = (range: Range) => from >= range.start && to <= range.end
    const kind = inside(before) ? (inside(after) ? 'both' : 'old') : inside(after) ? 'new' : 'context'
    return { kind, text: cut(text, from, to) }
  })
  const around = (words: string): StripPart[] => (words === '' ? [] : [{ kind: 'context', text: words }])
  return [...around(prefix), ...parts, ...around(suffix)]
}

function cut(text: string, from: number, to: number): string {
  if (to - from <= mostShown) return text.slice(from, to)
  const half = mostShown / 2
  const left = from + half - (splitsPair(text, from + half) ? 1 : 0)
  const right = to - half + (splitsPair(text, to - half) ? 1 : 0)
  return `${text.slice(from, left)} … ${text.slice(right, to)}`
}
