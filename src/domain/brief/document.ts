/**
 * A brief as it is shown and exported: composed from rows, free of any format. Every figure carries the number
 * of its footnotes; every footnote leads to words in an article.
 */
export interface BriefDocument {
  title: string
  sections: BriefDocumentSection[]
  footnotes: BriefFootnote[]
  /** The log's head that this document was composed from. */
  head: { seq: number; hash: string }
}

export type BriefDocumentSection =
  | { kind: 'text'; heading: string; paragraphs: string[] }
  | { kind: 'topic'; topicId: string | null; heading: string; paragraphs: string[]; claims: BriefClaim[] }
  | { kind: 'contradictions'; heading: string; pairs: { a: BriefClaim; b: BriefClaim; note: string }[] }
  | { kind: 'sources'; heading: string; sources: BriefSource[] }

export interface BriefClaim {
  claimId: string
  /** The claim's statement, or the analyst's own wording for this brief. */
  statement: string
  speaker: string
  via: string[]
  stance: string
  /** “up to 8,000 soldiers”; empty without a quantity. */
  quantity: string
  place: string
  /** “31 October 2024”, “28 to 31 October 2024”, empty when unknown. */
  happened: string
  said: string
  /** Grades in words, each its own sentence: credibility, confidence, likelihood. */
  grades: string[]
  status: string
  footnotes: number[]
}

export interface BriefSource {
  sourceId: string
  name: string
  kind: string
  aliases: string[]
  /** “B, usually reliable” or “not graded”. */
  reliability: string
  claims: number
}

export interface BriefFootnote {
  number: number
  claimId: string
  annotationId: string
  /** Null: the annotation is gone, and the footnote says so. */
  quote: string | null
  articleId: string | null
  articleTitle: string
  publisher: string
  publishedDate: string | null
  url: string
  /** UTF-16 code units, half-open. */
  start: number
  end: number
  /** The same in Unicode code points, as other programs count. */
  startCodePoint: number
  endCodePoint: number
  textHash: string
}
