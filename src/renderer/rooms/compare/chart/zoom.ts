/** What of a chart's axis is shown: figures, or milliseconds since 1970. */
export interface Shown {
  low: number
  high: number
}

/** The axis as it is shown: 0 is its left end, 1 its right end, whatever the scale; beyond them it goes on. */
export interface Scale {
  valueAt(share: number): number
  shareOf(value: number): number
}

/**
 * The axis shown `factor` times as long about `at`, but no longer than all of it, and within it; null for all of it.
 * What lies under `at` stays where it is on the screen.
 */
export function zoomed(scale: Scale, all: Shown, factor: number, at = 0.5): Shown | null {
  return placed(scale, all, at * (1 - factor), factor)
}

/** The axis moved by a share of what is shown, as far as all of it goes. */
export function panned(scale: Scale, all: Shown, by: number): Shown | null {
  return placed(scale, all, by, 1)
}

function placed(scale: Scale, all: Shown, start: number, length: number): Shown | null {
  const first = scale.shareOf(all.low)
  const whole = scale.shareOf(all.high) - first
  if (!(whole > 0)) return null
  const size = Math.min(Math.max(length, whole / mostZoom), whole)
  if (size >= whole * (1 - slack)) return null
  // A length that was cut is cut on both sides.
  const from = Math.min(Math.max(start + (length - size) / 2, first), first + whole - size)
  return { low: scale.valueAt(from), high: scale.valueAt(from + size) }
}

/** The least that can be looked at is so many times shorter than the whole. */
const mostZoom = 1000
const slack = 1e-6
