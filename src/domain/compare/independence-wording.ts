import { forEachShingle, shingleWords } from '../ingest/shingles.ts'
import type { OriginRules } from './independence.ts'
import type { Voice } from './independence-voice.ts'

/** A quote taken apart: its runs of five words as hashes, ascending, each once, and how many words it has. */
export interface QuoteWords {
  runs: Uint32Array
  words: number
}

export interface AlikeQuotes {
  from: Voice
  to: Voice
  /** 0 to 1; 1 for the same words or the same span. */
  likeness: number
}

/** Claims whose words are the same, with the one that speaks for them. */
interface Block {
  centre: Voice
  quote: QuoteWords
}

/** Of each run at most so many quotes are looked at: a phrase that more than these have tells nothing. */
const mostBeside = 12

/**
 * Claims whose quotes are the same or near-identical. Two speakers who are named each speak for themselves, whatever
 * the words of the article: they are never paired. Of many with the same words each is paired with one of them.
 * The voices come by date. A pair of quotes can only be alike when the first few of their runs, in a fixed order, share
 * one (prefix filtering: Chaudhuri, Ganti and Kaushik, 2006); only such pairs are compared.
 */
export function alikeQuotes(
  voices: readonly Voice[],
  { likeness, leastWords }: OriginRules,
  kept: Map<string, QuoteWords> = new Map(),
): AlikeQuotes[] {
  const bySpan = new Map<string, Voice[]>()
  const byWords = new Map<string, { voices: Voice[]; quote: QuoteWords }>()
  for (const voice of voices) {
    for (const { annotationId, quote } of voice.compared.evidence) {
      entry(bySpan, annotationId).push(voice)
      const words = taken(quote, kept)
      if (words.words < leastWords) continue
      const key = words.runs.join()
      const block = byWords.get(key)
      if (!block) byWords.set(key, { voices: [voice], quote: words })
      else if (block.voices.at(-1) !== voice) block.voices.push(voice)
    }
  }
  const alike: AlikeQuotes[] = []
  for (const same of bySpan.values()) pairWithCentre(same)
  const blocks: Block[] = []
  for (const { voices: same, quote } of byWords.values()) {
    pairWithCentre(same)
    blocks.push({ centre: centreOf(same), quote })
  }
  pairNear(blocks)
  return alike

  function pairWithCentre(same: readonly Voice[]): void {
    const centre = centreOf(same)
    for (const voice of same) {
      if (voice !== centre && !voice.named) alike.push({ from: voice, to: centre, likeness: 1 })
    }
  }

  function pairNear(all: readonly Block[]): void {
    const holders = new Map<number, number[]>()
    for (const [place, { centre, quote }] of all.entries()) {
      const runs = quote.runs
      const prefix = runs.length - Math.ceil(likeness * runs.length) + 1
      const candidates = new Set<number>()
      for (const run of runs.subarray(0, prefix)) {
        const known = holders.get(run)
        if (!known) {
          holders.set(run, [place])
          continue
        }
        for (const other of known) candidates.add(other)
        if (known.length < mostBeside) known.push(place)
      }
      let best: AlikeQuotes | null = null
      for (const candidate of [...candidates].sort((a, b) => a - b)) {
        const other = all[candidate]!
        if (!mayShare(centre, other.centre)) continue
        const share = shared(runs, other.quote.runs)
        if (share < likeness || share <= (best?.likeness ?? 0)) continue
        const [to, from] = [other.centre, centre]
        best = { from, to, likeness: share }
      }
      if (best) alike.push(best)
    }
  }
}

/** The one that the others are taken to have from: the earliest whose speaker is named, else the earliest. */
function centreOf(same: readonly Voice[]): Voice {
  return same.find(({ named }) => named) ?? same[0]!
}

/** Near-identical words say nothing where two speak for themselves, or where the figure is another. */
function mayShare(one: Voice, other: Voice): boolean {
  if (one === other || (one.named && other.named)) return false
  return one.figures.some((figure) => other.figures.includes(figure))
}

function taken(quote: string, kept: Map<string, QuoteWords>): QuoteWords {
  let found = kept.get(quote)
  if (!found) {
    const runs = new Set<number>()
    let count = 0
    forEachShingle(quote, (run) => {
      runs.add(run >>> 0)
      count += 1
    })
    // A text of fewer words than a run has is one run: too few to tell, however many they are.
    found = { runs: Uint32Array.from(runs).sort(), words: count === 0 ? 0 : count + shingleWords - 1 }
    kept.set(quote, found)
  }
  return found
}

/** The share of what both have in what either has (Jaccard), of two ascending lists. */
function shared(one: Uint32Array, other: Uint32Array): number {
  let both = 0
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = one[a]! - other[b]!
    if (difference === 0) both += 1
    if (difference <= 0) a += 1
    if (difference >= 0) b += 1
  }
  const either = one.length + other.length - both
  return either === 0 ? 0 : both / either
}

function entry(map: Map<string, Voice[]>, key: string): Voice[] {
  let list = map.get(key)
  if (!list) {
    list = []
    map.set(key, list)
  }
  return list
}
