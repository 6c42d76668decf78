import { dateWords } from '../brief/period-words.ts'
import { short } from '../decide.ts'
import type { ChartTable } from './chart.ts'
import { type Drawing, draw } from './drawing.ts'
import type { OriginGroup, OriginLink, OriginReason } from './independence.ts'

/** What the graph of origins is drawn from. */
export interface DrawnOrigins {
  /** Each with those of its claims that are drawn; `size` counts all. */
  groups: readonly (Pick<OriginGroup, 'rootId' | 'label' | 'speaker' | 'day' | 'claimIds' | 'links'> & {
    size: number
  })[]
  /** The claims by id: how each is marked, and its words when pointed at. */
  claims: Readonly<Record<string, { stance: 'asserts' | 'denies' | 'cannot confirm'; words: string }>>
}

/** Words of the legend, in its order. */
export const reasonWords: Readonly<Record<OriginReason, string>> = {
  'same speaker': 'same speaker',
  via: 'came through',
  'same words': 'same words',
  repeats: 'repeats',
  officials: 'unnamed officials',
  publisher: 'same publisher',
  correction: 'corrected by an analyst',
}

/**
 * The origins as a graph: each origin a large mark with its name, its reports around it by how many links they are
 * away. The same origins and width give the same drawing; nothing is random and nothing is moved to fit.
 *
 * Classes: `chart-sheet origins`; a group `origin-group` with `origin-1` to `origin-8` (again from 1 after that); a link `origin-link` with `data-reason` and `data-grade`, in it
 * `origin-hit` (wide, unseen), `origin-line`, `origin-arrow`, `origin-likely` (a hollow dot: only likely) and
 * `origin-corrected` (a diamond); a claim `origin-node` with `data-stance`, and `data-root` for the origin; in it
 * `origin-dot`, `origin-denial` (a bar: it denies) and `hit` (the ring around it); `origin-label`, `origin-detail`; the legend `origin-legend`.
 * A link stands for its two claims, a mark for one.
 *
 * @param width CSS pixels to be filled; a wider origin makes the drawing wider
 */
export function originsDrawing({ groups, claims }: DrawnOrigins, width: number): Drawing {
  const boxes = groups.map((group, index) => layOut(group, index + 1))
  const wide = Math.ceil(boxes.reduce((most, box) => Math.max(most, box.width), Math.max(width, narrowest)))
  const placed = shelves(boxes, wide)
  const bottom = placed.reduce((most, { top, box }) => Math.max(most, top + box.height), 0)
  const legend = drawLegend(groups, bottom + gap, wide)
  const height = Math.ceil(bottom + gap + legend.height)
  return draw(
    'svg',
    {
      class: 'chart-sheet origins',
      viewBox: `0 0 ${wide} ${height}`,
      width: wide,
      height,
      role: 'group',
    },
    ...placed.map(({ left, top, box }) => drawGroup(box, left, top, claims)),
    ...legend.drawn,
  )
}

/** Colours that origins have in turn; their numbers tell them apart. */
const colours = 8
const narrowest = 220
const gap = 14
const rootRadius = 13
const nodeRadius = 7
/** Between two rings at least, and between two neighbours on one. */
const ring = 46
const apart = 22
const lineHeight = 16
/** A letter of the labels, on average. */
const letter = 6.6
const longestLabel = 34

interface Point {
  x: number
  y: number
}

