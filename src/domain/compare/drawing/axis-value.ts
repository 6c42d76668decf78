import { numberWords } from '../terms/number-words.ts'

/** An axis of figures. Shares are of what is shown: 0 at one end, 1 at the other. */
export interface ValueAxis {
  kind: 'linear' | 'log'
  /** The ends of what is shown. */
  low: number
  high: number
  valueAt(share: number): number
  shareOf(value: number): number
  ticks: { value: number; share: number; words: string }[]
  /** What kind of axis it is, where that is not plain. */
  note: string | null
}

/** Figures further apart than this many powers of ten are drawn on a logarithmic axis. */
export const mostDecades = 3

/** Figures nearer to one another lie alike on both kinds of axis, but their logarithms cannot be told apart. */
const leastDecades = 0.01

/**
 * An axis for figures, with at most about `ticks` marked places. Null when there is no figure. Zero and figures below zero have
 * their place on a logarithmic axis too: within the smallest figure from zero it runs evenly, beyond it by powers of ten.
 */
export function valueAxis(
  values: readonly number[],
  options: {
    scale: 'auto' | 'linear' | 'log'
    shown: { low: number; high: number } | null
    ticks: number
    /** Shares of the axis that are left empty at its ends. */
    room?: { low: number; high: number }
  },
): ValueAxis | null {
  if (values.length === 0) return null
  const found = extentOf(values)
  const isLog = options.scale === 'log' || (options.scale === 'auto' && found.decades > mostDecades)
  const course = isLog && found.decades > leastDecades ? logarithmic(found) : linear
  const { low, high } = options.shown ?? endsOf(found, course, options.room ?? { low: 0.04, high: 0.04 })
  const [first, last] = [course.to(low), course.to(high)]
  const axis = {
    low,
    high,
    valueAt: (share: number) => course.from(first + share * (last - first)),
    shareOf: (value: number) => (course.to(value) - first) / (last - first),
  }
  const wanted =
    course === linear ? evenTicks(low, high, options.ticks) : powerTicks(low, high, options.ticks)
  return {
    ...axis,
    kind: course === linear ? 'linear' : 'log',
    ticks: apart(wanted, axis.shareOf, options.ticks).map((tick) => ({
      ...tick,
      words: tickWords(tick.value, wanted),
    })),
    note: course === linear ? null : noteOf(found),
  }
}

interface Extent {
  low: number
  high: number
  /** The figure next to zero; 0 when all are zero. */
  smallest: number
  /** Powers of ten between the smallest and the largest, zero left aside. */
  decades: number
}

function extentOf(values: readonly number[]): Extent {
  let [low, high, smallest, largest] = [Infinity, -Infinity, Infinity, 0]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
    const size = Math.abs(value)
    if (size > 0) smallest = Math.min(smallest, size)
    largest = Math.max(largest, size)
  }
  // What is this near to zero counts as zero: arithmetic with it ends in nothing.
  if (largest < 1e-100) return { low: 0, high: 0, smallest: 0, decades: 0 }
  // Figures nearer to zero than that cannot be told from it on any screen.
  smallest = Math.max(smallest, largest * 1e-30)
  return { low, high, smallest, decades: Math.log10(largest / smallest) }
}

/** How the axis runs: even steps in `to` are even steps on the screen. */
interface Course {
  to(value: number): number
  from(place: number): number
}

const linear: Course = { to: (value) => value, from: (place) => place }

function logarithmic({ low, smallest }: Extent): Course {
  if (low > 0) {
    // What lies below every figure is on no logarithmic axis; it ends far to the left.
    const floor = Math.max(smallest * 1e-6, Number.MIN_VALUE)
    return { to: (value) => Math.log10(Math.max(value, floor)), from: (place) => 10 ** place }
  }
  return {
    to: (value) => Math.sign(value) * Math.log10(1 + Math.abs(value) / smallest),
    from: (place) => Math.sign(place) * smallest * (10 ** Math.abs(place) - 1),
  }
}

