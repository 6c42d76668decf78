import { type Drawing, draw } from '../drawing/drawing.ts'
import type { OriginGroup } from './independence.ts'
import {
  type Box,
  type DrawnOrigins,
  gap,
  layOut,
  lineHeight,
  nodeRadius,
  type Point,
  rootRadius,
  round,
  shelves,
} from './layout.ts'
import type { OriginLink } from './link.ts'
import { drawLegend, drawLink } from './links-drawing.ts'

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
  const legend = drawLegend(
    groups.flatMap(({ links }) => links),
    bottom + gap,
    wide,
  )
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
