import { editKinds } from './kinds.ts'

/** Events `first` to `last`, both included, at times from `from` to `to`: milliseconds since 1970, UTC. */
export interface Stretch {
  first: number
  last: number
  from: number
  to: number
}

/** A stretch of one session with how many of its edits are of each kind, in the order of `editKinds`. */
export interface Bucket extends Stretch {
  counts: number[]
}

/** The whole log as a screen draws it. */
export interface Timeline {
  head: number
  /** Stretches of work without a pause of `pause` milliseconds; together they are the log. */
  sessions: Stretch[]
  pause: number
  /** The first event of each local day of work, in order. */
  days: { first: number; at: number }[]
  /** Each lies in one session; together they are the log. */
  buckets: Bucket[]
}

/** A log as far as the timeline looks at it: events 1 to `count`. */
export interface EditLog {
  count: number
  /** Index into `editKinds`. */
  kind(seq: number): number
  /** Milliseconds since 1970, UTC. */
  time(seq: number): number
}

/** A session ends after half an hour without an edit. */
export const sessionPause = 30 * 60_000

/** More sessions than a screen has points for are no help: with more, longer pauses end them. */
const mostSessions = 5000
const mostDays = 10_000

/** The log in about `wanted` buckets (at least one a session). Days are those of the local calendar. */
export function timelineOf(log: EditLog, wanted: number): Timeline {
  let pause = sessionPause
  let sessions = sessionsOf(log, pause)
  while (sessions.length > mostSessions) {
    pause *= 2
    sessions = sessionsOf(log, pause)
  }
  const buckets = sessions.flatMap((session) => {
    const events = session.last - session.first + 1
    const share = Math.round((wanted * events) / log.count)
    return bucketsOf(log, session, Math.min(events, Math.max(1, share)))
  })
  return { head: log.count, sessions, pause, days: daysOf(log), buckets }
}

function sessionsOf({ count, time }: EditLog, pause: number): Stretch[] {
  const sessions: Stretch[] = []
  let session: Stretch | undefined
  for (let seq = 1; seq <= count; seq += 1) {
    const at = time(seq)
    // A clock that was set back is a pause, too.
    if (session && Math.abs(at - session.to) < pause) {
      session.last = seq
      session.to = at
    } else {
      session = { first: seq, last: seq, from: at, to: at }
      sessions.push(session)
    }
  }
  return sessions
}

function bucketsOf({ kind, time }: EditLog, { first, last }: Stretch, parts: number): Bucket[] {
  const events = last - first + 1
  return Array.from({ length: parts }, (_, part) => {
    const from = first + Math.floor((events * part) / parts)
    const to = first + Math.floor((events * (part + 1)) / parts) - 1
    const counts = editKinds.map(() => 0)
    for (let seq = from; seq <= to; seq += 1) counts[kind(seq)]! += 1
    return { first: from, last: to, from: time(from), to: time(to), counts }
  })
}

/** Days are only told onwards: a clock that was set back begins no earlier day. */
function daysOf({ count, time }: EditLog): Timeline['days'] {
  const days: Timeline['days'] = []
  let ends = Number.NEGATIVE_INFINITY
  for (let seq = 1; seq <= count && days.length < mostDays; seq += 1) {
    const at = time(seq)
    if (at < ends) continue
    days.push({ first: seq, at })
    const day = new Date(at)
    ends = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime()
  }
  return days
}