function endsOf(found: Extent, course: Course, room: { low: number; high: number }) {
  const { low, high } = found
  if (low === high) {
    const beside = low === 0 ? 1 : Math.abs(low) / 10
    return { low: low - beside, high: high + beside }
  }
  const [first, last] = [course.to(low), course.to(high)]
  const whole = (last - first) / (1 - room.low - room.high)
  const start = course.from(first - whole * room.low)
  // Counts begin at zero: an axis that goes below would seem to say that fewer than none was thought of.
  return {
    low: low >= 0 && course === linear ? Math.max(0, start) : start,
    high: course.from(last + whole * room.high),
  }
}

type Tick = { value: number; share: number }

/** Multiples of 1, 2 or 5 times a power of ten. */
function evenTicks(low: number, high: number, most: number): number[] {
  const step = evenStep((high - low) / Math.max(1, most))
  const found: number[] = []
  for (let n = Math.ceil(low / step); n * step <= high && found.length <= most * 3; n += 1) {
    found.push(Number((n * step).toPrecision(12)) + 0)
  }
  return found
}

function evenStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= atLeast * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Zero and powers of ten, with their double and fivefold where there are few; even steps where not even those. */
function powerTicks(low: number, high: number, most: number): number[] {
  const largest = Math.max(Math.abs(low), Math.abs(high))
  const top = Math.ceil(Math.log10(largest))
  if (!Number.isFinite(top)) return []
  for (const factors of [[1], [1, 3], [1, 2, 5]]) {
    const found = new Set<number>()
    for (let power = top; power >= top - 40; power -= 1) {
      for (const factor of factors) {
        const value = Number((factor * 10 ** power).toPrecision(12))
        for (const signed of [value, -value]) if (signed >= low && signed <= high) found.add(signed)
      }
    }
    if (low <= 0 && high >= 0) found.add(0)
    if (found.size >= Math.min(3, most)) return [...found].sort(importance)
  }
  return evenTicks(low, high, most)
}

/** Zero first, then the largest, so that crowded ones near zero give way. */
function importance(a: number, b: number): number {
  if (a === 0 || b === 0) return a === 0 ? -1 : 1
  return Math.abs(b) - Math.abs(a)
}

/** Of places in order of importance those that leave each other room. */
function apart(values: readonly number[], shareOf: (value: number) => number, most: number): Tick[] {
  const least = 0.6 / Math.max(1, most)
  const kept: Tick[] = []
  for (const value of values) {
    const share = shareOf(value)
    if (share < -1e-9 || share > 1 + 1e-9) continue
    if (kept.every((other) => Math.abs(other.share - share) >= least)) kept.push({ value, share })
  }
  return kept.sort((a, b) => a.share - b.share)
}

const scales = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const

/** “3,000”, “0.25”, “1.5 million”: all ticks of an axis in one manner unless they lie powers of ten apart. */
function tickWords(value: number, all: readonly number[]): string {
  const size = Math.abs(value)
  if (size !== 0 && size < 1e-6) return value.toExponential(2).replace(/\.?0+e/, 'e')
  const largest = Math.max(...all.map(Math.abs))
  const common = scales.find(
    ([scale]) => largest >= scale && all.every((tick) => tick === 0 || Math.abs(tick) >= scale / 100),
  )
  const [scale, word] = common ?? scales.find(([own]) => size >= own) ?? [1, '']
  return value === 0 || word === ''
    ? numberWords(value)
    : `${numberWords(Number((value / scale).toPrecision(12)))} ${word}`
}

function noteOf({ low }: Extent): string {
  return low > 0
    ? 'The axis is logarithmic: equal steps multiply, so that small and large figures can both be seen.'
    : 'The axis is logarithmic on both sides of zero: equal steps multiply, so that small and large figures can both be seen.'
}
