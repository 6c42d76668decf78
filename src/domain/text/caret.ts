import { isGraphemeBoundary, segmentAt, sentencesAround, type TextUnit } from './segments.ts'

export type CaretDirection = 'forward' | 'back'

/**
 * Where the caret stands after one move: forward to the end of the next character, word or sentence, back to the
 * start of the one before, so that extending a selection takes whole units without the white space around them.
 * A run of punctuation counts as a word. Stays at the ends of the text.
 *
 * Offsets are UTF-16 code units; one outside the text counts as its nearest end, one inside a character as lying
 * in that character. The answer is never inside a character.
 */
export function moveCaret(text: string, offset: number, unit: TextUnit, direction: CaretDirection): number {
  const from = Math.min(Math.max(0, Math.trunc(offset)), text.length)
  if (direction === 'forward')
    return from === text.length ? from : characterEnd(text, endAfter(text, from, unit))
  return from === 0 ? 0 : characterStart(text, startBefore(text, from, unit))
}

/**
 * A selection grown to whole words and freed of the white space at its ends: "op 8,00" becomes "troop 8,000".
 * Never ends inside a character. A selection of nothing but white space comes back unchanged; an empty one inside
 * or beside a word becomes that word.
 */
export function snapToWord(text: string, start: number, end: number): { start: number; end: number } {
  let from = Math.max(0, Math.min(start, end))
  let to = Math.min(text.length, Math.max(start, end))
  if (from === to) return wordBeside(text, from) ?? { start: from, end: to }
  while (from < to && isSpace(text.charCodeAt(from))) from += 1
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1
  if (from === to) return { start, end }
  return {
    start: characterStart(text, segmentAt(text, from, 'word').start),
    end: characterEnd(text, segmentAt(text, to - 1, 'word').end),
  }
}

/** Whether a caret may stand at `offset`: not inside a character. */
export function isCaretStop(text: string, offset: number): boolean {
  return offset >= 0 && offset <= text.length && isGraphemeBoundary(text, offset)
}

function wordBeside(text: string, offset: number): { start: number; end: number } | undefined {
  for (const index of [offset, offset - 1]) {
    if (index < 0 || index >= text.length || isSpace(text.charCodeAt(index))) continue
    const { start, end } = segmentAt(text, index, 'word')
    return { start: characterStart(text, start), end: characterEnd(text, end) }
  }
  return undefined
}

function endAfter(text: string, from: number, unit: TextUnit): number {
  if (unit === 'grapheme') return segmentAt(text, from, 'grapheme').end
  return unit === 'word' ? wordEnd(text, from) : sentenceEnd(text, from)
}

function startBefore(text: string, from: number, unit: TextUnit): number {
  if (unit === 'grapheme') return segmentAt(text, from - 1, 'grapheme').start
  return unit === 'word' ? wordStart(text, from) : sentenceStart(text, from)
}

function wordEnd(text: string, from: number): number {
  let offset = from
  while (offset < text.length && isSpace(text.charCodeAt(offset))) offset += 1
  if (offset === text.length) return offset
  let segment = segmentAt(text, offset, 'word')
  while (!segment.isWord && segment.end < text.length && !isSpace(text.charCodeAt(segment.end))) {
    const next = segmentAt(text, segment.end, 'word')
    if (next.isWord) break
    segment = next
  }
  return segment.end
}

function wordStart(text: string, from: number): number {
  let offset = from
  while (offset > 0 && isSpace(text.charCodeAt(offset - 1))) offset -= 1
  if (offset === 0) return 0
  let segment = segmentAt(text, offset - 1, 'word')
  while (!segment.isWord && segment.start > 0 && !isSpace(text.charCodeAt(segment.start - 1))) {
    const previous = segmentAt(text, segment.start - 1, 'word')
    if (previous.isWord) break
    segment = previous
  }
  return segment.start
}

function sentenceEnd(text: string, from: number): number {
  let offset = from
  while (offset < text.length && isSpace(text.charCodeAt(offset))) offset += 1
  if (offset === text.length) return offset
  return sentencesAround(text, offset).find((sentence) => sentence.end > offset)?.end ?? text.length
}

function sentenceStart(text: string, from: number): number {
  let offset = from
  while (offset > 0 && isSpace(text.charCodeAt(offset - 1))) offset -= 1
  if (offset === 0) return 0
  return sentencesAround(text, offset - 1).findLast((sentence) => sentence.start < offset)?.start ?? 0
}

/** Words and sentences may end inside a character in rare scripts (a mark on a space, a prepended sign). */
function characterEnd(text: string, offset: number): number {
  return isGraphemeBoundary(text, offset) ? offset : segmentAt(text, offset, 'grapheme').end
}

function characterStart(text: string, offset: number): number {
  return isGraphemeBoundary(text, offset) ? offset : segmentAt(text, offset, 'grapheme').start
}

/** What `trim` takes for white space. */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return code >= 0xa0 && otherSpaces.has(code)
}

const otherSpaces = new Set([
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
])
