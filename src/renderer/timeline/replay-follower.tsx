import { useEffect, useMemo } from 'react'
import { fromRuns } from '../../domain/timeline/runs.ts'
import { useAsk } from '../data/ask.ts'
import { useMoment } from '../state/moment.ts'
import { useNavigation } from '../state/navigation.ts'
import { landing, useLanding } from './landing.ts'
import { useReplay } from './replay.ts'
import { useReplayActions } from './use-replay-actions.ts'

/** Buckets for the widest window; a narrow one draws them thinner. */
const buckets = 220

/** Events are passed by the hundred: what was told of them is soon forgotten. */
const toldKeptMs = 10_000

/** Keeps the replay's road and its present event at hand, and follows what lands. Mounted once, before the rooms. */
export function ReplayFollower() {
  const seq = useMoment((moment) => moment.seq)
  const filter = useReplay((replay) => replay.filter)
  const isHistory = useNavigation(({ room }) => room === 'history')
  const isOpen = useAsk('app.info', {}).data?.workspace != null
  const enabled = isOpen && (isHistory || seq !== null)
  const timeline = useAsk('timeline', { buckets }, { enabled }).data
  const isFiltered = filter.by !== null || filter.about !== null
  const matches = useAsk(
    'timeline.matches',
    { filter },
    { enabled: enabled && isFiltered, placeholderData: undefined },
  ).data
  const moments = useAsk('moments.list', {}, { enabled: isOpen }).data
  const visits = useMemo(() => (isFiltered && matches ? fromRuns(matches) : null), [isFiltered, matches])
  const road = useMemo(
    () => (timeline ? { timeline, visits, moments: (moments ?? []).map((moment) => moment.seq) } : null),
    [timeline, visits, moments],
  )
  useEffect(() => useReplay.setState({ road }), [road])

  const at = seq ?? timeline?.head ?? 0
  const told = useAsk('history.event', { seq: at }, { enabled: enabled && at > 0, gcTime: toldKeptMs }).data
  useEffect(() => {
    useReplay.setState({ told: told ?? null })
    if (seq === null) useLanding.setState({ landed: null })
    else if (told && seq === told.entry.seq) landing(told)
  }, [told, seq])
  useReplayActions(isOpen)
  return null
}
