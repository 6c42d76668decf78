import type { ParsedRequestInput, RequestOutput } from '../../contract/requests.ts'
import type { SuggestionPage } from '../../contract/suggestions.ts'
import type { Answer } from '../../contract/wire.ts'
import type { Jobs } from '../jobs.ts'
import type { SuggestThread } from '../suggest/thread.ts'
import type { Workspaces } from '../workspaces/workspaces.ts'

/**
 * A page of what the assistant proposes for an article. Text, furniture and sources are read as they are now; nothing is
 * written.
 */
export async function findSuggestions(
  { job, articleId, from }: ParsedRequestInput<'suggestions.find'>,
  workspaces: Workspaces,
  jobs: Jobs,
  thread: SuggestThread,
): Promise<Answer<SuggestionPage>> {
  const marks = await workspaces.query('article.marks', { id: articleId })
  if (!marks.ok) return marks
  const { article, furniture } = marks.value as RequestOutput<'article.marks'>
  const [text, sources] = await Promise.all([
    workspaces.query('article.text', { textHash: article.textHash }),
    workspaces.query('sources.list', {}),
  ])
  if (!text.ok) return text
  if (!sources.ok) return sources
  const input = {
    textHash: article.textHash,
    text: (text.value as RequestOutput<'article.text'>).text,
    from,
    known: {
      publishedDate: article.publishedDate,
      publisher: article.publisher,
      title: article.title,
      furniture: furniture.map(({ start, end }) => ({ start, end })),
      sources: (sources.value as RequestOutput<'sources.list'>).map(({ id, name, aliases, retired }) => ({
        id,
        name,
        aliases,
        retired,
      })),
    },
  }
  return jobs.follow(job, 'Looking for suggestions', (control) => thread.page(input, control))
}
