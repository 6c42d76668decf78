import type { Timeline } from '../../domain/timeline/timeline.ts'
import { lastIndex } from './axis.ts'

/** Where stepping and playing may stop. */
export interface Road {
  timeline: Timeline
  /** The events that the replay visits, rising; null for all of them. */
  visits: Uint32Array | null
  /** Numbers of the events that have a name. */
  moments: readonly number[]
}

type Direction = 1 | -1

/** The next stop after or before a place in the log; null where there is none. Before the first event lies 0. */
export function eventStep({ timeline, visits }: Road, seq: number, direction: Direction): number | null {
  if (direction === 1) {
    const next = visits ? visits[lastIndex(visits, (visit) => visit <= seq) + 1] : seq + 1
    return next !== undefined && next <= timeline.head ? next : null
  }
  if (seq <= 0) return null
  return visits ? (visits[lastIndex(visits, (visit) => visit < seq)] ?? 0) : seq - 1
}

/** The last visited event of this session or of the next that has one; backwards likewise. */
export function sessionStep(road: Road, seq: number, direction: Direction): number | null {
  return stop(
    road.timeline.sessions.map(({ last }) => last),
    road,
    seq,
    direction,
  )
}

/** The end of a day of work, or a named moment, whichever is nearest. */
export function dayStep(road: Road, seq: number, direction: Direction): number | null {
  const { timeline, moments } = road
  const ends = timeline.days.map((_, index) => (timeline.days[index + 1]?.first ?? timeline.head + 1) - 1)
  const day = stop(ends, road, seq, direction)
  const named = moments.filter((moment) => (direction === 1 ? moment > seq : moment < seq))
  const stops = [...named, ...(day === null ? [] : [day])]
  if (stops.length === 0) return null
  return direction === 1 ? Math.min(...stops) : Math.max(...stops)
}

/** So many visits on or back; to the end of the log or to its beginning where there are no more. */
export function farStep({ timeline, visits }: Road, seq: number, direction: Direction): number {
  const count = visits ? visits.length : timeline.head
  const far = Math.max(1, Math.round(count / 10)) * direction
  if (!visits) return Math.min(timeline.head, Math.max(0, seq + far))
  const index = lastIndex(visits, (visit) => visit <= seq) + far
  return index < 0 ? 0 : (visits[Math.min(index, visits.length - 1)] ?? seq)
}

/** The last event that is visited; the head when nothing is left out. */
export function lastVisit({ timeline, visits }: Road): number {
  return visits ? (visits.at(-1) ?? 0) : timeline.head
}

/** How many visits lie at or before a place. */
export function visitsUpTo({ visits }: Road, seq: number): number {
  return visits ? lastIndex(visits, (visit) => visit <= seq) + 1 : seq
}

/** The nearest of the visited events that stand last before each end. */
function stop(ends: readonly number[], { visits }: Road, seq: number, direction: Direction): number | null {
  const visited = (end: number) => (visits ? (visits[lastIndex(visits, (visit) => visit <= end)] ?? 0) : end)
  if (direction === 1) {
    const end = ends.find((candidate) => visited(candidate) > seq)
    return end === undefined ? null : visited(end)
  }
  const end = ends.findLast((candidate) => visited(candidate) < seq)
  return end === undefined ? (seq > 0 ? 0 : null) : visited(end)
}
