import type { RequestInput, RequestName, RequestOutput } from '../../contract/requests.ts'
import { articleToRead } from '../state/article-to-read.ts'
import { bridge } from './connection.ts'

/** A question with its answer, as the page keeps them. */
export interface FirstAnswer {
  queryKey: [RequestName, unknown]
  data: unknown
}

/**
 * Asks for everything that the first picture shows, at once and while the page's code is still being read, so that
 * the window is drawn once instead of four times. What was not answered well is left out: whoever needs it asks
 * again and says what is wrong. Empty when something changed meanwhile.
 */
export async function firstAnswers(): Promise<FirstAnswer[]> {
  const answers: FirstAnswer[] = []
  let isStale = false
  const stop = bridge.subscribe(({ kind }) => {
    if (kind === 'changed' || kind === 'workspace') isStale = true
  })
  const ask = async <Name extends RequestName>(name: Name, input: RequestInput<Name>) => {
    const answer = await bridge.request(name, input)
    if (!answer.ok) return null
    answers.push({ queryKey: [name, input], data: answer.value })
    return answer.value as RequestOutput<Name>
  }
  await Promise.all([
    ask('app.info', {}),
    ask('articles.list', {}).then(async (articles) => {
      const article = articles && articleToRead(articles, null)
      const marks = article && (await ask('article.marks', { id: article.id }))
      if (marks) await ask('article.text', { textHash: marks.article.textHash })
    }),
    ask('tags.list', {}),
    ask('status', {}),
    ask('undo.state', {}),
    ask('view.get', { key: 'claim drafts' }),
  ])
  stop()
  return isStale ? [] : answers
}
