import type { Bucket, Stretch, Timeline } from '../../domain/timeline/timeline.ts'

/** Where events stand across a width: evenly within a session, with a small gap for every pause. In CSS pixels. */
export interface Axis {
  /** The right edge of an event: where one stands after it. 0 for event 0. */
  rightOf(seq: number): number
  leftOf(seq: number): number
  /** The event after which a point stands. */
  seqAt(x: number): number
}

const widestGap = 14
/** A session of one event is still seen. */
const leastSession = 8
/** At most this share of the width goes into gaps, and into what sessions get whatever their size. */
const largestShare = 0.25

export function layAxis({ sessions, head }: Pick<Timeline, 'sessions' | 'head'>, width: number): Axis {
  const count = sessions.length
  const gap = count > 1 ? Math.min(widestGap, (largestShare * width) / (count - 1)) : 0
  const least = Math.min(leastSession, (largestShare * width) / Math.max(1, count))
  const rest = width - gap * Math.max(0, count - 1) - least * count
  let x = 0
  const places = sessions.map(({ first, last }) => {
    const events = last - first + 1
    const size = least + (rest * events) / head
    const place = { first, events, x, size }
    x += size + gap
    return place
  })
  const placeOf = (seq: number) => places[lastIndex(places, ({ first }) => first <= seq)]
  const edge = (seq: number, side: 0 | 1) => {
    const place = placeOf(seq)
    if (!place || seq < 1) return 0
    return place.x + (place.size * (Math.min(seq - place.first, place.events) + side)) / place.events
  }
  return {
    rightOf: (seq) => edge(seq, 1),
    leftOf: (seq) => edge(seq, 0),
    seqAt(at) {
      const index = lastIndex(places, (place) => place.x <= at)
      const place = places[Math.max(0, index)]
      if (!place) return 0
      const within = Math.round(((at - place.x) / place.size) * place.events)
      // The left edge of a later session is its first event, not the end of the one before the pause.
      return place.first - 1 + Math.min(place.events, Math.max(index > 0 ? 1 : 0, within))
    },
  }
}

/** How high each bucket's bar is, 0 to 1: by its edits a minute, on a scale that bulk work does not flatten. */
export function heights(buckets: readonly Bucket[], sessions: readonly Stretch[]): number[] {
  const beginnings = new Set(sessions.map(({ first }) => first))
  const rates = buckets.map((bucket, index) => {
    const before = buckets[index - 1]
    const isFirst = !before || beginnings.has(bucket.first)
    const events = bucket.last - bucket.first + 1
    const spent = isFirst ? firstSpan(bucket, events) : bucket.to - before.to
    return (events / Math.max(Math.abs(spent), leastSpan)) * 60_000
  })
  const highest = Math.max(...rates, 1)
  return rates.map((rate) => leastHeight + (1 - leastHeight) * (Math.log1p(rate) / Math.log1p(highest)))
}

const leastSpan = 5000
const leastHeight = 0.14

/** The first edit of a session has taken time, too: as much as those after it, or a minute. */
function firstSpan({ from, to }: Stretch, events: number): number {
  return events > 1 ? ((to - from) * events) / (events - 1) : 60_000
}

export interface AxisLabel {
  x: number
  text: string
  seq: number
}

/**
 * The days' names where they begin, and between them the clock where a session begins; each is left out where it would
 * run into another, a session before a day. `widthOf` in CSS pixels.
 */
export function axisLabels(
  { days, sessions }: Pick<Timeline, 'days' | 'sessions'>,
  axis: Axis,
  width: number,
  widthOf: (text: string) => number,
): AxisLabel[] {
  const labels: AxisLabel[] = []
  const place = (seq: number, text: string) => {
    const x = Math.max(0, Math.min(axis.leftOf(seq), width - widthOf(text)))
    const fits = labels.every(
      (other) => x >= other.x + widthOf(other.text) + labelGap || x + widthOf(text) + labelGap <= other.x,
    )
    if (fits) labels.push({ x, text, seq })
    return fits
  }
  const severalYears = new Set(days.map(({ at }) => new Date(at).getFullYear())).size > 1
  let named: Date | null = null
  for (const { first, at } of days) {
    const day = new Date(at)
    if (place(first, dayName(day, named, severalYears))) named = day
  }
  for (const { first, from } of sessions) place(first, clock.format(from))
  return labels
}

const labelGap = 10

/** “Mon 28 Oct”, “Tue” within the week after it, with the year where it is another. */
function dayName(day: Date, before: Date | null, severalYears: boolean): string {
  const sameYear = before?.getFullYear() === day.getFullYear()
  const near =
    before !== null && day.getTime() - before.getTime() < weekMs && day.getDay() !== before.getDay()
  if (sameYear && near) return short.format(day)
  return (sameYear || !severalYears ? dated : withYear).format(day).replace(',', '')
}

const weekMs = 6.5 * 86_400_000
const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short' })
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const dated = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** The index of the last item for which `holds`, where it holds for all before; -1 for none. */
export function lastIndex<T>(items: ArrayLike<T>, holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(items[middle]!)) low = middle + 1
    else high = middle
  }
  return low - 1
}
