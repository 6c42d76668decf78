import type { FurnitureKind } from '../article/row.ts'

/** A guess about an article, with the sign that it rests on, to be shown beside it. */
export interface Proposed {
  value: string
  /** A short phrase: "first line, printed 3 times". */
  reason: string
}

/** Whole lines that seem to be page furniture: UTF-16 offsets in the file's text, `end` exclusive, before the line feed. */
export interface FurnitureProposal {
  start: number
  end: number
  kind: FurnitureKind
  reason: string
  /** 0 to 1. */
  confidence: number
}

/** One article in a file. Null where the text says nothing: an empty field is better than a guess. */
export interface ArticleProposal {
  /** UTF-16 offsets in the file's text, half-open. */
  start: number
  end: number
  /** Why an article begins here. */
  reason: string
  title: Proposed
  subtitle: Proposed | null
  /** The place before the first sentence: "BRUSSELS". */
  dateline: Proposed | null
  publisher: Proposed | null
  author: Proposed | null
  /** YYYY-MM-DD, the date printed on the article. */
  publishedDate: Proposed | null
  url: Proposed | null
  /** BCP 47, two letters. */
  language: Proposed | null
  /** In order, none overlapping another. */
  furniture: FurnitureProposal[]
}

/** How the lines of a text are marked up. */
export type Markup = 'plain' | 'markdown'

/** How a file seems to divide into articles. The parts are in order, touch one another and cover the whole text. */
export interface ImportProposal {
  articles: ArticleProposal[]
  /** Why there are several; null when the file holds one article. */
  split: Proposed | null
}
