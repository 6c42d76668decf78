import { isWordBoundary } from '../segments.ts'
import { type OffsetRange, overlaps } from './ranges.ts'

/** A name or phrase that the workspace knows: a source's name or alias, or words that were tagged in another article. */
export interface KnownPhrase {
  words: string
  /** The source that is called so, else null. */
  sourceId: string | null
  /** The tags that its annotations elsewhere have. */
  tagIds: readonly string[]
}

/** A known phrase that stands in an article: "also here, 7 times". */
export interface AlsoHere extends KnownPhrase {
  /** Every place, in the order of the text, that is not marked yet. UTF-16 code units, `end` exclusive. */
  places: OffsetRange[]
}

/** Shorter words would be found inside ordinary sentences, longer ones are quotations and stand once. */
const shortest = 3
const longest = 120

/**
 * The known names and phrases that stand in a text, those that stand there most often first. Names match as they are
 * written, whole words only, runs of white space alike. Places inside furniture, or that overlap a span of the same
 * words already marked, are left out. Takes one pass over the text, however many phrases are known.
 */
export function alsoHere(
  text: string,
  phrases: readonly KnownPhrase[],
  { furniture, marked }: { furniture: readonly OffsetRange[]; marked: readonly OffsetRange[] },
): AlsoHere[] {
  const byFirstWord = new Map<string, Wanted[]>()
  for (const wanted of joined(phrases)) {
    const first = firstWord(wanted.words)
    const others = byFirstWord.get(first)
    if (others) others.push(wanted)
    else byFirstWord.set(first, [wanted])
  }
  const hidden = [...furniture, ...marked].sort((one, other) => one.start - other.start)
  for (const match of text.matchAll(word)) {
    for (const wanted of byFirstWord.get(match[0]) ?? []) {
      const end = endOf(text, match.index, wanted.words)
      if (end < 0 || (wanted.places.at(-1)?.end ?? 0) > match.index) continue
      const place = { start: match.index, end }
      if (!isWordBoundary(text, end) || hidden.some((other) => overlaps(other, place))) continue
      wanted.places.push(place)
    }
  }
  return [...byFirstWord.values()]
    .flat()
    .filter(({ places }) => places.length > 0)
    .sort(
      (one, other) =>
        other.places.length - one.places.length || one.places[0]!.start - other.places[0]!.start,
    )
}

type Wanted = AlsoHere

const word = /[\p{L}\p{N}\p{M}]+/gu

function firstWord(words: string): string {
  return words.match(word)?.[0] ?? ''
}

/** One entry for each wording, with all the tags and the source that it has. */
function joined(phrases: readonly KnownPhrase[]): Wanted[] {
  const byWords = new Map<string, Wanted>()
  for (const { words: given, sourceId, tagIds } of phrases) {
    const words = given.trim().replace(/\s+/gu, ' ')
    if (words.length < shortest || words.length > longest || !/^[\p{L}\p{N}]/u.test(words)) continue
    const known = byWords.get(words)
    if (!known) byWords.set(words, { words, sourceId, tagIds: [...new Set(tagIds)], places: [] })
    else {
      known.sourceId ??= sourceId
      known.tagIds = [...new Set([...known.tagIds, ...tagIds])]
    }
  }
  return [...byWords.values()]
}

/** Where the words end that begin at `start`, white space folded; -1 where others stand there. */
function endOf(text: string, start: number, words: string): number {
  let at = start
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] !== ' ') {
      if (text[at] !== words[index]) return -1
      at += 1
      continue
    }
    const space = /^\s+/u.exec(text.slice(at, at + 8))
    if (!space) return -1
    at += space[0].length
  }
  return at
}
