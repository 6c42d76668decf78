import { composeBrief } from '../../../domain/brief/compose.ts'
import { shortened } from '../../../domain/brief/shorten.ts'
import { unknownArticle } from './articles.ts'
import type { Query } from './context.ts'

/** The document of a brief, saved or still being written, from the rows as they are now. */
export const briefCompose: Query<'brief.compose'> = ({ tables, texts, head }, { most, ...draft }) => {
  const { seq, hash } = head()
  const textOf = (articleId: string) => {
    const article = tables.articles.get(articleId)
    if (!article) throw unknownArticle(articleId)
    return texts.get(article.textHash)
  }
  const document = composeBrief(
    draft,
    tables,
    { seq, hash: hash.toString('hex') },
    textOf,
    most ?? Number.POSITIVE_INFINITY,
  )
  return most === null ? document : shortened(document, most)
}
