import { expect, test } from 'vitest'
import { isSameOrder, keptOrder } from './kept-order.ts'

test('what is there stays in its order, what is gone leaves and what is new comes last', () => {
  expect(keptOrder(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd'])
  expect(keptOrder([], ['b', 'a'])).toEqual(['b', 'a'])
})

test('orders are the same only when every place is', () => {
  expect(isSameOrder(['a', 'b'], ['a', 'b'])).toBe(true)
  expect(isSameOrder(['a', 'b'], ['b', 'a'])).toBe(false)
  expect(isSameOrder(['a'], ['a', 'b'])).toBe(false)
})
