import type { Warning } from '../domain/claim/warnings.ts'
import type { SentencePart } from '../domain/history/sentence-part.ts'
import type { RowOf } from '../domain/rows.ts'

export { type Warning, type WarningKind, warningKinds } from '../domain/claim/warnings.ts'

export type { SentencePart }

/** Rows as screens get them: the record tables' rows, some with counts or names that a list needs beside them. */
export type Analyst = RowOf<'analysts'>
export type Article = RowOf<'articles'>
export type Furniture = RowOf<'furniture'>
export type Tag = RowOf<'tags'>
export type Source = RowOf<'sources'>
export type Topic = RowOf<'topics'>
export type Annotation = RowOf<'annotations'>
export type Claim = RowOf<'claims'>
export type Relation = RowOf<'relations'>
export type Brief = RowOf<'briefs'>
export type Moment = RowOf<'moments'>
export type RejectedSuggestion = RowOf<'rejectedSuggestions'>
export type Hypothesis = RowOf<'hypotheses'>
export type Assessment = RowOf<'assessments'>

export interface ArticleListItem extends Article {
  annotations: number
  /** Claims with evidence in this article. */
  claims: number
  /** How far this analyst has read, 0 to 1. */
  progress: number
}

export interface TagListItem extends Tag {
  annotations: number
}

export interface SourceListItem extends Source {
  /** Claims it makes itself. */
  claims: number
  /** Claims that came through it. */
  via: number
}

export interface TopicListItem extends Topic {
  claims: number
}

/** A claim with the names and numbers that belong to it. */
export interface NamedClaim extends Claim {
  sourceName: string
  reliability: Source['reliability']
  viaNames: string[]
  topicQuestion: string
  /** First evidence that is still there. */
  quote: string
  articleId: string | null
  articleTitle: string
  relations: number
}

/** A claim with what to warn of. */
export interface WarnedClaim extends NamedClaim {
  warnings: Warning[]
}

export interface Evidence {
  annotationId: string
  /** Null when the annotation is gone: lost evidence. */
  annotation: Annotation | null
  article: Article | null
}

export interface RelatedClaim {
  relation: Relation
  /** True when the claim in question is the relation's “from”. */
  outgoing: boolean
  other: NamedClaim
}

export interface ClaimDetail {
  claim: WarnedClaim
  evidence: Evidence[]
  relations: RelatedClaim[]
}

/** What lies on an article's text. */
export interface ArticleMarks {
  article: Article
  annotations: Annotation[]
  furniture: Furniture[]
  /** Claims that rest on annotations of this article; what to warn of, which may depend on whole topics, is not asked here. */
  claims: NamedClaim[]
  /** Other revisions of the same article, oldest first. */
  revisions: { id: string; revision: number; title: string }[]
}

export interface Occurrence {
  articleId: string
  articleTitle: string
  start: number
  end: number
  before: string
  quote: string
  after: string
  /** An annotation with exactly this span exists already. */
  marked: boolean
}

export interface SearchHit {
  kind: 'article' | 'claim' | 'annotation'
  id: string
  /** The article to open; null for a claim without evidence. */
  articleId: string | null
  title: string
  /** A line around the hit, in pieces; the found words have `hit`. */
  snippet: { text: string; hit: boolean }[]
  /** Where the hit stands in the article's text, UTF-16 code units; null where it is not in the text. */
  start: number | null
  end: number | null
}

export interface HistoryEntry {
  seq: number
  eventId: string
  at: string
  by: string
  byName: string
  commandId: string
  /** What the command is called, as undo names it: “tag 14 spans”; for an undo or redo, what was undone or redone. */
  label: string
  how: 'do' | 'undo' | 'redo'
  /** How many events the same command made; a list may fold them into one line. */
  ofCommand: number
  type: string
  table: string
  id: string
  sentence: SentencePart[]
  hash: string
}

/** A named place of the log. */
export interface MomentListItem extends Moment {
  /** When its event was made, UTC; null for the empty workspace before the first one. */
  at: string | null
  /** Who gave it its name, and when. */
  namedBy: string
  namedByName: string
  namedAt: string
}

/** An event with where its change is to be seen. */
export interface HistoryEvent {
  entry: HistoryEntry
  /** The article it concerns, and the stretch of its text: UTF-16 code units, half-open; null for the article as a whole. */
  place: { articleId: string; stretch: { start: number; end: number } | null } | null
  /** The claim it concerns: itself while it is there, or the one that a relation goes out from. */
  claimId: string | null
}

export interface UndoState {
  undo: { commandId: string; label: string } | null
  redo: { commandId: string; label: string } | null
}
