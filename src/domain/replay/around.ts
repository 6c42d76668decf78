import type { Stretch } from './choose.ts'

/**
 * The parts of a text that lie around stretches of it: each paragraph (line) that one touches, with the paragraph
 * before and the one after. In order, apart from one another; offsets are UTF-16 code units.
 */
export function around(text: string, stretches: readonly Stretch[]): { start: number; text: string }[] {
  const parts = stretches
    .map(({ start, end }) => ({ start: before(text, start), end: after(text, Math.max(start, end - 1)) }))
    .sort((a, b) => a.start - b.start)
  const joined: Stretch[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last && part.start <= last.end) last.end = Math.max(last.end, part.end)
    else joined.push(part)
  }
  return joined.map(({ start, end }) => ({ start, text: text.slice(start, end) }))
}

/** Where the paragraph before the one that holds `offset` begins. */
function before(text: string, offset: number): number {
  const own = lineStart(text, offset)
  let end = own
  while (end > 0 && text[end - 1] === '\n') end -= 1
  return end === 0 ? own : lineStart(text, end)
}

/** Where the paragraph after the one that holds `offset` ends, with its line break. */
function after(text: string, offset: number): number {
  const own = lineEnd(text, offset)
  let start = own
  while (start < text.length && text[start] === '\n') start += 1
  return start === text.length ? own : lineEnd(text, start)
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}
