import type { ArticleListItem, SearchHit } from '../../../../contract/rows.ts'
import { articleStatuses } from '../../../../domain/article/row.ts'
import { foldText } from '../../../fold-text.ts'
import type { OutlineLine } from '../../../ui/outline.tsx'

export type ArticleStatus = ArticleListItem['status']
export type LibraryLine = OutlineLine &
  (
    | { kind: 'group'; status: ArticleStatus; count: number }
    | { kind: 'article'; article: ArticleListItem; hit: SearchHit | null }
  )

/**
 * The library's lines: a heading for each status that has articles, under it its articles, the newest first and those
 * without a date last, each in the order of their import where dates are equal.
 * @param words every one must occur in title, publisher, author or file name, unless the text has them (`hits`)
 * @param hits by article id: where its text has the words
 * @param folded statuses whose articles are hidden; while words are looked for none are
 */
export function libraryLines(
  articles: readonly ArticleListItem[],
  words: string,
  hits: ReadonlyMap<string, SearchHit>,
  folded: ReadonlySet<ArticleStatus>,
): LibraryLine[] {
  const wanted = foldText(words).split(/\s+/).filter(Boolean)
  const found = articles.filter((article) => hits.has(article.id) || names(article, wanted))
  const groups = articleStatuses
    .map((status) => ({ status, members: found.filter((article) => article.status === status).sort(newest) }))
    .filter(({ members }) => members.length > 0)
  return groups.flatMap(({ status, members }, index): LibraryLine[] => {
    const isOpen = wanted.length > 0 || !folded.has(status)
    const heading: LibraryLine = {
      kind: 'group',
      id: `status ${status}`,
      level: 1,
      position: index + 1,
      siblings: groups.length,
      isOpen,
      status,
      count: members.length,
    }
    const lines = members.map(
      (article, place): LibraryLine => ({
        kind: 'article',
        id: article.id,
        level: 2,
        position: place + 1,
        siblings: members.length,
        article,
        hit: hits.get(article.id) ?? null,
      }),
    )
    return isOpen ? [heading, ...lines] : [heading]
  })
}

function names(article: ArticleListItem, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const named = foldText(`${article.title} ${article.publisher} ${article.author} ${article.origin}`)
  return wanted.every((word) => named.includes(word))
}

function newest(a: ArticleListItem, b: ArticleListItem): number {
  const [one, other] = [a.publishedDate ?? '', b.publishedDate ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}
