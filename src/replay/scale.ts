/** A stretch of work without a longer break: its first and last place. */
export interface Session {
  first: number
  last: number
}

/** Where each place lies on the timeline. */
export interface Scale {
  /** By place; 0 to 1. */
  x: Float64Array
  sessions: Session[]
  /** The place nearest to, and not after, a point of the timeline. */
  placeAt(x: number): number
}

/** Without an edit for so long, a session is over. */
const breakMs = 30 * 60_000

/**
 * The timeline's axis: every event has its own width, a pause within a session adds to it, up to what a few events
 * have, and a break between sessions is one short gap however long it was.
 *
 * @param times UTC, ISO 8601, in the events' order
 */
export function makeScale(times: readonly string[]): Scale {
  const x = new Float64Array(times.length + 1)
  const sessions: Session[] = []
  let total = 0
  let before = Number.NaN
  const gaps: number[] = []
  for (const [index, time] of times.entries()) {
    const now = Date.parse(time)
    const place = index + 1
    const pause = now - before
    if (!(pause < breakMs)) {
      sessions.push({ first: place, last: place })
      gaps.push(place)
    }
    sessions.at(-1)!.last = place
    total += 1 + (pause > 0 && pause < breakMs ? Math.min(pause, 120_000) / 40_000 : 0)
    x[place] = total
    before = now
  }
  spread(x, gaps, total)
  return { x, sessions, placeAt: (point) => lastAtMost(x, point) }
}

/** Puts a gap before each session and brings everything to 0 to 1. */
function spread(x: Float64Array, gaps: readonly number[], total: number): void {
  const gap = gaps.length < 2 ? 0 : Math.max(total * 0.01, (total * 0.15) / gaps.length)
  let passed = 0
  for (let place = 1; place < x.length; place += 1) {
    if (place > 1 && gaps[passed + 1] === place) passed += 1
    x[place] = x[place]! + passed * gap
  }
  const end = x[x.length - 1] || 1
  for (let place = 1; place < x.length; place += 1) x[place] = x[place]! / end
}

function lastAtMost(x: Float64Array, point: number): number {
  let low = 0
  let high = x.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (x[middle]! <= point) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
