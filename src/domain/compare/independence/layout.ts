import { short } from '../../decide.ts'
import { dateWords } from '../../plain-values/period-words.ts'
import type { OriginGroup } from './independence.ts'

/** What the graph of origins is drawn from. */
export interface DrawnOrigins {
  /** Each with those of its claims that are drawn; `size` counts all. */
  groups: readonly (Pick<OriginGroup, 'rootId' | 'label' | 'speaker' | 'day' | 'claimIds' | 'links'> & {
    size: number
  })[]
  /** The claims by id: how each is marked, and its words when pointed at. */
  claims: Readonly<Record<string, { stance: 'asserts' | 'denies' | 'cannot confirm'; words: string }>>
}

export const gap = 14
/** Radii of the marks: an origin's, and a report's. */
export const rootRadius = 13
export const nodeRadius = 7
/** Between two rings at least, and between two neighbours on one. */
const ring = 46
const apart = 22
export const lineHeight = 16
/** A letter of the labels, on average. */
export const letter = 6.6
const longestLabel = 34

/** From the corner of a group's box. */
export interface Point {
  x: number
  y: number
}

export interface Box {
  group: DrawnOrigins['groups'][number]
  /** Its number, from 1. */
  number: number
  width: number
  height: number
  /** By claim, from the box's corner. */
  at: Map<string, Point>
  label: string
  detail: string
}

/** Places a group's claims around its root: the tree of shortest ways, each branch with as much of the circle as it has ends. */
export function layOut(group: DrawnOrigins['groups'][number], number: number): Box {
  const children = treeOf(group)
  const ends = new Map<string, number>()
  const depths: string[][] = [[group.rootId]]
  for (let level = depths[0]!; level.length > 0; ) {
    level = level.flatMap((id) => children.get(id) ?? [])
    if (level.length > 0) depths.push(level)
  }
  for (const level of [...depths].reverse()) {
    for (const id of level) {
      const own = (children.get(id) ?? []).reduce((sum, child) => sum + ends.get(child)!, 0)
      ends.set(id, Math.max(1, own))
    }
  }
  const radii = [0]
  for (const level of depths.slice(1)) {
    radii.push(Math.max(radii.at(-1)! + ring, (level.length * apart) / (2 * Math.PI)))
  }
  const around = new Map<string, Point>()
  place(group.rootId, 0, -Math.PI, Math.PI)
  const label = `${number} · ${short(group.speaker, longestLabel)}`
  const detail = detailOf(group)
  const points = [...around.values()]
  const reach = (side: (point: Point) => number, least: number) => Math.max(least, ...points.map(side))
  const [left, right] = [
    reach(({ x }) => -x + nodeRadius, rootRadius),
    reach(({ x }) => x + nodeRadius, rootRadius),
  ]
  const [above, below] = [
    reach(({ y }) => -y + nodeRadius, rootRadius),
    reach(({ y }) => y + nodeRadius, rootRadius),
  ]
  const text = Math.max(label.length, detail.length) * letter
  const width = Math.max(left + right, text) + gap
  const centre = { x: (width + left - right) / 2, y: above + gap / 2 }
  return {
    group,
    number,
    width,
    height: above + below + gap / 2 + lineHeight * (detail ? 2 : 1) + 10,
    at: new Map(
      [...around].map(([id, { x, y }]) => [id, { x: round(centre.x + x), y: round(centre.y + y) }]),
    ),
    label,
    detail,
  }

  function place(id: string, depth: number, from: number, to: number): void {
    const angle = (from + to) / 2
    const radius = radii[depth]!
    around.set(id, { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius })
    let start = from
    for (const child of children.get(id) ?? []) {
      const share = ((to - from) * ends.get(child)!) / ends.get(id)!
      place(child, depth + 1, start, start + share)
      start += share
    }
  }
}

/** Boxes in rows from left to right, in the order given. */
export function shelves(boxes: readonly Box[], width: number): { left: number; top: number; box: Box }[] {
  const placed: { left: number; top: number; box: Box }[] = []
  let [left, top, tallest] = [0, 0, 0]
  for (const box of boxes) {
    if (left > 0 && left + box.width > width) {
      top += tallest + gap
      left = 0
      tallest = 0
    }
    placed.push({ left, top, box })
    left += box.width + gap
    tallest = Math.max(tallest, box.height)
  }
  return placed
}

/** “28 October 2024 · 4 reports”. */
function detailOf({ day, size, claimIds }: DrawnOrigins['groups'][number]): string {
  const count = `${size.toLocaleString('en-GB')} reports`
  return [
    day === null ? '' : dateWords(day),
    claimIds.length < size ? `${claimIds.length} of ${count} drawn` : size > 1 ? count : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The shortest way from the root to each claim, as a tree. */
function treeOf({ rootId, claimIds, links }: DrawnOrigins['groups'][number]): Map<string, string[]> {
  const beside = new Map<string, string[]>(claimIds.map((id) => [id, []]))
  for (const { fromId, toId } of links) {
    beside.get(fromId)?.push(toId)
    beside.get(toId)?.push(fromId)
  }
  const children = new Map<string, string[]>()
  const seen = new Set([rootId])
  // A set visits what is added to it while it is walked through.
  for (const id of seen) {
    const own = (beside.get(id) ?? []).filter((next) => !seen.has(next))
    children.set(id, [...new Set(own)])
    for (const next of own) seen.add(next)
  }
  return children
}

/** A tenth of a pixel is finer than any screen, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 || 0
}
