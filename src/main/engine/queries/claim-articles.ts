import type { ReadDb } from '../log/database.ts'
import type { ClaimBook } from './claim-book.ts'

/** How many claims have evidence in each article. */
export interface ClaimArticles {
  of(articleId: string): number
}

/** Counted in the file until the book is loaded, then in the book, and kept in step claim by claim. */
export function openClaimArticles(db: ReadDb, book: ClaimBook): ClaimArticles {
  let inBook: { counts: Map<string, number>; articles: string[][]; stale: Set<number> } | null = null
  let inFile: { counts: Map<string, number>; version: number } | null = null
  book.watch((stale) => {
    if (stale === 'all') inBook = null
    else if ('slot' in stale) inBook?.stale.add(stale.slot)
  })

  return {
    of(articleId) {
      return (book.isLoaded() ? fromBook() : fromFile()).get(articleId) ?? 0
    },
  }

  function fromFile(): Map<string, number> {
    if (inFile?.version !== book.version()) inFile = { counts: countInFile(db), version: book.version() }
    return inFile.counts
  }

  function fromBook(): Map<string, number> {
    inBook ??= { counts: new Map(), articles: [], stale: new Set(book.slots().keys()) }
    const { counts, articles, stale } = inBook
    for (const slot of stale) {
      for (const id of articles[slot] ?? []) counts.set(id, counts.get(id)! - 1)
      articles[slot] = articlesOf(slot)
      for (const id of articles[slot]) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    stale.clear()
    return counts
  }

  function articlesOf(slot: number): string[] {
    const claim = book.slots()[slot]
    return claim ? [...new Set(book.evidenceOf(claim).map(({ articleId }) => articleId))] : []
  }
}

function countInFile(db: ReadDb): Map<string, number> {
  const rows = db
    .prepare(
      `SELECT a."articleId", count(DISTINCT l.id) FROM claims_evidence l JOIN annotations a ON a.id = l.ref
       GROUP BY a."articleId"`,
    )
    .raw()
    .all()
  return new Map(rows as [string, number][])
}
