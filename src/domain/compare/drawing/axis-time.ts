/** An axis of time in UTC. Shares are of what is shown: 0 at its left end, 1 at its right. */
export interface TimeAxis {
  /** Milliseconds since 1970. */
  low: number
  high: number
  valueAt(share: number): number
  shareOf(value: number): number
  /** `above` says the larger unit where it begins: the year of a month, the day of an hour. */
  ticks: { value: number; share: number; words: string; above: string }[]
}

export const dayLength = 86_400_000

/** The stretch of time of days, both included: from the first midnight to the one after the last day. */
export function stretchOf(from: string, to: string): { low: number; high: number } {
  return { low: Date.parse(`${from}T00:00:00Z`), high: Date.parse(`${to}T00:00:00Z`) + dayLength }
}

/**
 * An axis for stretches of time, with at most about `ticks` marked places at whole hours, days, weeks (on Mondays), months or
 * years, and at least `leastStep` milliseconds apart. Null when there is none.
 */
export function timeAxis(
  stretches: readonly { low: number; high: number }[],
  options: { shown: { low: number; high: number } | null; ticks: number; leastStep?: number },
): TimeAxis | null {
  if (stretches.length === 0) return null
  const { low, high } = options.shown ?? endsOf(stretches)
  const shareOf = (value: number) => (value - low) / (high - low)
  const steps = stepFor(Math.max((high - low) / Math.max(1, options.ticks), options.leastStep ?? 0))
  let above = ''
  const ticks = [...ticksOf(steps, low, high)].map((value) => {
    const [words, context] = steps.words(new Date(value))
    const begins = context === above ? '' : context
    above = context
    return { value, share: shareOf(value), words, above: begins }
  })
  return { low, high, valueAt: (share) => low + share * (high - low), shareOf, ticks }
}

function endsOf(stretches: readonly { low: number; high: number }[]): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity]
  for (const stretch of stretches) {
    low = Math.min(low, stretch.low)
    high = Math.max(high, stretch.high)
  }
  const room = Math.max((high - low) * 0.03, 60_000)
  return { low: low - room, high: high + room }
}

/** How ticks follow each other. */
interface Steps {
  /** About how long one is, in milliseconds. */
  length: number
  /** The last place of a tick at or before a time. */
  floor(at: Date): Date
  next(tick: Date): Date
  /** What a tick is called, and the larger unit that it lies in. */
  words(tick: Date): [string, string]
}

const minute = 60_000
const hour = 60 * minute
const longestYear = 366 * dayLength

const evenSteps: Steps[] = [
  ...[1, 5, 15, 30].map((count) => even(count * minute, clock)),
  ...[1, 3, 6, 12].map((count) => even(count * hour, clock)),
  ...[1, 2].map((count) => even(count * dayLength, dayInMonth)),
  { ...even(7 * dayLength, dayInMonth), floor: monday },
]

const allSteps: Steps[] = [
  ...evenSteps,
  ...[1, 3, 6].map(months),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(years),
]

function stepFor(atLeast: number): Steps {
  return allSteps.find(({ length }) => length >= atLeast) ?? allSteps.at(-1)!
}

function* ticksOf(steps: Steps, low: number, high: number): Generator<number> {
  let tick = steps.floor(new Date(low))
  while (tick.getTime() <= high) {
    if (tick.getTime() >= low) yield tick.getTime()
    const next = steps.next(tick)
    // Beyond the last day that a date can hold.
    if (!(next.getTime() > tick.getTime())) return
    tick = next
  }
}

function even(length: number, words: Steps['words']): Steps {
  return {
    length,
    floor: (at) => new Date(Math.floor(at.getTime() / length) * length),
    next: (tick) => new Date(tick.getTime() + length),
    words,
  }
}

function monday(at: Date): Date {
  const day = Math.floor(at.getTime() / dayLength)
  // 1 January 1970 was a Thursday.
  return new Date((day - ((((day + 3) % 7) + 7) % 7)) * dayLength)
}

function months(count: number): Steps {
  return {
    length: count * 30 * dayLength,
    floor: (at) => at0(at.getUTCFullYear(), Math.floor(at.getUTCMonth() / count) * count),
    next: (tick) => at0(tick.getUTCFullYear(), tick.getUTCMonth() + count),
    words: (tick) => [monthNames[tick.getUTCMonth()]!, String(tick.getUTCFullYear())],
  }
}

function years(count: number): Steps {
  return {
    length: count * longestYear,
    floor: (at) => at0(Math.floor(at.getUTCFullYear() / count) * count, 0),
    next: (tick) => at0(tick.getUTCFullYear() + count, 0),
    words: (tick) => [String(tick.getUTCFullYear()), ''],
  }
}

/** The first of a month at midnight; years before 100 are meant as they stand. */
function at0(year: number, month: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 1)
  return date
}

function clock(tick: Date): [string, string] {
  return [tick.toISOString().slice(11, 16), `${dayInMonth(tick)[0]} ${tick.getUTCFullYear()}`]
}

function dayInMonth(tick: Date): [string, string] {
  return [`${tick.getUTCDate()} ${monthNames[tick.getUTCMonth()]}`, String(tick.getUTCFullYear())]
}

export const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** “23 Oct 2024”, “23–28 Oct 2024”, “28 Oct – 3 Nov 2024”: the days of a period in little room. Empty without one. */
export function shortPeriod(from: string | null, to: string | null): string {
  const [first, last] = [from ?? to, to ?? from]
  if (first === null || last === null) return ''
  const [a, b] = [parts(first), parts(last)]
  if (first === last) return `${b.day} ${b.month} ${b.year}`
  if (a.year !== b.year) return `${a.day} ${a.month} ${a.year} – ${b.day} ${b.month} ${b.year}`
  if (a.month !== b.month) return `${a.day} ${a.month} – ${b.day} ${b.month} ${b.year}`
  return `${a.day}–${b.day} ${b.month} ${b.year}`
}

function parts(date: string): { year: number; month: string; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: monthNames[Number(date.slice(5, 7)) - 1]!,
    day: Number(date.slice(8, 10)),
  }
}
