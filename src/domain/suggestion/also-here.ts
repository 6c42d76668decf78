import { contains, type OffsetRange } from '../suggest/reading/ranges.ts'

/** Words that mean something in this workspace: tagged before, or a name of a source. */
export interface KnownWords {
  words: string
  tagIds: readonly string[]
  /** The source that has this name or alias. */
  sourceId: string | null
}

/** Known words that stand in an article unmarked. */
export interface AlsoHere extends KnownWords {
  /** The same for the same words; begins with `also `. */
  key: string
  /** Where they stand, from left to right: UTF-16 code units, half-open. */
  places: OffsetRange[]
}

/** The annotations and the furniture of the article. */
export interface OnTheText {
  annotations: readonly (OffsetRange & { tagIds: readonly string[] })[]
  furniture: readonly OffsetRange[]
}

export const mostAlsoHere = 200
const word = /[\p{L}\p{M}\p{N}]/u

/**
 * Known words in a text wherever they are not marked yet, those with most places first, at most 200. Whole words,
 * capitals alike, white space as any white space; where one is part of a longer one (“Ministry” in “Foreign
 * Ministry”), the longer one counts. Furniture is passed over. One pass over the text, whatever is known.
 */
export function alsoHere(
  text: string,
  known: readonly KnownWords[],
  { annotations, furniture }: OnTheText,
): AlsoHere[] {
  const byFirstWord = indexed(known)
  const taken = furniture.toSorted(inOrder)
  const marks = annotations.toSorted(inOrder)
  const found = new Map<Wanted, OffsetRange[]>()
  for (let at = 0; at < text.length; ) {
    const start = at
    while (isInWord(text, at)) at += 1
    if (at === start) {
      at += 1
      continue
    }
    for (const wanted of byFirstWord.get(text.slice(start, at)) ?? []) {
      const end = endOfMatch(text, start, wanted.words)
      if (end === null) continue
      const places = found.get(wanted) ?? []
      found.set(wanted, places)
      places.push({ start, end })
      at = end
      break
    }
  }
  return [...found]
    .map(([wanted, places]) => ({
      ...wanted,
      places: unmarked(places, wanted, marks, taken),
    }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => b.places.length - a.places.length || a.places[0]!.start - b.places[0]!.start)
    .slice(0, mostAlsoHere)
}

/** Words as they are looked for: one line, without marks of quotation and punctuation around them. */
export function bareWords(quote: string): string {
  return quote.replace(/\s+/gu, ' ').replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
}

type Wanted = KnownWords & { key: string }

/** By their first word, the longest first; of two with the same words the one with tags, then the first. */
function indexed(known: readonly KnownWords[]): Map<string, Wanted[]> {
  const byWords = new Map<string, Wanted>()
  for (const one of known) {
    const words = bareWords(one.words)
    const before = byWords.get(words)
    if (!/\p{L}/u.test(words) || (before && (before.tagIds.length > 0 || one.tagIds.length === 0))) continue
    byWords.set(words, {
      ...one,
      sourceId: one.sourceId ?? before?.sourceId ?? null,
      words,
      key: `also ${words}`,
    })
  }
  const index = new Map<string, Wanted[]>()
  for (const wanted of byWords.values()) {
    let end = 0
    while (isInWord(wanted.words, end)) end += 1
    const first = wanted.words.slice(0, end)
    index.set(first, [...(index.get(first) ?? []), wanted])
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  return index
}

/** Where a match of the words that begins at `start` ends; null where the text has other words. */
function endOfMatch(text: string, start: number, words: string): number | null {
  let at = start
  for (const character of words) {
    if (character === ' ') {
      const before = at
      while (at < text.length && /\s/u.test(text[at]!)) at += 1
      if (at === before) return null
    } else if (text.startsWith(character, at)) at += character.length
    else return null
  }
  return isInWord(text, at) ? null : at
}

/** Whether a letter, a mark or a digit stands there. */
function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  // Most of an English text: no need to ask what Unicode says.
  if (code < 0x80) return isAsciiWord[code] === 1
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff
  return word.test(String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0x20))
}

const isAsciiWord = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/** Without places that are marked with these words' tags, or exactly, and without those in furniture. All are sorted. */
function unmarked(
  places: readonly OffsetRange[],
  { tagIds }: KnownWords,
  marks: OnTheText['annotations'],
  furniture: readonly OffsetRange[],
): OffsetRange[] {
  const hiding = openOver(furniture)
  const marking = openOver(marks)
  return places.filter((place) => {
    if (hiding(place).length > 0) return false
    return !marking(place).some(
      (mark) =>
        (mark.start === place.start && mark.end === place.end) ||
        (contains(mark, place) && mark.tagIds.some((id) => tagIds.includes(id))),
    )
  })
}

/** Of sorted ranges those over a place; asked for places from left to right, each range is looked at as it opens and closes. */
function openOver<Range extends OffsetRange>(
  ranges: readonly Range[],
): (place: OffsetRange) => readonly Range[] {
  let next = 0
  let open: Range[] = []
  return (place) => {
    while (next < ranges.length && ranges[next]!.start < place.end) {
      open.push(ranges[next]!)
      next += 1
    }
    open = open.filter(({ end }) => end > place.start)
    return open
  }
}

function inOrder(a: OffsetRange, b: OffsetRange): number {
  return a.start - b.start || b.end - a.end
}
