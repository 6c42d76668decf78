import { type Drawing, draw } from '../drawing/drawing.ts'
import { gap, letter, lineHeight, nodeRadius, type Point, rootRadius, round } from './layout.ts'
import type { OriginLink, OriginReason } from './link.ts'

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

/** “Came through, only likely: Both came through …” */
export function linkWords({
  reason,
  grade,
  sentence,
}: Pick<OriginLink, 'reason' | 'grade' | 'sentence'>): string {
  const words = reasonWords[reason]
  return `${words[0]!.toUpperCase()}${words.slice(1)}${grade === 'likely' ? ', only likely' : ''}. ${sentence}`
}

/** From one claim's mark to another's, as long as the space between them. */
export function drawLink(link: OriginLink, rootId: string, at: ReadonlyMap<string, Point>): Drawing {
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

/** What the lines that are there mean. */
export function drawLegend(
  links: readonly Pick<OriginLink, 'reason' | 'grade'>[],
  top: number,
  width: number,
): { drawn: Drawing[]; height: number } {
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