interface Box {
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
function layOut(group: DrawnOrigins['groups'][number], number: number): Box {
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

/** Boxes in rows from left to right, in the order given. */
function shelves(boxes: readonly Box[], width: number): { left: number; top: number; box: Box }[] {
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

function drawGroup(box: Box, left: number, top: number, claims: DrawnOrigins['claims']): Drawing {
  const { group, number, at, label, detail } = box
  const known = new Set(group.claimIds)
  const links = group.links.filter(({ fromId, toId }) => known.has(fromId) && known.has(toId))
  const middle = round(box.width / 2)
  const first = box.height - lineHeight * (detail ? 1 : 0) - 6
  return draw(
    'g',
    {
      class: `origin-group origin-${((number - 1) % colours) + 1}`,
      transform: `translate(${round(left)} ${round(top)})`,
    },
    ...nodesAndLinks(),
    draw('text', { class: 'origin-label', x: middle, y: round(first), 'text-anchor': 'middle' }, label),
    ...(detail
      ? [
          draw(
            'text',
            { class: 'origin-detail', x: middle, y: round(first + lineHeight), 'text-anchor': 'middle' },
            detail,
          ),
        ]
      : []),
  )

  /** In the order in which a reader goes through them: the root, then each claim after the links that lead to it. */
  function nodesAndLinks(): Drawing[] {
    const turn = new Map(group.claimIds.map((id, index) => [id, index]))
    const leading: OriginLink[][] = group.claimIds.map(() => [])
    for (const link of links) leading[Math.max(turn.get(link.fromId)!, turn.get(link.toId)!)]!.push(link)
    return group.claimIds.flatMap((id, index) => [
      ...leading[index]!.map((link) => drawLink(link, group.rootId, at)),
      drawNode(id, group, at.get(id)!, claims[id]),
    ])
  }
}

/** “Came through, only likely: Both came through …” */
export function linkWords({
  reason,
  grade,
  sentence,
}: Pick<OriginLink, 'reason' | 'grade' | 'sentence'>): string {
  const words = reasonWords[reason]
  return `${words[0]!.toUpperCase()}${words.slice(1)}${grade === 'likely' ? ', only likely' : ''}. ${sentence}`
}

function drawLink(link: OriginLink, rootId: string, at: ReadonlyMap<string, Point>): Drawing {
  const [from, to] = [at.get(link.fromId)!, at.get(link.toId)!]
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const along = (distance: number): Point => ({
    x: round(from.x + ((to.x - from.x) * distance) / length),
    y: round(from.y + ((to.y - from.y) * distance) / length),
  })
  const start = along(link.fromId === rootId ? rootRadius : nodeRadius)
  const end = along(length - (link.toId === rootId ? rootRadius : nodeRadius))
  const line = { x1: start.x, y1: start.y, x2: end.x, y2: end.y }
  return {
    ...draw(
      'g',
      {
        class: 'origin-link',
        'data-reason': link.reason,
        'data-grade': link.grade,
      },
      draw('title', {}, linkWords(link)),
      draw('line', { class: 'origin-hit', ...line }),
      draw('line', { class: 'origin-line', ...line }),
      ...marks(link, start, end),
    ),
    claimIds: [link.fromId, link.toId],
  }
}

/** An arrow where one came from the other; in the middle a diamond for a correction, a hollow dot for a likely link. */
function marks({ reason, grade }: Pick<OriginLink, 'reason' | 'grade'>, start: Point, end: Point): Drawing[] {
  const middle = { x: round((start.x + end.x) / 2), y: round((start.y + end.y) / 2) }
  const drawn: Drawing[] = []
  if (reason === 'via' || reason === 'repeats') {
    const angle = Math.atan2(end.y - start.y, end.x - start.x)
    const corner = (turn: number) =>
      `${round(end.x - 7 * Math.cos(angle + turn))},${round(end.y - 7 * Math.sin(angle + turn))}`
    drawn.push(
      draw('polygon', {
        class: 'origin-arrow',
        points: `${end.x},${end.y} ${corner(0.45)} ${corner(-0.45)}`,
      }),
    )
  }
  if (reason === 'correction') {
    const { x, y } = middle
    const points = `${x},${round(y - 5)} ${round(x + 5)},${y} ${x},${round(y + 5)} ${round(x - 5)},${y}`
    drawn.push(draw('polygon', { class: 'origin-corrected', points }))
  } else if (grade === 'likely') {
    drawn.push(draw('circle', { class: 'origin-likely', cx: middle.x, cy: middle.y, r: 3 }))
  }
  return drawn
}

function drawNode(
  id: string,
  { rootId, label }: Pick<OriginGroup, 'rootId' | 'label'>,
  { x, y }: Point,
  claim: DrawnOrigins['claims'][string] | undefined,
): Drawing {
  const isRoot = id === rootId
  const radius = isRoot ? rootRadius : nodeRadius
  const words = `${isRoot ? `Origin ${label}. ` : ''}${claim?.words ?? ''}`
  const stance = claim?.stance ?? 'asserts'
  return {
    ...draw(
      'g',
      {
        class: 'origin-node',
        'data-stance': stance,
        ...(isRoot ? { 'data-root': 'true' } : {}),
      },
      draw('title', {}, words),
      draw('circle', { class: 'hit', cx: x, cy: y, r: radius + 4 }),
      draw('circle', { class: 'origin-dot', cx: x, cy: y, r: radius }),
      ...(stance === 'denies'
        ? [
            draw('line', {
              class: 'origin-denial',
              x1: round(x - radius * 1.4),
              y1: round(y + radius * 1.4),
              x2: round(x + radius * 1.4),
              y2: round(y - radius * 1.4),
            }),
          ]
        : []),
    ),
    claimIds: [id],
  }
}

/** What the lines that are there mean. */
function drawLegend(
  groups: DrawnOrigins['groups'],
  top: number,
  width: number,
): { drawn: Drawing[]; height: number } {
  const links = groups.flatMap((group) => group.links)
  const present = new Set(links.map(({ reason }) => reason))
  const entries: { reason: OriginReason; grade: OriginLink['grade']; words: string }[] = (
    Object.keys(reasonWords) as OriginReason[]
  )
    .filter((reason) => present.has(reason))
    .map((reason) => ({ reason, grade: 'clear', words: reasonWords[reason] }))
  if (links.some(({ grade }) => grade === 'likely')) {
    entries.push({ reason: 'same speaker', grade: 'likely', words: 'dot: only likely' })
  }
  let [left, line] = [0, 0]
  const drawn = entries.map(({ reason, grade, words }) => {
    const wide = 36 + words.length * letter + gap
    if (left > 0 && left + wide > width) {
      left = 0
      line += 1
    }
    const y = top + lineHeight * (line + 0.5)
    const [start, end] = [
      { x: round(left + 2), y: round(y) },
      { x: round(left + 28), y: round(y) },
    ]
    left += wide
    return draw(
      'g',
      { class: 'origin-legend', 'data-reason': reason, 'data-grade': grade },
      draw('line', { class: 'origin-line', x1: start.x, y1: start.y, x2: end.x, y2: end.y }),
      ...marks({ reason, grade }, start, end),
      draw('text', { class: 'origin-detail', x: round(end.x + 8), y: round(y + 4) }, words),
    )
  })
  return { drawn, height: entries.length === 0 ? 0 : lineHeight * (line + 1) + 4 }
}

/** A tenth of a pixel is finer than any screen, and the same on every machine. */
function round(value: number): number {
  return Math.round(value * 10) / 10 || 0
}

/** The same as rows of words: each report with its origin, and why it is held to go back there. */
export function originsTable(
  groups: DrawnOrigins['groups'],
  reportOf: (
    claimId: string,
  ) => Readonly<Record<'speaker' | 'via' | 'day' | 'quantity' | 'statement', string>>,
): ChartTable {
  const rows = groups.flatMap(({ label, claimIds, links, rootId }, index) => {
    const why = new Map<string, string[]>()
    for (const link of links) {
      const { speaker, day } = reportOf(link.toId)
      const other = [speaker || 'nobody named', day].filter(Boolean).join(', ')
      why.set(link.fromId, [...(why.get(link.fromId) ?? []), `To ${other}: ${linkWords(link)}`])
    }
    return claimIds.map((id) => {
      const { speaker, via, day, quantity, statement } = reportOf(id)
      const because = why.get(id) ?? []
      return {
        cells: [
          statement,
          `${index + 1} · ${label}`,
          speaker,
          via,
          day,
          quantity,
          id === rootId ? ['The origin.', ...because].join(' ') : because.join(' '),
        ],
        claimIds: [id],
      }
    })
  })
  return { columns: ['Report', 'Origin', 'Speaker', 'Via', 'Said', 'Quantity', 'Why'], rows }
}
