import { expect, test } from 'vitest'
import { isBetween, movedPlace, placesBetween, ratingOfKey } from './grid-keys.ts'

const size = { rows: 20, columns: 5, page: 8 }

test.each([
  ['ArrowDown', false, [3, 2], [4, 2]],
  ['ArrowDown', false, [19, 2], [19, 2]],
  ['ArrowDown', true, [3, 2], [19, 2]],
  ['ArrowUp', false, [0, 2], [-1, 2]],
  ['ArrowUp', true, [9, 2], [0, 2]],
  ['ArrowRight', false, [3, 4], [3, 4]],
  ['ArrowRight', true, [3, 1], [3, 4]],
  ['ArrowLeft', false, [3, 0], [3, 0]],
  ['Home', false, [3, 3], [3, 0]],
  ['Home', true, [3, 3], [0, 0]],
  ['End', true, [3, 3], [19, 4]],
  ['PageDown', false, [3, 3], [11, 3]],
  ['PageDown', false, [15, 3], [19, 3]],
  ['PageUp', false, [3, 3], [0, 3]],
  ['PageUp', false, [-1, 3], [-1, 3]],
] as const)('%s (with Mod: %s) goes from %j to %j', (key, mod, [row, column], [nextRow, nextColumn]) => {
  expect(movedPlace(key, mod, { row, column }, size)).toEqual({ row: nextRow, column: nextColumn })
})

test('other keys move nothing, and in a grid without rows the headings are all there is', () => {
  expect(movedPlace('a', false, { row: 0, column: 0 }, size)).toBeNull()
  expect(movedPlace('End', true, { row: -1, column: 0 }, { ...size, rows: 0 })).toEqual({
    row: -1,
    column: 4,
  })
})

test.each([
  ['1', null, 'very inconsistent'],
  ['5', 'neutral', 'very consistent'],
  ['0', null, 'neutral'],
  ['X', null, 'not applicable'],
  ['-', null, 'inconsistent'],
  ['-', 'inconsistent', 'very inconsistent'],
  ['-', 'very inconsistent', 'inconsistent'],
  ['+', 'very inconsistent', 'consistent'],
  ['+', 'consistent', 'very consistent'],
  ['6', null, undefined],
  ['constructor', null, undefined],
] as const)('%s on a cell that is %s rates it %s', (key, now, rating) => {
  expect(ratingOfKey(key, now)).toBe(rating)
})

test('a selection has the cells of hypotheses only, whichever corner it began at', () => {
  const cells = [
    { row: 0, column: 2 },
    { row: 0, column: 3 },
    { row: 1, column: 2 },
    { row: 1, column: 3 },
  ]
  expect(placesBetween({ row: 1, column: 0 }, { row: -1, column: 3 })).toEqual(cells)
  expect(placesBetween({ row: 0, column: 3 }, { row: 1, column: 2 })).toEqual(cells)
  expect(isBetween({ row: 1, column: 2 }, { row: 0, column: 3 }, { row: 1, column: 2 })).toBe(true)
  expect(isBetween({ row: 2, column: 2 }, { row: 0, column: 3 }, { row: 1, column: 2 })).toBe(false)
})
