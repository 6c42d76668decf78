import type { ParsedRequestInput } from '../../../contract/requests.ts'
import type { ArticleListItem, ArticleMarks } from '../../../contract/rows.ts'
import type { RowOf } from '../../../domain/rows.ts'
import { EngineProblem } from '../problems.ts'
import { decodeRow, selectRows } from '../tables/columns.ts'
import type { ClaimArticles } from './claim-articles.ts'
import type { ClaimBook } from './claim-book.ts'
import type { Query, QueryContext } from './context.ts'
import type { ListCounts } from './counts.ts'
import type { Views } from './view.ts'

/** Articles in the order of their import. */
export function articlesList(
  { db, analyst }: QueryContext,
  { annotationsOfArticle }: ListCounts,
  claimArticles: ClaimArticles,
  views: Views,
): ArticleListItem[] {
  const progress = views.progress(analyst)
  const rows = db
    .prepare(`${selectRows('articles')} ORDER BY n`)
    .raw()
    .all() as unknown[][]
  return rows.map((values) => {
    const { row } = decodeRow('articles', values)
    return {
      ...row,
      annotations: annotationsOfArticle.of(row.id),
      claims: claimArticles.of(row.id),
      progress: progress.get(row.id) ?? 0,
    }
  })
}

export const articleText: Query<'article.text'> = ({ texts }, { textHash }) => ({ text: texts.get(textHash) })

/** What lies on the text: spans from first to last, of two that begin together the longer first. */
export function articleMarks(
  { tables }: QueryContext,
  { id }: ParsedRequestInput<'article.marks'>,
  book: ClaimBook,
): ArticleMarks {
  const article = tables.articles.get(id)
  if (!article) throw unknownArticle(id)
  const annotations = tables.annotations.where('articleId', id).sort(inTextOrder)
  return {
    article,
    annotations,
    furniture: tables.furniture.where('articleId', id).sort(inTextOrder),
    claims: book.claimsOn(annotations.map((annotation) => annotation.id)),
    revisions: revisionsOf(article, tables),
  }
}

export function unknownArticle(id: string): EngineProblem {
  return new EngineProblem(
    'unknown_article',
    'This article is no longer in the workspace. It was removed or its import was undone.',
    { id },
  )
}

/** Every other article of the same chain of revisions, oldest first. */
function revisionsOf(article: RowOf<'articles'>, tables: QueryContext['tables']): ArticleMarks['revisions'] {
  let first = article
  for (let up = first.revisionOf; up; up = first.revisionOf) {
    const earlier = tables.articles.get(up)
    if (!earlier) break
    first = earlier
  }
  const chain: RowOf<'articles'>[] = []
  const queue = [first]
  for (let next = queue.shift(); next; next = queue.shift()) {
    chain.push(next)
    queue.push(...tables.articles.where('revisionOf', next.id))
  }
  return chain
    .filter(({ id }) => id !== article.id)
    .sort((a, b) => a.revision - b.revision || (a.id < b.id ? -1 : 1))
    .map(({ id, revision, title }) => ({ id, revision, title }))
}

interface Stretch {
  id: string
  start: number
  end: number
}

function inTextOrder(a: Stretch, b: Stretch): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)
}
