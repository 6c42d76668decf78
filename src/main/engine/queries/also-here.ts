import type { ParsedRequestInput } from '../../../contract/requests.ts'
import { type AlsoHere, alsoHere } from '../../../domain/suggestion/also-here.ts'
import { unknownArticle } from './articles.ts'
import type { Query, QueryContext } from './context.ts'
import { knownWords, type TaggedWords } from './known-words.ts'

/** Known words that stand in an article unmarked, but for those that the analyst does not want to see again. */
export function suggestionsAlsoHere(
  { tables, texts }: QueryContext,
  { articleId }: ParsedRequestInput<'suggestions.alsoHere'>,
  tagged: TaggedWords,
): AlsoHere[] {
  const article = tables.articles.get(articleId)
  if (!article) throw unknownArticle(articleId)
  const rejected = new Set(tables.rejectedSuggestions.where('articleId', articleId).map(({ key }) => key))
  return alsoHere(texts.get(article.textHash), knownWords({ tables }, tagged), {
    annotations: tables.annotations.where('articleId', articleId),
    furniture: tables.furniture.where('articleId', articleId),
  }).filter(({ key }) => !rejected.has(key))
}

/** What was rejected in an article, in the order of its text. */
export const rejectedOf: Query<'suggestions.rejected'> = ({ tables }, { articleId }) =>
  tables.rejectedSuggestions
    .where('articleId', articleId)
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
