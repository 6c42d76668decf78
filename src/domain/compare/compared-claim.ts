import type { ReadTables, RowOf } from '../rows.ts'

/** A claim as the comparisons read it: its row, and the names and words around it. */
export interface ComparedClaim {
  claim: RowOf<'claims'>
  /** The claimant, or what it was merged into; null while unknown. */
  source: ComparedSource | null
  /** The chain it came through, merges followed, from nearest the claimant to nearest the article. */
  via: ComparedSource[]
  /** Its evidence that is still there, in the claim's own order. */
  evidence: ComparedEvidence[]
}

export type ComparedSource = Pick<
  RowOf<'sources'>,
  'id' | 'name' | 'aliases' | 'kind' | 'reliability' | 'retired'
>

export interface ComparedEvidence {
  annotationId: string
  quote: string
  article: Pick<RowOf<'articles'>, 'id' | 'title' | 'publisher' | 'author' | 'publishedDate' | 'enteredAt'>
}

/** Where names and words are looked up. */
export interface ComparedTables {
  sources: Pick<ReadTables['sources'], 'get'>
  annotations: { get(id: string): Pick<RowOf<'annotations'>, 'quote' | 'articleId'> | undefined }
  articles: Pick<ReadTables['articles'], 'get'>
}

/** Claims with what surrounds them, in order of id whatever the order they come in. Rows are read once each. */
export function comparedClaims(claims: Iterable<RowOf<'claims'>>, tables: ComparedTables): ComparedClaim[] {
  const sources = new Map<string, ComparedSource | null>()
  const articles = new Map<string, ComparedEvidence['article'] | null>()
  return [...claims].sort(byId).map((claim) => ({
    claim,
    source: claim.sourceId === null ? null : source(claim.sourceId),
    via: claim.via.flatMap((id) => source(id) ?? []),
    evidence: claim.evidence.flatMap((id) => evidence(id) ?? []),
  }))

  function source(id: string): ComparedSource | null {
    const known = sources.get(id)
    if (known !== undefined) return known
    let row = tables.sources.get(id)
    // A merge refuses to close a circle, so the chain ends.
    while (row?.mergedInto) row = tables.sources.get(row.mergedInto)
    const found = row
      ? {
          id: row.id,
          name: row.name,
          aliases: row.aliases,
          kind: row.kind,
          reliability: row.reliability,
          retired: row.retired,
        }
      : null
    sources.set(id, found)
    return found
  }

  function evidence(annotationId: string): ComparedEvidence | null {
    const annotation = tables.annotations.get(annotationId)
    const from = annotation && article(annotation.articleId)
    return from ? { annotationId, quote: annotation.quote, article: from } : null
  }

  function article(id: string): ComparedEvidence['article'] | null {
    const known = articles.get(id)
    if (known !== undefined) return known
    const row = tables.articles.get(id)
    const found = row
      ? {
          id,
          title: row.title,
          publisher: row.publisher,
          author: row.author,
          publishedDate: row.publishedDate,
          enteredAt: row.enteredAt,
        }
      : null
    articles.set(id, found)
    return found
  }
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
