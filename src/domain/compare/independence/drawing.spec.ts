import { expect, test } from 'vitest'
import { type Drawing, drawingText } from '../drawing/drawing.ts'
import { originsDrawing } from './drawing.ts'
import { type Report, reports } from './independence.fixture.ts'
import { originGroups } from './independence.ts'
import type { DrawnOrigins } from './layout.ts'
import { originsTable } from './table.ts'

function drawn(...list: readonly Report[]): DrawnOrigins {
  const { groups } = originGroups(reports(...list), [], [])
  return {
    groups: groups.map((group) => ({ ...group, size: group.claimIds.length })),
    claims: Object.fromEntries(
      list.map(({ id, stance = 'asserts' }) => [id, { stance, words: `words of ${id}` }]),
    ),
  }
}

const many: Report[] = [
  { id: 'a', by: 'Seoul', low: 10_000, high: 10_000 },
  ...Array.from({ length: 9 }, (_, index) => ({
    id: `b${index}`,
    by: `Paper ${'abcdefghi'[index]}.`,
    via: ['Seoul'],
    low: 10_000,
    high: 10_000,
  })),
  { id: 'c', by: 'Pyongyang <b>', stance: 'denies' },
  { id: 'd', by: 'two Kyiv officials' },
  { id: 'e', by: 'a Kyiv official' },
]

test('given origins, then each report and each link is one mark that stands for its claims', () => {
  const origins = drawn(...many)
  const marks = [...everyPart(originsDrawing(origins, 800))].flatMap(({ claimIds }) =>
    claimIds ? [claimIds] : [],
  )
  expect(
    marks
      .filter(({ length }) => length === 1)
      .map(([id]) => id)
      .sort(),
  ).toEqual(many.map(({ id }) => id).sort())
  const links = origins.groups.flatMap((group) => group.links.map(({ fromId, toId }) => `${fromId} ${toId}`))
  expect(
    marks
      .filter(({ length }) => length === 2)
      .map((ids) => ids.join(' '))
      .sort(),
  ).toEqual(links.sort())
})

test('given the same origins and width, then the drawing is the same, and no word becomes markup', () => {
  const text = drawingText(originsDrawing(drawn(...many), 800))
  expect(text).toBe(drawingText(originsDrawing(drawn(...[...many].reverse()), 800)))
  expect(text).not.toContain('<b>')
  expect(text).not.toMatch(/NaN|undefined|Infinity/)
})

test.each([1, 320, 1200])(
  'given a width of %i, then nothing lies outside of the drawing and no two reports on each other',
  (width) => {
    const drawing = originsDrawing(drawn(...many), width)
    const { width: drawnWidth, height } = drawing.attributes as { width: number; height: number }
    const dots = [...dotsOf(drawing)]
    expect(dots).toHaveLength(many.length)
    for (const { x, y, r } of dots) {
      expect(x - r).toBeGreaterThanOrEqual(0)
      expect(y - r).toBeGreaterThanOrEqual(0)
      expect(x + r).toBeLessThanOrEqual(drawnWidth)
      expect(y + r).toBeLessThanOrEqual(height)
    }
    for (const [index, one] of dots.entries()) {
      for (const other of dots.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r)
      }
    }
  },
)

test('given links of some kinds, then the legend has those kinds and what a dot means', () => {
  const text = drawingText(originsDrawing(drawn(...many), 800))
  for (const words of ['came through', 'unnamed officials', 'dot: only likely']) expect(text).toContain(words)
  expect(text).not.toContain('same publisher')
  expect(drawingText(originsDrawing(drawn({ id: 'a' }), 800))).not.toContain('origin-legend')
})

test('given origins, then the table has a row for each report with its origin and the reason', () => {
  const { groups } = drawn(...many)
  const { rows, columns } = originsTable(groups, (id) => ({
    speaker: `speaker of ${id}`,
    via: '',
    day: '',
    quantity: '',
    statement: id,
  }))
  expect(columns).toContain('Why')
  expect(rows).toHaveLength(many.length)
  expect(rows[0]!.cells[1]).toBe('1 · Seoul, 28 October 2024')
  expect(rows[0]!.cells.at(-1)).toBe('The origin.')
  expect(rows[1]!.cells.at(-1)).toContain('To speaker of a: Came through. It came through Seoul')
})

function* everyPart(drawing: Drawing): Generator<Drawing> {
  yield drawing
  for (const child of drawing.children) if (typeof child !== 'string') yield* everyPart(child)
}

function* dotsOf(drawing: Drawing, left = 0, top = 0): Generator<{ x: number; y: number; r: number }> {
  const { transform, class: name, cx, cy, r } = drawing.attributes
  const [, dx = 0, dy = 0] =
    /translate\(([\d.-]+) ([\d.-]+)\)/.exec(String(transform ?? ''))?.map(Number) ?? []
  if (name === 'origin-dot') yield { x: left + dx + Number(cx), y: top + dy + Number(cy), r: Number(r) }
  for (const child of drawing.children)
    if (typeof child !== 'string') yield* dotsOf(child, left + dx, top + dy)
}
