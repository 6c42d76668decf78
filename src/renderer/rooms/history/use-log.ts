import { useCallback, useEffect, useRef, useState } from 'react'
import type { RequestInput, RequestOutput } from '../../../contract/requests.ts'
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
/** The most that one request gives. */
const reloadSize = 500
/** So many events are told anew at a change; what was scrolled to beyond them stays as it was told. */
const mostReloaded = 2000
const nothing = { entries: [] as HistoryEntry[], total: 0, loading: true, problem: null as Problem | null }

/**
 * The log through a filter, from its head backwards as far as it was scrolled. A change has all of that told anew,
 * for sentences name things as they are called now; until then the old lines stay, so that nothing moves away under
 * the reader.
 */
export function useLog(filter: LogFilter): Log {
  const head = useAsk('status', {}).data?.seq
  const [log, setLog] = useState(nothing)
  const key = JSON.stringify(filter)
  const asked = useRef({ key: '', running: 0 })

  const known = useRef<HistoryEntry[]>([])

  const load = useCallback(
    async (before?: number) => {
      const run = ++asked.current.running
      setLog((now) => ({ ...now, loading: true, problem: null }))
      try {
        const query = JSON.parse(key) as LogFilter
        const { entries, total } =
          before === undefined
            ? await readAnew(query, known.current.at(-1)?.seq)
            : await ask('history.page', { ...query, limit: pageSize, before })
        if (asked.current.running !== run) return
        const last = entries.at(-1)?.seq ?? 0
        const all =
          before === undefined
            ? [...entries, ...known.current.filter(({ seq }) => seq < last)]
            : [...known.current, ...entries]
        known.current = all
        setLog({ entries: all, total, loading: false, problem: null })
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
      known.current = []
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

/** From the head back to the event that was known as the oldest, or a first page. */
async function readAnew(
  query: LogFilter,
  oldest: number | undefined,
): Promise<RequestOutput<'history.page'>> {
  const limit = oldest === undefined ? pageSize : reloadSize
  const entries: HistoryEntry[] = []
  for (;;) {
    const page = await ask('history.page', { ...query, limit, before: entries.at(-1)?.seq })
    entries.push(...page.entries)
    const isBack = oldest === undefined || (page.entries.at(-1)?.seq ?? 0) <= oldest
    if (isBack || page.entries.length < limit || entries.length >= mostReloaded) {
      return { entries, total: page.total }
    }
  }
}
