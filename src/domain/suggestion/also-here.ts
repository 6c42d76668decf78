import { contains, type OffsetRange, overlaps } from '../suggest/ranges.ts'

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
const word = /[\p{L}\p{M}\p{N}]+/gu
const inWord = /[\p{L}\p{M}\p{N}]/u

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
  let behind = 0
  for (const { index, 0: first } of text.matchAll(word)) {
    if (index < behind) continue
    for (const wanted of byFirstWord.get(first) ?? []) {
      const end = endOfMatch(text, index, wanted.words)
      if (end === null) continue
      const places = found.get(wanted) ?? []
      found.set(wanted, places)
      places.push({ start: index, end })
      behind = end
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
    const [first] = wanted.words.match(word)!
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
  const next = text.codePointAt(at)
  return next !== undefined && inWord.test(String.fromCodePoint(next)) ? null : at
}

/** Without places that are marked with these words' tags, or exactly, and without those in furniture. Both are sorted. */
function unmarked(
  places: readonly OffsetRange[],
  { tagIds }: KnownWords,
  marks: OnTheText['annotations'],
  furniture: readonly OffsetRange[],
): OffsetRange[] {
  return places.filter((place) => {
    for (const part of furniture) {
      if (part.start >= place.end) break
      if (overlaps(part, place)) return false
    }
    for (const mark of marks) {
      if (mark.start >= place.end) break
      const isSame = mark.start === place.start && mark.end === place.end
      if (isSame || (contains(mark, place) && mark.tagIds.some((id) => tagIds.includes(id)))) return false
    }
    return true
  })
}

function inOrder(a: OffsetRange, b: OffsetRange): number {
  return a.start - b.start || b.end - a.end
}
