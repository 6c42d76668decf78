import type { OffsetRange } from '../suggest/reading/ranges.ts'
import { overlaps } from '../suggest/reading/ranges.ts'

/** What is looked at of a suggestion. Offsets are UTF-16 code units, half-open. */
export interface Offer extends OffsetRange {
  key: string
  quantity: (OffsetRange & Figure) | null
}

/** What lies on the article: its annotations, and the claims that rest on them. */
export interface Carried {
  annotations: readonly (OffsetRange & { id: string })[]
  claims: readonly (Figure & { id: string; evidence: readonly string[] })[]
}

interface Figure {
  low: number | null
  high: number | null
}

/**
 * The suggestions that nobody has judged yet, in their order. One is dealt with where it was rejected, where its words
 * carry a claim with the same figure, or where a claim rests on exactly its words: an accepted one whose figure was
 * corrected since does not come again. Of several suggestions on the very same words a claim deals with one, the one
 * of its figure first.
 */
export function stillOpen<Suggestion extends Offer>(
  suggestions: readonly Suggestion[],
  carried: Carried,
  rejected: ReadonlySet<string>,
): Suggestion[] {
  const bearing = bearingSpans(carried)
  const exact = new Map(
    bearing.map((span) => [rangeKey(span), new Map(span.claims.map((one) => [one.id, one]))]),
  )
  const waiting = suggestions.filter((suggestion) => {
    if (rejected.has(suggestion.key)) return false
    const same = spansOver(bearing, suggestion.quantity ?? suggestion)
      .flatMap(({ claims }) => claims)
      .find((claim) => sameFigure(claim, suggestion.quantity))
    if (same) exact.get(rangeKey(suggestion))?.delete(same.id)
    return same === undefined
  })
  return waiting.filter((suggestion) => {
    const claims = exact.get(rangeKey(suggestion))
    const [first] = claims?.keys() ?? []
    if (first !== undefined) claims?.delete(first)
    return first === undefined
  })
}

interface Bearing extends OffsetRange {
  claims: Carried['claims'][number][]
}

/** Spans that claims rest on, one to each stretch, by their start. */
function bearingSpans({ annotations, claims }: Carried): Bearing[] {
  const resting = new Map<string, Bearing['claims']>()
  for (const claim of claims) {
    for (const id of claim.evidence) resting.set(id, [...(resting.get(id) ?? []), claim])
  }
  const spans = new Map<string, Bearing>()
  for (const { id, start, end } of annotations) {
    const own = resting.get(id)
    if (!own) continue
    const span = spans.get(rangeKey({ start, end })) ?? { start, end, claims: [] }
    spans.set(rangeKey(span), { ...span, claims: [...span.claims, ...own] })
  }
  return [...spans.values()].sort((a, b) => a.start - b.start)
}

function spansOver(spans: readonly Bearing[], range: OffsetRange): Bearing[] {
  // Spans are few beside suggestions of a long article, and those that begin after the words are not looked at.
  const found: Bearing[] = []
  for (const span of spans) {
    if (span.start >= range.end) break
    if (overlaps(span, range)) found.push(span)
  }
  return found
}

/** An end of one is an end of the other; two without figures are the same. */
function sameFigure(claim: Figure, quantity: Figure | null): boolean {
  const ends = [claim.low, claim.high].filter((end) => end !== null)
  if (!quantity) return ends.length === 0
  return ends.some((end) => end === quantity.low || end === quantity.high)
}

function rangeKey({ start, end }: OffsetRange): string {
  return `${start} ${end}`
}
