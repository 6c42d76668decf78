import { quantityWords } from '../../claim/quantity.ts'
import type { Qualifier, Stance } from '../../claim/row.ts'
import { shortened } from '../../history/sentence-part.ts'
import type { RowOf } from '../../rows.ts'
import type { ComparedClaim, ComparedSource } from '../compared-claim.ts'
import { groupByThing } from '../terms/things.ts'

/** What the claims of a topic say how much, kept apart by what they count. */
export interface Spread {
  topicId: string
  question: string
  /** Claims of the topic, with a figure or without. */
  claims: number
  /** Those of them that give no figure. */
  without: string[]
  /** Those who speak in it, in order of id. */
  sources: ComparedSource[]
  /** Most claims first. Figures of two groups are never compared. */
  groups: SpreadGroup[]
}

/** Figures that count or measure the same thing. */
export interface SpreadGroup {
  /** The same for the same thing, whatever claims there are. */
  key: string
  /** The thing in the words of most claims: “soldiers”; “no unit given” for figures without one. */
  name: string
  /** Every way in which the claims write it, most claims first. */
  spellings: { words: string; claims: number }[]
  /** How figures of another measure were brought to this one: “1 mile = 1.609344 km”. */
  conversions: string[]
  marks: SpreadMark[]
}

/** One claim with a figure. */
export interface SpreadMark {
  claimId: string
  /** Null while the speaker is unknown. */
  sourceId: string | null
  stance: Stance
  status: RowOf<'claims'>['status']
  credibility: RowOf<'claims'>['credibility']
  qualifier: Qualifier
  /** In the group's unit; null for an end that the words leave open. */
  low: number | null
  high: number | null
  /** The figure as it was entered: “up to 5 miles”. */
  words: string
  /** Whether `low` and `high` are in another unit than the words. */
  converted: boolean
  /** The claim's statement, shortened; empty where `quote` has the words that it rests on. */
  statement: string
  /** The words that it rests on, shortened; empty when there are none. */
  quote: string
  /** First and last possible day, both included. */
  eventFrom: string | null
  eventTo: string | null
  saidFrom: string | null
  saidTo: string | null
  enteredAt: string
  /** Number of its origin within the topic, from 1; null while origins are not known. */
  origin: number | null
}

/** How a group's spread is drawn. */
export interface SpreadView {
  /** CSS pixels; at least 240. */
  width: number
  /** Along the figures, one row a claim or source; or along time, the figures upwards. */
  along: 'value' | 'event' | 'statement'
  rows: 'claim' | 'source'
  order: 'said' | 'happened' | 'figure' | 'source'
  /** `auto`: logarithmic when the figures lie more than three powers of ten apart. */
  scale: 'auto' | 'linear' | 'log'
  /** What of the horizontal axis is shown, as in `Chart.shown`; null: everything. */
  shown: { low: number; high: number } | null
}

/**
 * What the claims of a topic say how much. `originOf` gives the number of a claim's origin within the topic, from 1; null while
 * origins are not known. The order of the claims makes no difference.
 */
export function spreadOf(
  topic: Pick<RowOf<'topics'>, 'id' | 'question'>,
  claims: readonly ComparedClaim[],
  originOf: (claimId: string) => number | null = () => null,
): Spread {
  const inOrder = [...claims].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
  const withFigure = inOrder.filter(({ claim }) => hasFigure(claim))
  return {
    topicId: topic.id,
    question: topic.question,
    claims: claims.length,
    without: inOrder.flatMap(({ claim }) => (hasFigure(claim) ? [] : claim.id)),
    sources: sourcesOf(inOrder),
    groups: groupByThing(withFigure, ({ claim }) => claim.unit).map(({ members, ...group }) => ({
      ...group,
      marks: members.map(({ item, inGroup, isConverted }) =>
        markOf(item, inGroup, isConverted, originOf(item.claim.id)),
      ),
    })),
  }
}

export function hasFigure({ qualifier, low, high }: RowOf<'claims'>): boolean {
  return qualifier !== null && (low !== null || high !== null)
}

/** Those who speak in the claims, in order of id. */
export function sourcesOf(claims: readonly ComparedClaim[]): ComparedSource[] {
  const sources = new Map<string, ComparedSource>()
  for (const { source } of claims) if (source) sources.set(source.id, source)
  return [...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const longestWords = 160

function markOf(
  { claim, source, evidence }: ComparedClaim,
  inGroup: (value: number) => number,
  converted: boolean,
  origin: number | null,
): SpreadMark {
  const quote = evidence[0]?.quote ?? ''
  return {
    claimId: claim.id,
    sourceId: source?.id ?? null,
    stance: claim.stance,
    status: claim.status,
    credibility: claim.credibility,
    qualifier: claim.qualifier!,
    low: claim.low === null ? null : inGroup(claim.low),
    high: claim.high === null ? null : inGroup(claim.high),
    words: quantityWords(claim, claim.unit),
    converted,
    statement: quote === '' ? shortened(claim.statement, longestWords) : '',
    quote: shortened(quote, longestWords),
    eventFrom: claim.eventFrom,
    eventTo: claim.eventTo,
    saidFrom: claim.statementFrom,
    saidTo: claim.statementTo,
    enteredAt: claim.enteredAt,
    origin,
  }
}
