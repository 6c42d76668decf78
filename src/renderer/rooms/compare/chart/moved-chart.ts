import type { Shown } from './zoom.ts'

/** A stretch of an axis in shares of all of it. */
export interface Stretch {
  from: number
  to: number
}

/** What is drawn of an axis, so that panning only moves it: more than is shown, made for one length of what is shown. */
export interface DrawnStretch extends Stretch {
  shown: number
}

export const drawnWhole: DrawnStretch = { from: 0, to: 1, shown: 1 }

/** The stretch to draw for what is shown: the one that is drawn already, as long as it serves. */
export function stretchFor(shown: Stretch, drawn: DrawnStretch): DrawnStretch {
  const length = shown.to - shown.from
  const isSameZoom = Math.abs(drawn.shown - length) <= length * sameZoom
  const isInside = shown.from >= drawn.from - slack && shown.to <= drawn.to + slack
  if (isSameZoom && isInside) return drawn
  return {
    from: Math.max(0, shown.from - length * beyond),
    to: Math.min(1, shown.to + length * beyond),
    shown: length,
  }
}

/** How many plots wide a drawn stretch is at the zoom that it was made for. */
export function plotsOf({ from, to, shown }: DrawnStretch): number {
  return (to - from) / shown
}

/** Where what is drawn belongs, as `x * scale + shift`, for a plot that begins at `left` and is `width` wide. */
export function placeOf(
  drawn: DrawnStretch,
  shown: Stretch,
  left: number,
  width: number,
): { scale: number; shift: number } {
  const length = shown.to - shown.from
  const scale = drawn.shown / length
  return { scale, shift: left * (1 - scale) - ((shown.from - drawn.from) / length) * width }
}

/** What is shown in shares of all of it. */
export function sharesOf(shown: Shown | null, shareOf: (value: number) => number): Stretch {
  return shown === null ? { from: 0, to: 1 } : { from: shareOf(shown.low), to: shareOf(shown.high) }
}

/** So many times what is shown is drawn beyond each of its ends. */
const beyond = 1
const sameZoom = 1e-6
const slack = 1e-9
