import { isGraphemeBoundary, isWordBoundary } from './segments.ts'

export interface OccurrenceOptions {
  /** Only where no word runs on beyond either end. */
  wholeWords: boolean
  /** When false, letters match in either case, one by one (ß does not match SS). */
  matchCase: boolean
}

/**
 * Every place in a text that has the words of `quote`, from left to right, none overlapping another. White space
 * around the quote is ignored; white space inside it matches any run of white space, line breaks too. Everything
 * else matches exactly, without Unicode normalisation, and a match never begins or ends inside a character.
 *
 * Offsets are UTF-16 code units, `end` exclusive. Takes time in proportion to the text, whatever the quote
 * (Knuth, Morris and Pratt's search over the text with its white space folded).
 */
export function findOccurrences(
  text: string,
  quote: string,
  { wholeWords, matchCase }: OccurrenceOptions,
): { start: number; end: number }[] {
  const wanted = (matchCase ? quote : foldCase(quote)).trim().replace(/\s+/gu, ' ')
  if (wanted === '') return []
  const searched = matchCase ? text : foldCase(text)
  const fallback = fallbackTable(wanted)
  // Where each of the last `wanted.length` folded characters began in the text.
  const starts = new Uint32Array(wanted.length)
  const found: { start: number; end: number }[] = []
  let matched = 0
  let folded = 0
  for (let index = 0; index < searched.length; index += 1) {
    let code = searched.charCodeAt(index)
    const begin = index
    if (isSpace(code)) {
      while (isSpace(searched.charCodeAt(index + 1))) index += 1
      code = 0x20
    }
    starts[folded % wanted.length] = begin
    folded += 1
    while (matched > 0 && wanted.charCodeAt(matched) !== code) matched = fallback[matched - 1]!
    if (wanted.charCodeAt(matched) === code) matched += 1
    if (matched < wanted.length) continue
    const start = starts[folded % wanted.length]!
    const end = index + 1
    if (isPlace(text, start, end, wholeWords)) {
      found.push({ start, end })
      matched = 0
    } else {
      matched = fallback[matched - 1]!
    }
  }
  return found
}

function isPlace(text: string, start: number, end: number, wholeWords: boolean): boolean {
  if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) return false
  return !wholeWords || (isWordBoundary(text, start) && isWordBoundary(text, end))
}

/** For each prefix of `wanted`, the length of its longest proper prefix that is also its suffix. */
function fallbackTable(wanted: string): Uint32Array {
  const table = new Uint32Array(wanted.length)
  for (let index = 1, length = 0; index < wanted.length; index += 1) {
    while (length > 0 && wanted[index] !== wanted[length]) length = table[length - 1]!
    if (wanted[index] === wanted[length]) length += 1
    table[index] = length
  }
  return table
}

/** Lower case with every offset unchanged: İ is the one character whose lower case is longer; ς and σ are one letter. */
function foldCase(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ')
}

function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return code >= 0xa0 && /\s/u.test(String.fromCharCode(code))
}
