import type { Drawing } from '../compare/drawing/drawing.ts'
import type { ComparisonKind } from './row.ts'

/**
 * A brief as it is shown and exported: composed from rows, free of any format. Every figure carries the numbers
 * of its footnotes; every footnote leads to words in an article, or says that they are lost.
 */
export interface BriefDocument {
  /** The brief's title, or its name when it has none. */
  title: string
  sections: BriefDocumentSection[]
  /** In order of first appearance; in a whole document `footnotes[n - 1].number === n`. */
  footnotes: BriefFootnote[]
  head: BriefHead
}

/** The log's head that a document was composed from. */
export interface BriefHead {
  seq: number
  /** 64 lower-case hexadecimal digits. */
  hash: string
}

/** `index` is the position in the brief's own list of sections; null where the section was filled in by default. */
export type BriefDocumentSection = { index: number | null; heading: string } & (
  | { kind: 'text'; paragraphs: string[] }
  /** `topicId` is null for the claims without a section of their own. `leftOut`: not 0 only in a shortened one. */
  | { kind: 'topic'; topicId: string | null; paragraphs: string[]; claims: BriefClaim[]; leftOut: number }
  | { kind: 'contradictions'; pairs: BriefPair[]; leftOut: number }
  | {
      kind: 'comparison'
      comparison: ComparisonKind
      topicId: string
      paragraphs: string[]
      figures: BriefFigure[]
      /** What stands in place of figures where there are none. */
      nothing: string
      /** Table rows that are left out. */
      leftOut: number
    }
  | { kind: 'sources'; sources: BriefSource[] }
)

/** A comparison as a chart and as a table of the same facts. */
export interface BriefFigure {
  title: string
  /** The chart in parts that belong one below the other, each small enough for a page; empty for a table alone. */
  drawings: Drawing[]
  /** The marks that stand in the chart, with their meaning. */
  legend: Drawing | null
  columns: string[]
  /** `footnotes`: the words that the row rests on. */
  rows: { cells: string[]; footnotes: number[] }[]
  /** What a reader must know: which scale, what was converted, what could not be placed. */
  notes: string[]
}

/** Two claims that are related as contradicting, side by side. */
export interface BriefPair {
  relationId: string
  a: BriefClaim
  b: BriefClaim
  note: string
}

export interface BriefClaim {
  claimId: string
  /** The analyst's own wording for this brief, or the claim's statement. */
  statement: string
  /** The claim's statement where the wording differs from it; null where it is printed itself. */
  reworded: string | null
  /** The claimant's name; “speaker unknown” without one. */
  speaker: string
  /** Names of the chain it came through, from nearest the speaker to nearest the article. */
  via: string[]
  stance: string
  /** “up to 8,000 soldiers”; empty without a quantity. */
  quantity: string
  place: string
  /** “31 October 2024”, “28 to 31 October 2024”, empty when unknown. */
  happened: string
  said: string
  /** Each axis for itself; printed as sentences of their own, so that confidence and likelihood never share one. */
  grades: BriefGrade[]
  status: string
  /** Numbers of its footnotes in the order of its evidence; empty for a claim without evidence. */
  footnotes: number[]
}

export interface BriefGrade {
  axis: 'speaker' | 'credibility' | 'confidence' | 'likelihood'
  /** What the axis is called: “Reliability of the speaker”. */
  label: string
  /** “B, usually reliable”, “not graded”. */
  words: string
}

export interface BriefSource {
  sourceId: string
  name: string
  kind: string
  aliases: string[]
  /** “B, usually reliable” or “not graded”. */
  reliability: string
  /** Claims of this document that it makes itself. */
  claims: number
  /** Claims of this document that came through it. */
  via: number
}

export type BriefFootnote = WordsFootnote | LostFootnote

export interface WordsFootnote {
  kind: 'words'
  number: number
  annotationId: string
  /** Every claim of the document that rests on these words. */
  claimIds: string[]
  /** The annotation's words, exactly. */
  quote: string
  articleId: string
  articleTitle: string
  publisher: string
  /** ISO date, or null when the article says none. */
  publishedDate: string | null
  url: string
  /** UTF-16 code units of the canonical text, half-open. */
  start: number
  end: number
  /** The same in Unicode code points, as other programs count. */
  startCodePoint: number
  endCodePoint: number
  /** SHA-256 of the canonical text's UTF-8 bytes. */
  textHash: string
}

/** The annotation or its article is no longer in the workspace: the claim's evidence is lost, and the brief says so. */
export interface LostFootnote {
  kind: 'lost'
  number: number
  annotationId: string
  claimIds: string[]
}
