import type { ReplaySubject } from '../../domain/timeline/filter.ts'
import { useActions } from '../state/actions.ts'
import { useMoment } from '../state/moment.ts'
import { useNavigation } from '../state/navigation.ts'
import type { Action } from '../state/offered-actions.ts'
import { openOverlay } from '../state/opened.ts'
import { speeds } from './play-clock.ts'
import { backToNow, moveTo, noFilter, pause, play, standing, useReplay } from './replay.ts'
import { dayStep, eventStep, type Road, sessionStep } from './road.ts'

/** The keys of the replay: in History and, while the window stands in the past, everywhere. */
export function useReplayActions(isOpen: boolean): void {
  const inPast = useMoment(({ seq }) => seq !== null)
  const room = useNavigation((navigation) => navigation.room)
  const playing = useReplay((replay) => replay.playing)
  const enabled = isOpen && (inPast || room === 'history')
  const isFiltered = useReplay(({ filter }) => filter !== noFilter)
  const subject = useSubject()
  useActions('Replay', [
    { id: 'replay.now', title: 'Back to now', keys: 'Escape', enabled: isOpen && inPast, run: backToNow },
    {
      id: 'replay.goto',
      title: 'Go to a moment…',
      keys: 'G T',
      enabled: isOpen,
      keywords: 'time travel past event date as of',
      run: () => openOverlay('go-to-moment'),
    },
    {
      id: 'replay.play',
      title: playing ? 'Pause the replay' : 'Play the work',
      keys: 'Space',
      enabled,
      keywords: 'replay',
      run: playing ? pause : play,
    },
    {
      id: 'replay.slower',
      title: 'Play slower',
      keys: '-',
      enabled,
      run: () => changeSpeed(-1),
    },
    { id: 'replay.faster', title: 'Play faster', keys: '+', enabled, run: () => changeSpeed(1) },
    stepAction('event', 'ArrowLeft', -1, 'Step back one event', eventStep, enabled),
    stepAction('event', 'ArrowRight', 1, 'Step on one event', eventStep, enabled),
    stepAction('session', 'Shift+ArrowLeft', -1, 'Step back one session', sessionStep, enabled),
    stepAction('session', 'Shift+ArrowRight', 1, 'Step on one session', sessionStep, enabled),
    stepAction('day', 'Mod+ArrowLeft', -1, 'Step back one day or named moment', dayStep, enabled),
    stepAction('day', 'Mod+ArrowRight', 1, 'Step on one day or named moment', dayStep, enabled),
    {
      id: 'replay.about',
      title: subject ? `Replay only this ${subject.noun}` : 'Replay only this',
      enabled: isOpen && subject !== null,
      run: () => {
        if (!subject) return
        const { table, id } = subject
        useReplay.setState({ filter: { by: null, about: { table, id } } })
        useNavigation.getState().go('history')
      },
    },
    {
      id: 'replay.all',
      title: 'Replay everything again',
      enabled: isOpen && isFiltered,
      run: () => useReplay.setState({ filter: noFilter }),
    },
  ])
}

type Step = (road: Road, seq: number, direction: 1 | -1) => number | null

/** Steps, if there is anywhere to step to; a replay that runs is stopped by it. */
export function step(way: Step, direction: 1 | -1): void {
  const { road } = useReplay.getState()
  pause()
  const to = road && way(road, standing(), direction)
  if (to !== null) moveTo(to)
}

function stepAction(
  by: string,
  keys: string,
  direction: 1 | -1,
  title: string,
  way: Step,
  enabled: boolean,
): Action {
  const id = `replay.${direction === 1 ? 'next' : 'previous'}-${by}`
  return { id, title, keys, enabled, run: () => step(way, direction) }
}

function changeSpeed(by: 1 | -1): void {
  const { speed } = useReplay.getState()
  const next = speeds[speeds.indexOf(speed) + by]
  if (next) useReplay.setState({ speed: next })
}

/** The thing that the room is about, where a replay can be about it. */
function useSubject(): { table: ReplaySubject; id: string; noun: string } | null {
  const { room, articleId, claimId, historyStream } = useNavigation()
  if (room === 'read' && articleId) return { table: 'articles', id: articleId, noun: 'article' }
  if (room === 'claims' && claimId) return { table: 'claims', id: claimId, noun: 'claim' }
  const [table = '', id] = historyStream?.split('/') ?? []
  if (room !== 'history' || !id || !(table in nouns)) return null
  return { table: table as ReplaySubject, id, noun: nouns[table as ReplaySubject] }
}

const nouns: Record<ReplaySubject, string> = {
  articles: 'article',
  topics: 'topic',
  claims: 'claim',
  tags: 'tag',
}
