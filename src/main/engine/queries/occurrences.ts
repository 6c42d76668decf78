import type { Occurrence } from '../../../contract/rows.ts'
import type { RowOf } from '../../../domain/rows.ts'
import { findOccurrences } from '../../../domain/text/occurrences.ts'
import { decodeRow, selectRows } from '../tables/columns.ts'
import { unknownArticle } from './articles.ts'
import type { Query, QueryContext } from './context.ts'

/** Characters of context shown on each side, UTF-16 code units. */
const contextLength = 40

/** Every occurrence of the words, article by article in the order of import, `limit` at most. */
export const occurrencesFind: Query<'occurrences.find'> = (context, input) => {
  const { quote, articleId, wholeWords, matchCase, limit } = input
  const occurrences: Occurrence[] = []
  for (const article of articlesToSearch(context, articleId)) {
    const { get, find } = context.texts
    // Asked of one article, its damage is the answer; among many it is passed over.
    const text = articleId === null ? find(article.textHash) : get(article.textHash)
    if (text === undefined) continue
    const found = findOccurrences(text, quote, { wholeWords, matchCase })
    if (found.length === 0) continue
    const marked = new Set(
      context.tables.annotations.where('articleId', article.id).map(({ start, end }) => `${start}-${end}`),
    )
    for (const { start, end } of found) {
      if (occurrences.length === limit) return { occurrences, more: true }
      occurrences.push({
        articleId: article.id,
        articleTitle: article.title,
        start,
        end,
        before: wholeCharacters(text.slice(Math.max(0, start - contextLength), start)),
        quote: text.slice(start, end),
        after: wholeCharacters(text.slice(end, end + contextLength)),
        marked: marked.has(`${start}-${end}`),
      })
    }
  }
  return { occurrences, more: false }
}

function articlesToSearch({ db, tables }: QueryContext, articleId: string | null): RowOf<'articles'>[] {
  if (articleId !== null) {
    const article = tables.articles.get(articleId)
    if (!article) throw unknownArticle(articleId)
    return [article]
  }
  const rows = db
    .prepare(`${selectRows('articles')} ORDER BY n`)
    .raw()
    .all() as unknown[][]
  return rows.map((values) => decodeRow('articles', values).row)
}

/** Without half a character at either end. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '')
}
