import { expect, test } from 'vitest'
import type { Cursor } from '../../../claims/view-state.ts'
import { type Field, moveCursor } from './move-cursor.ts'

const field: Field = { columns: ['statement', 'source', 'topic'], lines: 100, page: 20 }
const at = (line: number, column: Cursor['column'] = 'source'): Cursor => ({ line, column })

test.each([
  ['ArrowDown', false, at(5), at(6)],
  ['ArrowDown', false, at(99), at(99)],
  ['ArrowDown', false, at(-1), at(0)],
  ['ArrowUp', false, at(0), at(-1)],
  ['ArrowUp', false, at(-1), at(-1)],
  ['ArrowUp', true, at(50), at(0)],
  ['ArrowDown', true, at(50), at(99)],
  ['ArrowLeft', false, at(5), at(5, 'statement')],
  ['ArrowLeft', false, at(5, 'statement'), at(5, 'statement')],
  ['ArrowRight', false, at(5), at(5, 'topic')],
  ['ArrowRight', false, at(5, 'topic'), at(5, 'topic')],
  ['Home', false, at(5), at(5, 'statement')],
  ['End', false, at(5), at(5, 'topic')],
  ['Home', true, at(5), at(0, 'statement')],
  ['End', true, at(5), at(99, 'topic')],
  ['PageDown', false, at(5), at(25)],
  ['PageDown', false, at(95), at(99)],
  ['PageUp', false, at(5), at(0)],
  ['PageUp', false, at(-1), at(-1)],
] as const)('%s (mod: %s) goes from one cell to the other', (key, mod, from, to) => {
  expect(moveCursor(key, mod, from, field)).toEqual(to)
})

test('given an empty table, when any key is pressed, then the cursor stays on the headings', () => {
  const empty = { ...field, lines: 0 }
  for (const key of ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']) {
    expect(moveCursor(key, false, at(-1), empty)?.line).toBe(-1)
  }
  expect(moveCursor('End', true, at(-1), empty)?.line).toBe(-1)
})

test('given a column that was hidden, when the cursor moves, then it goes on from the first column', () => {
  expect(moveCursor('ArrowRight', false, at(3, 'unit'), field)).toEqual(at(3))
})

test('given another key, then the cursor does not answer', () => {
  expect(moveCursor('x', false, at(3), field)).toBeNull()
})
