import { splitsPair } from './segments.ts'

/**
 * How many Unicode code points lie before a UTF-16 offset; standards for annotation exchange count those. An offset
 * inside a surrogate pair counts as the pair's start. Null outside the text. A lone surrogate counts as one.
 * Looks through the whole text: for many offsets in one text use `codePointIndex`.
 */
export function toCodePoints(text: string, offset: number): number | null {
  return codePointIndex(text).toCodePoints(offset)
}

/** The UTF-16 offset that has `count` code points before it. Null when the text has fewer, or `count` is no count. */
export function fromCodePoints(text: string, count: number): number | null {
  return codePointIndex(text).fromCodePoints(count)
}

export interface CodePointIndex {
  /** The number of code points in the text. */
  length: number
  toCodePoints(offset: number): number | null
  fromCodePoints(count: number): number | null
}

/** Answers many conversions for one text, each by binary search over the places of its surrogate pairs. */
export function codePointIndex(text: string): CodePointIndex {
  const pairs = pairStarts(text)
  const length = text.length - pairs.length
  return {
    length,
    toCodePoints(offset) {
      if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return null
      const whole = splitsPair(text, offset) ? offset - 1 : offset
      return whole - countWhere(pairs, (pair) => pair < whole)
    },
    fromCodePoints(count) {
      if (!Number.isInteger(count) || count < 0 || count > length) return null
      // The pair with index i starts at code point pairs[i] - i.
      return count + countWhere(pairs, (pair, index) => pair - index < count)
    },
  }
}

function pairStarts(text: string): number[] {
  const starts: number[] = []
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) starts.push(match.index)
  return starts
}

/** How many entries from the start hold; `holds` must turn false once and stay so. */
function countWhere(entries: number[], holds: (entry: number, index: number) => boolean): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(entries[middle]!, middle)) low = middle + 1
    else high = middle
  }
  return low
}
