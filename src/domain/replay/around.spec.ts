import fc from 'fast-check'
import { expect, test } from 'vitest'
import { around } from './around.ts'

const text = 'One.\n\nTwo two.\nThree.\n\nFour 🙂.\nFive.\nSix.\n'

test('given a span, then its paragraph stays with the one before and the one after', () => {
  const start = text.indexOf('Three')
  expect(around(text, [{ start, end: start + 5 }])).toEqual([
    { start: text.indexOf('Two'), text: 'Two two.\nThree.\n\nFour 🙂.\n' },
  ])
})

test('given spans far apart, then what lies between is left out', () => {
  const pieces = around(text, [
    { start: 0, end: 3 },
    { start: text.indexOf('Six'), end: text.indexOf('Six') + 3 },
  ])
  expect(pieces.map((piece) => piece.text)).toEqual(['One.\n\nTwo two.\n', 'Five.\nSix.\n'])
})

test('given no span, then nothing stays', () => {
  expect(around(text, [])).toEqual([])
})

test('given any spans, then each stays whole, pieces are the text’s own words, in order and apart', () => {
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const pieces = around(text, spans)
      for (const { start, end } of spans) {
        expect(pieces.some((piece) => piece.start <= start && piece.start + piece.text.length >= end)).toBe(
          true,
        )
      }
      let before = -1
      for (const { start, text: words } of pieces) {
        expect(start).toBeGreaterThan(before)
        expect(text.slice(start, start + words.length)).toBe(words)
        expect(start === 0 || text[start - 1] === '\n').toBe(true)
        before = start + words.length
      }
    }),
  )
})
