import fc from 'fast-check'
import { expect, test } from 'vitest'
import { panned, type Scale, type Shown, zoomed } from './zoom.ts'

const all = { low: 0, high: 12_000 }

test('zooming keeps what lies under the pointer where it is', () => {
  const shown = zoomed(linear(all), all, 0.5, 0.25)!
  expect(shown).toEqual({ low: 1500, high: 7500 })
  expect(linear(shown).shareOf(3000)).toBe(0.25)
})

test('along powers of ten, too', () => {
  const wide = { low: 1, high: 10_000 }
  expect(zoomed(logarithmic(wide), wide, 0.5, 0.5)?.low).toBeCloseTo(10)
  expect(zoomed(logarithmic(wide), wide, 0.5, 0.5)?.high).toBeCloseTo(1000)
  expect(panned(logarithmic({ low: 10, high: 1000 }), wide, 0.5)?.low).toBeCloseTo(100)
})

test('zooming out ends at the whole, panning at its ends', () => {
  const part = { low: 1500, high: 7500 }
  expect(zoomed(linear(part), all, 8)).toBe(null)
  expect(panned(linear(part), all, -5)).toEqual({ low: 0, high: 6000 })
  expect(panned(linear(part), all, 5)).toEqual({ low: 6000, high: 12_000 })
  expect(panned(linear(all), all, 0.3)).toBe(null)
})

test('zooming in ends before nothing is left', () => {
  let shown: Shown = all
  for (let turn = 0; turn < 50; turn++) shown = zoomed(linear(shown), all, 0.5, 1) ?? all
  expect(shown.high - shown.low).toBeCloseTo(12)
  expect(shown.high).toBeCloseTo(12_000)
})

test('an axis of one point is shown as it is', () => {
  const point = { low: 7, high: 7 }
  expect(zoomed({ valueAt: () => 7, shareOf: () => 0.5 }, point, 0.5)).toBe(null)
})

test('however it is turned, it stays inside the whole', () => {
  const turn = fc.record({
    factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    by: fc.double({ min: -3, max: 3, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
      let shown: Shown = all
      for (const { factor, at, by } of turns) {
        shown = zoomed(linear(shown), all, factor, at) ?? all
        shown = panned(linear(shown), all, by) ?? all
      }
      expect(shown.low).toBeGreaterThanOrEqual(-1e-3)
      expect(shown.high).toBeLessThanOrEqual(12_000 + 1e-3)
      expect(shown.high).toBeGreaterThan(shown.low)
    }),
  )
})

function linear({ low, high }: Shown): Scale {
  return {
    valueAt: (share) => low + share * (high - low),
    shareOf: (value) => (value - low) / (high - low),
  }
}

function logarithmic({ low, high }: Shown): Scale {
  const { valueAt, shareOf } = linear({ low: Math.log(low), high: Math.log(high) })
  return { valueAt: (share) => Math.exp(valueAt(share)), shareOf: (value) => shareOf(Math.log(value)) }
}
