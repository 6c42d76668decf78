import { create } from 'zustand'
import type { HistoryEvent } from '../../contract/rows.ts'
import type { ReplayFilter } from '../../domain/timeline/filter.ts'
import { pastPending } from '../data/ask.ts'
import { useMoment } from '../state/moment.ts'
import { playOn, type Speed } from './play-clock.ts'
import { eventStep, type Road } from './road.ts'

interface Replay {
  /** Null until the log has been read. */
  road: Road | null
  filter: ReplayFilter
  /** Where the replay is wanted to stand; null where it stands there. Questions still open make it wait. */
  due: number | null
  playing: boolean
  speed: Speed
  /** In Read, the article that an event concerns is opened. */
  follow: boolean
  /** The event after which the window stands, as soon as it is told. */
  told: HistoryEvent | null
}

export const noFilter: ReplayFilter = { by: null, about: null }

const fresh: Replay = {
  road: null,
  filter: noFilter,
  due: null,
  playing: false,
  speed: 1,
  follow: true,
  told: null,
}

/** The replay: which way it takes, how fast, and whether it runs. Where the window stands is `useMoment`. */
export const useReplay = create<Replay>()(() => fresh)

/** The place in the log that the screen is at or on its way to; the head while it is not in the past. */
export function standing(): number {
  const { due, road } = useReplay.getState()
  return due ?? useMoment.getState().seq ?? road?.timeline.head ?? 0
}

/**
 * Goes to a moment as soon as what was asked about the last one is answered: however fast one moves, only the latest
 * wish is asked for, and nothing piles up.
 */
export function moveTo(seq: number): void {
  if (seq === standing() && useMoment.getState().seq !== null) return
  useReplay.setState({ due: seq })
  if (waiting === 0) waiting = requestAnimationFrame(goWhenAnswered)
}

/** Back to how the workspace is now. */
export function backToNow(): void {
  useReplay.setState({ due: null, playing: false })
  useMoment.getState().go(null)
}

/** Another workspace is open: nothing of the replay concerns it. */
export function endReplay(): void {
  useReplay.setState({ ...fresh, speed: useReplay.getState().speed, follow: useReplay.getState().follow })
  useMoment.getState().go(null)
}

/** Plays on from where the window stands, at the end from the beginning. */
export function play(): void {
  const { road, playing } = useReplay.getState()
  if (!road || playing) return
  if (useMoment.getState().seq === null || eventStep(road, standing(), 1) === null) moveTo(0)
  useReplay.setState({ playing: true })
  let beats = 0
  let before = performance.now()
  const frame = (now: number) => {
    const { road, playing, speed } = useReplay.getState()
    if (!playing || !road) return
    // A window that was hidden for a while does not run after what it missed.
    beats += (Math.min(now - before, 1000) / 1000) * speed
    before = now
    const next = playOn(road, standing(), beats)
    beats = next.beats
    moveTo(next.seq)
    if (next.ended) pause()
    else requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

export function pause(): void {
  useReplay.setState({ playing: false })
}

export function playOrPause(): void {
  if (useReplay.getState().playing) pause()
  else play()
}

let waiting = 0

function goWhenAnswered(): void {
  waiting = 0
  const { due } = useReplay.getState()
  if (due === null) return
  if (pastPending() > 0) {
    waiting = requestAnimationFrame(goWhenAnswered)
    return
  }
  useReplay.setState({ due: null })
  useMoment.getState().go(due)
}
