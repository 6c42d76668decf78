import { openReader } from '../file/open.ts'
import type { ReadDb } from '../log/database.ts'
import { emptyHead } from '../log/log.ts'
import { EngineProblem } from '../problems.ts'

/** A place in a workspace's log. */
export interface MomentOf {
  /** The event after which it stands; 0: before the first. */
  seq: number
  /** That event's hash, 64 hexadecimal digits; zeros for 0. */
  hash: string
  /** When that event happened, UTC; null for 0. */
  at: string | null
  /** The moment's name, when it was asked for by name. */
  name: string | null
  /**
   * What to tell of a time that was asked for in a log whose event times run backwards; null for every other word and
   * log.
   */
  note: string | null
}

/**
 * Which event a word means: an event’s number (`1204`, `#1204`), the name of a moment (capitals do not count), or a
 * time. A time is a date (`2024-11-01`) or a date with a clock (`2024-11-01T16:42`, `…:30`, `…:30.250`), UTC unless it
 * ends with an offset (`+09:00`); it means the last event by its end, so `2024-11-01` is the evening of that day and
 * 16:42 its last second. A time before the first event means 0; one after the last, the head.
 *
 * The log's order is what happened; its times are what clocks said, and a clock may have been set back. So a time means
 * the longest beginning of the log in which no event is later than it: it never shows work that came after an event
 * which is later, and a later time never shows less. In a log whose times only go on, that is the last event by then.
 * Where they do not, `note` says so.
 *
 * Throws an EngineProblem `no_such_moment` that says what there is.
 */
export function momentOf(db: ReadDb, word: string): MomentOf {
  const asked = word.trim()
  const number = /^#?(\d{1,15})$/.exec(asked)
  if (number) return eventAt(db, Number(number[1]), null)
  const moments = named(db)
  const folded = asked.toLowerCase()
  const moment = moments.find(({ name }) => name.toLowerCase() === folded)
  if (moment) return eventAt(db, moment.seq, moment.name)
  const until = endOfTime(asked)
  if (until === undefined) throw unknownMoment(db, asked, moments)
  const next = db.prepare('SELECT seq FROM log WHERE at > ? ORDER BY seq LIMIT 1').pluck().get(until)
  const seq = next === undefined ? headOf(db) : (next as number) - 1
  return { ...eventAt(db, seq, null), note: backwardsNote(db, seq, until) }
}

/** Says that event times run backwards, where, and what that means for what was asked; null where they do not. */
function backwardsNote(db: ReadDb, seq: number, until: string): string | null {
  const first = firstBackwards(db)
  if (!first) return null
  const passedOver = db.prepare('SELECT count(*) FROM log WHERE seq > ? AND at <= ?').pluck().get(seq, until)
  const later =
    passedOver === 0
      ? ''
      : ` ${passedOver} later event${passedOver === 1 ? ' says' : 's say'} an earlier time and ${passedOver === 1 ? 'is' : 'are'} not shown.`
  return `The event times of this workspace run backwards: event ${first.seq} says ${plainly(first.at)}, event ${first.seq - 1} before it ${plainly(first.before)}. A time means everything before the first event that is later: here, event ${seq}.${later}`
}

interface Backwards {
  seq: number
  at: string
  before: string
}

/** How far each open log was looked through, and what was found: a log only grows, and may be long. */
const lookedThrough = new WeakMap<ReadDb, { to: number; first: Backwards | undefined }>()

/** The first event whose time lies before that of the event in front of it. */
function firstBackwards(db: ReadDb): Backwards | undefined {
  const known = lookedThrough.get(db)
  if (known?.first) return known.first
  const to = headOf(db)
  const first = db
    .prepare(
      `SELECT seq, at, before FROM (SELECT seq, at, lag(at) OVER (ORDER BY seq) AS before FROM log WHERE seq >= ?)
       WHERE at < before LIMIT 1`,
    )
    .get(known?.to ?? 0) as Backwards | undefined
  lookedThrough.set(db, { to, first })
  return first
}

function plainly(instant: string): string {
  return `${instant.slice(0, 19).replace('T', ' ')} UTC`
}

/** The same for a workspace file that nobody here has open. Throws as `openReader` does, too. */
export function momentIn(path: string, word: string): MomentOf {
  const db = openReader(path)
  try {
    return momentOf(db, word)
  } finally {
    db.close()
  }
}

function eventAt(db: ReadDb, seq: number, name: string | null): MomentOf {
  if (seq === 0) return { seq, hash: emptyHead.hash.toString('hex'), at: null, name, note: null }
  const row = db.prepare('SELECT hash, at FROM log WHERE seq = ?').get(seq) as
    | { hash: Buffer; at: string }
    | undefined
  if (row) return { seq, hash: row.hash.toString('hex'), at: row.at, name, note: null }
  const head = headOf(db)
  throw new EngineProblem(
    'no_such_moment',
    `There is no event ${seq}: the log ends at event ${head}. Choose a number from 0 to ${head}.`,
    { seq, head },
  )
}

function headOf(db: ReadDb): number {
  return db.prepare('SELECT coalesce(max(seq), 0) FROM log').pluck().get() as number
}

function named(db: ReadDb): { name: string; seq: number }[] {
  return db.prepare('SELECT name, seq FROM moments ORDER BY seq, id').all() as { name: string; seq: number }[]
}

const timeForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?)?$/i

/** The last millisecond of a time as it is written, as the log writes times; undefined for what is no time. */
function endOfTime(word: string): string | undefined {
  const [, date, hour = '23', minute = '59', second = '59', fraction = '', zone = 'Z'] =
    timeForm.exec(word) ?? []
  if (date === undefined) return undefined
  const written = new Date(`${date}T${hour}:${minute}:${second}.${fraction.padEnd(3, '9')}Z`)
  // JavaScript turns 30 February into 1 March.
  if (Number.isNaN(written.getTime()) || !written.toISOString().startsWith(date)) return undefined
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(zone) ?? []
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))
  if (Math.abs(offset) > 14 * 60 || Number(minutes ?? 0) > 59) return undefined
  const instant = new Date(written.getTime() - offset * 60_000)
  // Beyond these years text would no longer sort as time does; the log holds none.
  return instant.getUTCFullYear() >= 0 && instant.getUTCFullYear() <= 9999 ? instant.toISOString() : undefined
}

const mostNamed = 8

function unknownMoment(
  db: ReadDb,
  word: string,
  moments: readonly { name: string; seq: number }[],
): EngineProblem {
  const shown = moments.slice(-mostNamed).map(({ name, seq }) => `“${name}” (event ${seq})`)
  const others = moments.length > mostNamed ? ` and ${moments.length - mostNamed} more` : ''
  const names =
    shown.length > 0 ? `Named moments: ${shown.join(', ')}${others}.` : 'No moment has been named yet.'
  return new EngineProblem(
    'no_such_moment',
    `“${word}” is no moment of this workspace. Give an event’s number from 0 to ${headOf(db)}, a time such as 2024-11-01 or 2024-11-01T16:42Z, or a moment’s name. ${names}`,
    { word },
  )
}
