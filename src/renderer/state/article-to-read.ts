import type { RequestOutput } from '../../contract/requests.ts'

type Articles = RequestOutput<'articles.list'>

/**
 * The article that stands open: the wanted one, else the one shown last, else the first that has not been read. An
 * article that was undone or removed meanwhile is no place to be.
 */
export function articleToRead(
  articles: Articles,
  wanted: string | null,
  shown: string | null = null,
): Articles[number] | undefined {
  return (
    articles.find(({ id }) => id === wanted) ??
    articles.find(({ id }) => id === shown) ??
    articles.find(({ status }) => status !== 'read') ??
    articles[0]
  )
}
