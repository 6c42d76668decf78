import type { Stance } from '../../claim/row.ts'
import type { RowOf } from '../../rows.ts'
import { order } from '../../text/order.ts'
import type { ComparedClaim, ComparedSource } from '../compared-claim.ts'
import { sourcesOf } from '../spread/spread.ts'

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

/**
 * Claims with the articles that they rest on, and `others`: articles that are there without a claim. The order of the claims
 * makes no difference.
 */
export function chronologyOf(
  claims: readonly ComparedClaim[],
  others: Iterable<RowOf<'articles'>> = [],
  originOf: (claimId: string) => number | null = () => null,
): Chronology {
  const items: ChronologyItem[] = []
  const articles = new Map<string, ChronologyArticle>()
  for (const compared of [...claims].sort((a, b) => order(a.claim.id, b.claim.id))) {
    items.push(claimItem(compared, originOf(compared.claim.id)))
    for (const { article } of compared.evidence) {
      const known = articles.get(article.id) ?? articleItem(article)
      articles.set(article.id, known)
      if (known.claimIds.at(-1) !== compared.claim.id) known.claimIds.push(compared.claim.id)
    }
  }
  for (const article of others) {
    if (!articles.has(article.id)) articles.set(article.id, articleItem(article))
  }
  return {
    sources: sourcesOf(claims),
    items: [...items, ...[...articles.values()].sort((a, b) => order(a.id, b.id))],
  }
}

function claimItem({ claim, source }: ComparedClaim, origin: number | null): ChronologyClaim {
  return {
    kind: 'claim',
    id: claim.id,
    event: period(claim.eventFrom, claim.eventTo),
    said: period(claim.statementFrom, claim.statementTo),
    enteredAt: claim.enteredAt,
    sourceId: source?.id ?? null,
    stance: claim.stance,
    status: claim.status,
    credibility: claim.credibility,
    words: claim.statement,
    origin,
  }
}

function articleItem(
  article: Pick<RowOf<'articles'>, 'id' | 'title' | 'publisher' | 'publishedDate' | 'enteredAt'>,
): ChronologyArticle {
  const published = period(article.publishedDate, article.publishedDate)
  return {
    kind: 'article',
    id: article.id,
    // That it came out is the one event an article is sure of.
    event: published,
    said: published,
    enteredAt: article.enteredAt,
    words: article.title,
    publisher: article.publisher,
    claimIds: [],
  }
}

/** Where only one end is known, that one day. */
function period(from: string | null, to: string | null): Period | null {
  const first = from ?? to
  return first === null ? null : { from: first, to: to ?? first }
}
