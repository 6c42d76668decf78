import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unicodeText } from '../unicode-text.fixture.ts'
import { codePointIndex, fromCodePoints, toCodePoints } from './code-points.ts'

describe('code points', () => {
  it('counts a surrogate pair once', () => {
    expect(toCodePoints('a😀b', 3)).toBe(2)
    expect(fromCodePoints('a😀b', 2)).toBe(3)
    expect(codePointIndex('a😀b').length).toBe(3)
  })

  it('takes an offset inside a pair for its start', () => {
    expect(toCodePoints('a😀b', 2)).toBe(1)
  })

  it.each([-1, 5, 1.5, Number.NaN])('answers null for %d, which is outside', (offset) => {
    expect(toCodePoints('a😀b', offset)).toBeNull()
    expect(fromCodePoints('a😀b', offset)).toBeNull()
  })

  it('agrees with counting one by one, both ways', () => {
    fc.assert(
      fc.property(unicodeText, (text) => {
        const index = codePointIndex(text)
        let offset = 0
        let count = 0
        for (const point of text) {
          expect(index.toCodePoints(offset)).toBe(count)
          expect(index.fromCodePoints(count)).toBe(offset)
          offset += point.length
          count += 1
        }
        expect(index.toCodePoints(text.length)).toBe(count)
        expect(index.fromCodePoints(count)).toBe(text.length)
      }),
      { numRuns: 200 },
    )
  })
})
