import type { ReadTables, RowOf } from '../rows.ts'

/** What composing reads: the record tables, live, in memory or as of an earlier event. */
export type BriefTables = Pick<
  ReadTables,
  | 'claims'
  | 'topics'
  | 'sources'
  | 'annotations'
  | 'articles'
  | 'relations'
  | 'originLinks'
  | 'findings'
  | 'hypotheses'
  | 'assessments'
>

/** A saved brief or one that is still being written. */
export type BriefDraft = Pick<RowOf<'briefs'>, 'name' | 'title' | 'scope' | 'sections' | 'wording'>
