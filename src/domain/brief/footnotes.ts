import type { ReadTables, RowOf } from '../rows.ts'
import { type CodePointIndex, codePointIndex } from '../text/code-points.ts'
import type { BriefFootnote } from './document.ts'

/** Where footnotes look: rows by their ids, of whatever moment. */
export interface FootnoteTables {
  annotations: Pick<ReadTables['annotations'], 'get'>
  articles: Pick<ReadTables['articles'], 'get'>
}

/** Numbers the evidence of a document's claims in order of first appearance. The same words get one footnote. */
export function footnotesOf(
  tables: FootnoteTables,
  textOf: (articleId: string) => string,
): {
  /** The numbers of a claim's evidence, in the order in which the claim lists it. */
  of(claim: RowOf<'claims'>): number[]
  all(): BriefFootnote[]
} {
  const byAnnotation = new Map<string, BriefFootnote>()
  const make = footnoteReader(tables, textOf)
  return {
    all: () => [...byAnnotation.values()],
    of: (claim) =>
      claim.evidence.map((annotationId) => {
        const footnote = byAnnotation.get(annotationId) ?? make(annotationId, byAnnotation.size + 1)
        byAnnotation.set(annotationId, footnote)
        if (!footnote.claimIds.includes(claim.id)) footnote.claimIds.push(claim.id)
        return footnote.number
      }),
  }
}

/** Makes the footnote of an annotation; it names no claims yet. */
export function footnoteReader(
  tables: FootnoteTables,
  textOf: (articleId: string) => string,
): (annotationId: string, number: number) => BriefFootnote {
  const indexes = new Map<string, CodePointIndex>()
  return (annotationId, number) => {
    const annotation = tables.annotations.get(annotationId)
    const article = annotation && tables.articles.get(annotation.articleId)
    if (!article) return { kind: 'lost', number, annotationId, claimIds: [] }
    const { start, end, quote } = annotation
    const index = indexes.get(article.id) ?? codePointIndex(textOf(article.id))
    indexes.set(article.id, index)
    return {
      kind: 'words',
      number,
      annotationId,
      claimIds: [],
      quote,
      articleId: article.id,
      articleTitle: article.title,
      publisher: article.publisher,
      publishedDate: article.publishedDate,
      url: article.url,
      start,
      end,
      startCodePoint: codePoint(index, start),
      endCodePoint: codePoint(index, end),
      textHash: article.textHash,
    }
  }
}

function codePoint(index: CodePointIndex, offset: number): number {
  const count = index.toCodePoints(offset)
  if (count === null) throw new RangeError(`an annotation reaches to ${offset}, beyond its article's text`)
  return count
}
