import { expect, test } from 'vitest'
import { layLines } from './lines.ts'
import { pagesOf } from './pages.ts'

test('given lines on the screen, when pages are chosen, then the next and the last half page come along', () => {
  const lines = layLines(100_000, [], () => false)
  expect(pagesOf(lines, { first: 0, last: 30 })).toEqual([0])
  expect(pagesOf(lines, { first: 60, last: 90 })).toEqual([0, 1])
  expect(pagesOf(lines, { first: 50_010, last: 50_040 })).toEqual([499, 500])
  expect(pagesOf(lines, { first: 99_970, last: 99_999 })).toEqual([999])
})

test('given folded groups, when pages are chosen, then no page is asked for claims that are folded away', () => {
  const groups = [
    { key: 'a', label: 'A', count: 50_000 },
    { key: 'b', label: 'B', count: 50_000 },
  ]
  expect(
    pagesOf(
      layLines(100_000, groups, () => true),
      { first: 0, last: 1 },
    ),
  ).toEqual([])
  const open = layLines(100_000, groups, ({ key }) => key === 'a')
  expect(pagesOf(open, { first: 0, last: 10 })).toEqual([500])
})

test('given no claims, when pages are chosen, then there are none', () => {
  expect(
    pagesOf(
      layLines(0, [], () => false),
      { first: 0, last: 20 },
    ),
  ).toEqual([])
})
