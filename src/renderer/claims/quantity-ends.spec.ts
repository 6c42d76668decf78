import { expect, test } from 'vitest'
import { checkQuantity } from '../../domain/claim/quantity.ts'
import { qualifiers } from '../../domain/claim/row.ts'
import { withQualifier } from './quantity-ends.ts'

test('given one figure, when the qualifier changes, then the figure stays and the quantity can be meant', () => {
  for (const from of qualifiers) {
    const start = withQualifier({ qualifier: null, low: 8000, high: 8000 }, from)
    for (const to of qualifiers) {
      const next = withQualifier(start, to)
      expect(() => checkQuantity(next)).not.toThrow()
      expect(next.low ?? next.high).toBe(8000)
    }
  }
})

test('given a range, when it becomes “up to”, then its high end stays', () => {
  expect(withQualifier({ qualifier: 'about', low: 11_000, high: 12_000 }, 'up to')).toEqual({
    qualifier: 'up to',
    low: null,
    high: 12_000,
  })
})

test('given a figure, when there is no qualifier any more, then no figure is left either', () => {
  const none = withQualifier({ qualifier: 'exactly', low: 3, high: 3 }, null)
  expect(none).toEqual({ qualifier: null, low: null, high: null })
})
