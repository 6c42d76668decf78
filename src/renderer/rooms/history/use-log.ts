import { useCallback, useEffect, useRef, useState } from 'react'
import type { RequestInput } from '../../../contract/requests.ts'
import type { HistoryEntry } from '../../../contract/rows.ts'
import type { Problem } from '../../../contract/wire.ts'
import { ask, ProblemError, useAsk } from '../../data/ask.ts'

export type LogFilter = Pick<RequestInput<'history.page'>, 'by' | 'stream' | 'tables'>

export interface Log {
  /** Newest first. */
  entries: HistoryEntry[]
  /** How many the filter lets through in all. */
  total: number
  loading: boolean
  problem: Problem | null
  /** Fetches the next older ones, if there are any. */
  more: () => void
}

const pageSize = 100
const nothing = { entries: [] as HistoryEntry[], total: 0, loading: true, problem: null as Problem | null }

/**
 * The log through a filter, from its head backwards as far as it was scrolled. What is there stays: new events are
 * put before it, so that nothing is fetched twice and nothing moves under the reader.
 */
export function useLog(filter: LogFilter): Log {
  const head = useAsk('status', {}).data?.seq
  const [log, setLog] = useState(nothing)
  const key = JSON.stringify(filter)
  const asked = useRef({ key: '', running: 0 })

  const load = useCallback(
    async (before?: number) => {
      const run = ++asked.current.running
      setLog((now) => ({ ...now, loading: true, problem: null }))
      try {
        const page = await ask('history.page', { ...(JSON.parse(key) as LogFilter), limit: pageSize, before })
        if (asked.current.running !== run) return
        setLog(({ entries }) => ({
          entries: before === undefined ? withNewer(entries, page.entries) : [...entries, ...page.entries],
          total: page.total,
          loading: false,
          problem: null,
        }))
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        if (asked.current.running === run) {
          setLog((now) => ({ ...now, loading: false, problem: error.problem }))
        }
      }
    },
    [key],
  )

  useEffect(() => {
    if (head === undefined) return
    if (asked.current.key !== key) {
      asked.current.key = key
      setLog(nothing)
    }
    void load()
  }, [key, head, load])

  const oldest = log.entries.at(-1)?.seq
  const more = useCallback(() => {
    if (!log.loading && oldest !== undefined && log.entries.length < log.total) void load(oldest)
  }, [load, oldest, log.loading, log.entries.length, log.total])
  return { ...log, more }
}

/** The newest page before what is known; only the page, where so much is new that they do not meet. */
function withNewer(known: HistoryEntry[], page: HistoryEntry[]): HistoryEntry[] {
  const newest = known[0]?.seq ?? 0
  const fresh = page.filter(({ seq }) => seq > newest)
  return fresh.length === page.length && page.length === pageSize ? page : [...fresh, ...known]
}
