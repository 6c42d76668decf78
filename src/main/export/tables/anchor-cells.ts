import type { RowOf } from '../../../domain/rows.ts'
import { type CodePointIndex, codePointIndex } from '../../../domain/text/code-points.ts'
import type { Cell, TableReader } from './table.ts'

/** Columns that say where an annotation’s words stand. */
export function anchorColumns(): string[] {
  return [
    'article_id',
    'article',
    'publisher',
    'published',
    'quote',
    'start_utf16',
    'end_utf16',
    'start_code_point',
    'end_code_point',
    'text_sha256',
  ]
}

export type AnchorOf = (annotation: RowOf<'annotations'> | undefined) => Cell[]

const noAnchor: Cell[] = anchorColumns().map(() => null)

/** Where an annotation’s words stand; empty cells where it or its article is gone. */
export function anchors({ tables, textOf }: TableReader): AnchorOf {
  const known = new Map<string, { before: Cell[]; index: CodePointIndex; textHash: string }>()
  return (annotation) => {
    const article = annotation && (known.get(annotation.articleId) ?? learn(annotation.articleId))
    if (!article) return noAnchor
    const { quote, start, end } = annotation
    const { toCodePoints } = article.index
    return [...article.before, quote, start, end, toCodePoints(start), toCodePoints(end), article.textHash]
  }

  function learn(articleId: string) {
    const row = tables.articles.get(articleId)
    if (!row) return undefined
    const { id, title, publisher, publishedDate, textHash } = row
    const article = {
      before: [id, title, publisher, publishedDate],
      index: codePointIndex(textOf(articleId)),
      textHash,
    }
    known.set(articleId, article)
    return article
  }
}
