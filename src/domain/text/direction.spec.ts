import { expect, test } from 'vitest'
import { isRightToLeft } from './direction.ts'

test.each([
  ['Eight thousand', false],
  ['ثمانية آلاف جندي', true],
  ['8,000 — שמונת אלפים', true],
  ['Kyiv: «ثمانية»', false],
  ['12:30, 8,000', false],
  ['', false],
])('given the line %j, then its first letter tells whether it runs from right to left', (line, expected) => {
  expect(isRightToLeft(line)).toBe(expected)
})
