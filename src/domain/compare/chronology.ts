import type { Stance } from '../claim/row.ts'
import type { RowOf } from '../rows.ts'
import type { ComparedSource } from './compared-claim.ts'

/** Claims and articles with their three times. */
export interface Chronology {
  /** In order of id. */
  sources: ComparedSource[]
  /** In order of id, claims before articles. */
  items: ChronologyItem[]
}

export type ChronologyItem = ChronologyClaim | ChronologyArticle

interface Dated {
  id: string
  /** First and last possible day, both included; null when unknown. */
  event: Period | null
  /** When it was said; for an article, when it was published. */
  said: Period | null
  /** UTC. */
  enteredAt: string
}

export interface ChronologyClaim extends Dated {
  kind: 'claim'
  sourceId: string | null
  stance: Stance
  status: RowOf<'claims'>['status']
  credibility: RowOf<'claims'>['credibility']
  /** Its statement, shortened. */
  words: string
  /** Number of its origin within the topic, from 1; null while origins are not known. */
  origin: number | null
}

export interface ChronologyArticle extends Dated {
  kind: 'article'
  /** Its title. */
  words: string
  publisher: string
  /** Claims here that rest on it. */
  claimIds: string[]
}

export interface Period {
  from: string
  to: string
}

/** How the chronology is drawn. */
export interface ChronologyView {
  /** CSS pixels; at least 240. */
  width: number
  by: 'event' | 'statement' | 'entry'
  /** What of the axis is shown, in milliseconds since 1970 (UTC); null: everything. */
  shown: { low: number; high: number } | null
}
