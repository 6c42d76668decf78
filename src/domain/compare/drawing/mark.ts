import type { Qualifier, Stance } from '../../claim/row.ts'
import { type Drawing, draw } from './drawing.ts'

/** A figure with its ends and its stance. */
export interface Figure {
  qualifier: Qualifier
  low: number | null
  high: number | null
  stance: Stance
}

/** The axis that a mark lies along. It may run to the right or upwards. */
export interface Course {
  /** Pixels along the screen's axis of a value. */
  at(value: number): number
  /** Where the axis begins (its low end) and ends, in the same pixels. */
  start: number
  end: number
  isUpright: boolean
  /** How far a line towards an open end goes; null: to the end of the axis. */
  openLength: number | null
}

/**
 * A figure as a mark, so that it can be read without colour.
 *
 * Its ends: exactly: a point, or two with a line between them (`span`). About: waves (`soft`) beyond the ends. Up to: a dashed line
 * (`open`) that comes from the low end of the axis. At least and more than: a line with an arrow towards the high end; more
 * than begins with a ring (`end above`), at least with a point.
 * Its stance: asserts: filled points (`end`); denies: hollow points (`end hollow`) with a cross (`cross`); cannot confirm: hollow points of
 * which half is filled (`half`).
 * Beyond what is shown of the axis, a small triangle (`outside`) at its edge points there.
 */
export function figureMark(figure: Figure, course: Course, across: number): Drawing[] {
  const place = placeOf(course, across)
  const { low, high, qualifier, stance } = figure
  const from = low === null ? null : course.at(low)
  const to = high === null ? null : course.at(high)
  const outside = outsideOf(from, to, course)
  if (outside !== null) return [triangle(place, outside, course)]
  const parts: Drawing[] = []
  if (from !== null && to !== null && from !== to) parts.push(stretch(place, from, to, 'span'))
  if (from === null && to !== null) {
    parts.push(stretch(place, opening(course, to, -1), to, 'open'))
  }
  if (to === null && from !== null) parts.push(...arrow(place, from, opening(course, from, 1), course))
  if (qualifier === 'about') {
    if (from !== null && isShown(from, course))
      parts.push(wave(place, from, direction(course) === 1 ? -1 : 1))
    if (to !== null && isShown(to, course)) parts.push(wave(place, to, direction(course)))
  }
  for (const end of new Set([from, to])) {
    if (end === null || !isShown(end, course)) continue
    parts.push(...endMark(place.point(end), stance, qualifier === 'more than'))
  }
  return parts
}

/** The point of one end. */
export function endMark({ x, y }: Point, stance: Stance, isAbove: boolean): Drawing[] {
  if (stance === 'asserts') {
    return [draw('circle', { class: isAbove ? 'end above' : 'end', cx: x, cy: y, r: pointSize })]
  }
  const hollow = draw('circle', { class: 'end hollow', cx: x, cy: y, r: pointSize + 0.5 })
  if (stance === 'denies') {
    const s = 3
    const strokes = `M${x - s} ${y - s}L${round(x + s)} ${y + s}M${x - s} ${y + s}L${round(x + s)} ${y - s}`
    return [hollow, draw('path', { class: 'cross', d: strokes })]
  }
  const r = pointSize + 0.5
  return [hollow, draw('path', { class: 'half', d: `M${x} ${y - r}A${r} ${r} 0 0 0 ${x} ${y + r}Z` })]
}

export const pointSize = 5

interface Point {
  x: number
  y: number
}

interface Place {
  /** The point at so many pixels along, and aside from the mark's own line. */
  point(along: number, aside?: number): Point
  /** Within the axis. */
  clip(along: number): number
}

function placeOf({ start, end, isUpright }: Course, across: number): Place {
  const [least, most] = [Math.min(start, end), Math.max(start, end)]
  return {
    point(along, aside = 0) {
      const [a, b] = [round(along), round(across + aside)]
      return isUpright ? { x: b, y: a } : { x: a, y: b }
    },
    clip: (along) => Math.max(least, Math.min(most, along)),
  }
}

function direction({ start, end }: Course): 1 | -1 {
  return end >= start ? 1 : -1
}

function isShown(along: number, { start, end }: Course): boolean {
  return along >= Math.min(start, end) - 0.5 && along <= Math.max(start, end) + 0.5
}

/** -1 when all of a figure that has an end lies before what is shown, 1 when behind it; null when some is shown. */
function outsideOf(from: number | null, to: number | null, course: Course): -1 | 1 | null {
  const sign = direction(course)
  const isBefore = (along: number) => (along - course.start) * sign < -0.5
  const isBehind = (along: number) => (along - course.end) * sign > 0.5
  if (to !== null && isBefore(to)) return -1
  if (from !== null && isBehind(from)) return 1
  return null
}

/** Where the line towards an open end stops. */
function opening(course: Course, from: number, towards: 1 | -1): number {
  const edge = towards === 1 ? course.end : course.start
  if (course.openLength === null) return edge
  const reach = from + towards * direction(course) * course.openLength
  const isWithin = (edge - reach) * towards * direction(course) >= 0
  return isWithin ? reach : edge
}

function stretch(place: Place, from: number, to: number, name: 'span' | 'open'): Drawing {
  const [a, b] = [place.point(place.clip(from)), place.point(place.clip(to))]
  const dashes = name === 'open' ? '4 3' : 'none'
  return draw('line', { class: name, x1: a.x, y1: a.y, x2: b.x, y2: b.y, 'stroke-dasharray': dashes })
}

function arrow(place: Place, from: number, tip: number, course: Course): Drawing[] {
  const sign = direction(course)
  const [a, b] = [place.point(place.clip(from)), place.point(tip)]
  const [left, right] = [place.point(tip - 6 * sign, -4), place.point(tip - 6 * sign, 4)]
  return [
    draw('line', { class: 'span', x1: a.x, y1: a.y, x2: b.x, y2: b.y }),
    draw('path', { class: 'arrow', d: `M${left.x} ${left.y}L${b.x} ${b.y}L${right.x} ${right.y}` }),
  ]
}

/** A tilde that goes on from an end. */
function wave(place: Place, from: number, sign: 1 | -1): Drawing {
  const begin = from + sign * pointSize
  const points = [0, 2.5, 5, 7.5, 10].map((along, index) =>
    place.point(begin + sign * along, [0, -4, 0, 4, 0][index]),
  )
  const [a, b, c, d, e] = points.map(({ x, y }) => `${x} ${y}`)
  return draw('path', { class: 'soft', d: `M${a}Q${b} ${c}Q${d} ${e}` })
}

function triangle(place: Place, side: -1 | 1, course: Course): Drawing {
  const sign = direction(course) * side
  const edge = side === 1 ? course.end : course.start
  const corners = [place.point(edge), place.point(edge - sign * 8, -5), place.point(edge - sign * 8, 5)]
  return draw('polygon', { class: 'outside', points: corners.map(({ x, y }) => `${x},${y}`).join(' ') })
}

/** Tenths of a pixel are enough, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 + 0
}
