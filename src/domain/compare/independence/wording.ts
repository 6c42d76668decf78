import { forEachShingle, shingleWords } from '../../ingest/shingles.ts'
import type { OriginRules } from './link.ts'
import { byDate, type Voice } from './voice.ts'

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
  runs: Uint32Array
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
  const byWords = new Map<string, Voice[]>()
  for (const voice of voices) {
    for (const { annotationId, quote } of voice.compared.evidence) {
      join(bySpan, annotationId, voice)
      if (taken(quote, kept).words >= leastWords) join(byWords, quote, voice)
    }
  }
  const alike: AlikeQuotes[] = []
  for (const same of bySpan.values()) pairWithCentre(same, alike)
  const blocks: Block[] = []
  for (const [quote, same] of byWords) {
    pairWithCentre(same, alike)
    blocks.push({ centre: centreOf(same), runs: kept.get(quote)!.runs })
  }
  pairNear(blocks, likeness, alike)
  return alike
}

function pairWithCentre(same: readonly Voice[], alike: AlikeQuotes[]): void {
  if (same.length < 2) return
  const centre = centreOf(same)
  for (const voice of same) {
    if (voice !== centre && !voice.named) alike.push({ from: voice, to: centre, likeness: 1 })
  }
}

/** Pairs each block with the one before it that is most like it. */
function pairNear(blocks: readonly Block[], likeness: number, alike: AlikeQuotes[]): void {
  const holders = new Map<number, number[]>()
  // Of each block the last one that it was compared with.
  const seenBy = new Int32Array(blocks.length).fill(-1)
  for (let place = 0; place < blocks.length; place += 1) {
    const { centre, runs } = blocks[place]!
    const prefix = runs.length - Math.ceil(likeness * runs.length) + 1
    let best: Voice | null = null
    let most = likeness
    for (let at = 0; at < prefix; at += 1) {
      const known = holders.get(runs[at]!)
      if (!known) {
        holders.set(runs[at]!, [place])
        continue
      }
      for (const before of known) {
        if (seenBy[before] === place) continue
        seenBy[before] = place
        const other = blocks[before]!
        const share = mayShare(centre, other.centre) ? shared(runs, other.runs, likeness) : 0
        if (share < most || (best && share === most && byDate(best, other.centre) < 0)) continue
        best = other.centre
        most = share
      }
      if (known.length < mostBeside) known.push(place)
    }
    if (best) alike.push({ from: centre, to: best, likeness: most })
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

/** The share of what both have in what either has (Jaccard), of two ascending lists; 0 where it cannot be `least`. */
function shared(one: Uint32Array, other: Uint32Array, least: number): number {
  if (Math.min(one.length, other.length) < least * Math.max(one.length, other.length)) return 0
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

function join(map: Map<string, Voice[]>, key: string, voice: Voice): void {
  const list = map.get(key)
  if (!list) map.set(key, [voice])
  else if (list.at(-1) !== voice) list.push(voice)
}
