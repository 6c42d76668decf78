import { useCallback, useEffect, useRef, useState } from 'react'
import type { RequestInput, RequestOutput } from '../../../contract/requests.ts'
import type { HistoryEntry } from '../../../contract/rows.ts'
import type { Problem } from '../../../contract/wire.ts'
import { ask, ProblemError, useAsk } from '../../data/ask.ts'
import { useMoment } from '../../state/moment.ts'

export type LogFilter = Pick<RequestInput<'history.page'>, 'by' | 'stream' | 'tables'>

export interface Log {
  /** Newest first, without gaps. */
  entries: HistoryEntry[]
  /** How many the filter lets through in all. */
  total: number
  loading: boolean
  problem: Problem | null
  /** Fetches the next older ones, if there are any. */
  more: () => void
  /** Fetches the next later ones; null where the list begins with the head. */
  later: (() => void) | null
}

const pageSize = 100
/** The most that one request gives. */
const reloadSize = 500
/** So many events are told anew at a change; what was scrolled to beyond them stays as it was told. */
const mostReloaded = 2000
/** Before and after where the window stands: little, as a replay soon moves on. */
const aroundSize = 40
const nothing = {
  entries: [] as HistoryEntry[],
  total: 0,
  loading: true,
  problem: null as Problem | null,
  /** Later events than these may follow. */
  open: false,
  /** There are no earlier ones. */
  ended: false,
}
type Loaded = typeof nothing

/** Which part is fetched: the newest, those around an event, or those before or after what is there. */
type Part = { part: 'head' | 'older' | 'later' } | { part: 'around'; seq: number }

/**
 * The log through a filter, from its head backwards as far as it was scrolled; in the past, around where the window
 * stands. A change has all of that told anew, for sentences name things as they are called now; until then the old
 * lines stay, so that nothing moves away under the reader.
 */
export function useLog(filter: LogFilter): Log {
  const head = useAsk('status', {}, { now: true }).data?.seq
  const seq = useMoment((moment) => moment.seq)
  const [log, setLog] = useState(nothing)
  const key = JSON.stringify(filter)
  const asked = useRef({ key: '', head: 0, running: 0 })
  const latest = useRef(log)
  latest.current = log

  const load = useCallback(
    async (wanted: Part) => {
      const run = ++asked.current.running
      setLog((now) => ({ ...now, loading: true, problem: null }))
      try {
        const loaded = await fetched(wanted, latest.current, JSON.parse(key))
        if (asked.current.running === run) setLog({ ...loaded, loading: false, problem: null })
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
    const isNew = asked.current.key !== key
    const isGrown = asked.current.head !== head
    asked.current = { ...asked.current, key, head }
    if (isNew) {
      setLog(nothing)
      latest.current = nothing
    }
    const { entries, open, ended } = latest.current
    const isThere = seq === null ? !open : !open || seq < (entries[0]?.seq ?? 0)
    const isFar = seq !== null && !ended && seq < (entries.at(-1)?.seq ?? 0)
    if (seq !== null && (isNew || !isThere || isFar)) void load({ part: 'around', seq })
    else if (isNew || !isThere || (isGrown && !open)) void load({ part: 'head' })
  }, [key, head, seq, load])

  const more = useCallback(() => {
    const { loading, entries, ended } = latest.current
    if (!loading && entries.length > 0 && !ended) void load({ part: 'older' })
  }, [load])
  const later = useCallback(() => {
    if (!latest.current.loading) void load({ part: 'later' })
  }, [load])
  return { ...log, more, later: log.open ? later : null }
}

async function fetched(wanted: Part, { entries, open, ended }: Loaded, filter: LogFilter): Promise<Loaded> {
  const page = (range: { before?: number; after?: number }, limit = pageSize) =>
    ask('history.page', { ...filter, limit, ...range })
  const now = { ...nothing, open, ended }
  if (wanted.part === 'older') {
    const { entries: older, total } = await page({ before: entries.at(-1)?.seq })
    return { ...now, entries: [...entries, ...older], total, ended: older.length < pageSize }
  }
  if (wanted.part === 'later') {
    const { entries: later, total } = await page({ after: entries[0]?.seq ?? 0 })
    return { ...now, entries: [...later, ...entries], total, open: later.length === pageSize }
  }
  if (wanted.part === 'around') {
    const [after, before] = await Promise.all([
      page({ after: wanted.seq }, aroundSize),
      page({ before: wanted.seq + 1 }, aroundSize),
    ])
    const around = [...after.entries, ...before.entries]
    return {
      ...now,
      entries: around,
      total: after.total,
      open: after.entries.length === aroundSize,
      ended: before.entries.length < aroundSize,
    }
  }
  const known = open ? [] : entries
  const { entries: anew, total } = await readAnew(filter, known.at(-1)?.seq)
  const last = anew.at(-1)?.seq ?? 0
  const joined = [...anew, ...known.filter(({ seq }) => seq < last)]
  return { ...now, entries: joined, total, open: false, ended: joined.length >= total }
}

/** From the head back to the event that was known as the oldest, or a first page. */
async function readAnew(
  filter: LogFilter,
  oldest: number | undefined,
): Promise<RequestOutput<'history.page'>> {
  const limit = oldest === undefined ? pageSize : reloadSize
  const entries: HistoryEntry[] = []
  for (;;) {
    const page = await ask('history.page', { ...filter, limit, before: entries.at(-1)?.seq })
    entries.push(...page.entries)
    const isBack = oldest === undefined || (page.entries.at(-1)?.seq ?? 0) <= oldest
    if (isBack || page.entries.length < limit || entries.length >= mostReloaded) {
      return { entries, total: page.total }
    }
  }
}
