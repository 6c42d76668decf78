/**
 * Where characters, words and sentences begin and end, found by looking only at the surroundings of one place:
 * an article has up to a million code units, and a key press must not segment all of them.
 *
 * Rules: Unicode Standard Annex 29 through Intl.Segmenter. The locale is fixed so that every machine answers alike.
 * Offsets are UTF-16 code units.
 */
export type TextUnit = 'grapheme' | 'word' | 'sentence'

export interface Segment {
  start: number
  /** Exclusive. */
  end: number
  /** For words: the segment holds letters or digits, not only spaces or punctuation. */
  isWord: boolean
}

/** How far a window reaches when the line is longer. A sentence needs more surroundings than a character. */
const reach: Record<TextUnit, number> = { grapheme: 512, word: 1024, sentence: 8192 }

const segmenters: Record<TextUnit, Intl.Segmenter> = {
  grapheme: new Intl.Segmenter('en', { granularity: 'grapheme' }),
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  sentence: new Intl.Segmenter('en', { granularity: 'sentence' }),
}

/** The character, word or run between words that holds the code unit at `index`; `0 <= index < text.length`. */
export function segmentAt(text: string, index: number, unit: 'grapheme' | 'word'): Segment {
  const window = windowAround(text, index, reach[unit])
  const found = segmenters[unit]
    .segment(text.slice(window.start, window.end))
    .containing(index - window.start)
  if (!found) throw new RangeError(`there is no code unit ${index} in a text of ${text.length}`)
  const start = window.start + found.index
  return { start, end: start + found.segment.length, isWord: found.isWordLike === true }
}

/** Whether a user-perceived character ends and another begins at `offset`. True at both ends of the text. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  // Below U+0300 nothing joins but CR LF.
  if (before < 0x300 && after < 0x300) return !(before === 0x0d && after === 0x0a)
  return segmentAt(text, offset, 'grapheme').start === offset
}

/** Whether no word runs across `offset`. True at both ends of the text. */
export function isWordBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  if (isAsciiWord(before) && isAsciiWord(after)) return false
  if (before === 0x0a || after === 0x0a || (before === 0x20 && isAsciiWord(after))) return true
  return segmentAt(text, offset, 'word').start === offset
}

/** Whether `offset` lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset))
}

/**
 * The sentences of the line that holds the code unit at `index`, without the white space around them, in order.
 * In a line longer than 16,384 code units only those near `index`. A line break always ends a sentence.
 */
export function sentencesAround(text: string, index: number): { start: number; end: number }[] {
  const window = windowAround(text, index, reach.sentence)
  const line = text.slice(window.start, window.end)
  const sentences: { start: number; end: number }[] = []
  let openStart: number | undefined
  for (const { index: start, segment } of segmenters.sentence.segment(line)) {
    const from = openStart ?? start
    const end = start + segment.length
    openStart = endsInAbbreviation(line.slice(from, end)) ? from : undefined
    if (openStart === undefined || end === line.length) pushTrimmed(from, end)
  }
  return sentences

  function pushTrimmed(from: number, to: number): void {
    const words = line.slice(from, to)
    const start = from + words.length - words.trimStart().length
    const end = start + words.trim().length
    if (end > start) sentences.push({ start: window.start + start, end: window.start + end })
  }
}

/**
 * The line that holds the code unit at `index`, with its line break. A line that goes on for more than `distance`
 * code units on a side is cut there, at a place before a word where there is one: segmentation starts afresh at a
 * cut, and before a word it finds the same boundaries as in the whole text.
 */
function windowAround(text: string, index: number, distance: number): { start: number; end: number } {
  const lineBreakBefore = index > 0 ? text.lastIndexOf('\n', index - 1) : -1
  const lineBreakAfter = text.indexOf('\n', index)
  let start = lineBreakBefore + 1
  let end = lineBreakAfter < 0 ? text.length : lineBreakAfter + 1
  if (index - start > distance) start = cut(text, index - distance, index)
  if (end - index > distance * 2) end = cut(text, index + distance, index + distance * 2)
  return { start, end }
}

/** The first place in `[from, to)` that follows a space and begins a word, else `from`, never inside a pair. */
function cut(text: string, from: number, to: number): number {
  for (let place = from; place < to; place += 1) {
    if (text.charCodeAt(place - 1) === 0x20 && isAsciiWord(text.charCodeAt(place))) return place
  }
  return splitsPair(text, from) ? from + 1 : from
}

/**
 * Annex 29 ends a sentence after "U.S. " when a capital follows. These are the abbreviations and initials that
 * news texts use before capitals; ICU's own list of exceptions cannot be reached from JavaScript.
 */
const abbreviation =
  /(?:^|[\s("“‘])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Sen|Rep|Gov|Pres|Rev|Hon|St|Mt|No|Nos|vs|e\.g|i\.e|cf|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s+$/

function endsInAbbreviation(words: string): boolean {
  return abbreviation.test(words.slice(-24))
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
