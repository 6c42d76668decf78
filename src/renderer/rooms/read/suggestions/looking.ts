import { useEffect } from 'react'
import type { ArticleMarks } from '../../../../contract/rows.ts'
import type { SuggestionPage } from '../../../../contract/suggestions.ts'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import { ask, ProblemError } from '../../../data/ask.ts'
import { newId } from '../../../data/ids.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { beginSuggesting, useSuggesting } from './suggesting.ts'

/** The reading that goes on now: another article, another reading or a cancel ends it. */
let running: { job: string } | null = null
/** What was read last, so that coming back to an article finds what was found. */
let read = ''

/** Reads the open article for suggestions, from its beginning on; they are offered while the rest is read. */
export function useLooking({ article, furniture }: ArticleMarks): void {
  const isReadOnly = useReadOnly() !== null
  const { id, textHash, publishedDate } = article
  const asked = [id, textHash, publishedDate, ...furniture.map(({ start, end }) => `${start}-${end}`)].join(
    ' ',
  )
  useEffect(() => {
    if (isReadOnly || read === asked) return
    read = asked
    if (useSuggesting.getState().articleId !== id) beginSuggesting(id)
    void look(id)
  }, [id, asked, isReadOnly])
}

export function stopLooking(): void {
  const { looking } = useSuggesting.getState()
  if (looking.is !== 'looking') return
  if (running) void ask('job.cancel', { job: running.job })
  running = null
  useSuggesting.setState({ looking: { is: 'stopped', at: looking.done } })
}

/** Reads on from where the reading was stopped or failed. */
export function lookOn(): void {
  const { articleId, looking } = useSuggesting.getState()
  if (articleId) void look(articleId, 'at' in looking ? looking.at : 0)
}

/** Asks for one stretch after the other; between two of them the window does what else there is to do. */
async function look(articleId: string, from = 0): Promise<void> {
  const reading = { job: newId() }
  running = reading
  const since = performance.now()
  const earlier = from > 0 ? useSuggesting.getState().found : []
  let found: readonly Suggestion[] = earlier
  let at = from
  useSuggesting.setState({ looking: { is: 'looking', done: at, total: 0, since } })
  try {
    for (let next: number | null = from; next !== null; ) {
      const page: SuggestionPage = await ask('suggestions.find', {
        job: reading.job,
        articleId,
        from: next,
      })
      if (running !== reading) return
      found = [...found, ...page.suggestions]
      next = page.next
      at = next ?? page.length
      useSuggesting.setState({
        found,
        looking:
          next === null
            ? { is: 'done', quiet: page.quiet }
            : { is: 'looking', done: at, total: page.length, since },
      })
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    if (running !== reading) return
    const { code, message } = error.problem
    // The status line has a button for it too.
    const isStopped = code === 'cancelled'
    useSuggesting.setState({ looking: isStopped ? { is: 'stopped', at } : { is: 'failed', message, at } })
  }
}
