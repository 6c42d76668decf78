import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortPeriod, stretchOf, timeAxis } from './drawing/axis-time.ts'
import { valueAxis } from './drawing/axis-value.ts'

const whole = { scale: 'auto', shown: null, ticks: 6 } as const

describe('the axis of figures', () => {
  it.each([
    ['figures of one size', [3000, 12_000], ['4,000', '6,000', '8,000', '10,000', '12,000']],
    ['one figure', [500], ['460', '480', '500', '520', '540']],
    ['zero alone', [0], ['−1', '−0.5', '0', '0.5', '1']],
    ['fractions', [0.25, 0.75], ['0.3', '0.4', '0.5', '0.6', '0.7']],
    [
      'huge figures',
      [9e14, 1e15],
      ['900 trillion', '920 trillion', '940 trillion', '960 trillion', '980 trillion', '1,000 trillion'],
    ],
    ['figures below zero', [-40, 20], ['−40', '−20', '0', '20']],
  ])('marks even steps for %s', (_, values, words) => {
    const axis = valueAxis(values, whole)!
    expect(axis.kind).toBe('linear')
    expect(axis.note).toBeNull()
    expect(axis.ticks.map((tick) => tick.words)).toEqual(words)
  })

  it.each([
    ['four powers of ten', [1, 10_000]],
    ['thousandths to millions', [0.001, 5_000_000]],
    ['figures next to nothing', [1e-99, 1]],
  ])('is logarithmic over %s and says so', (_, values) => {
    const axis = valueAxis(values, whole)!
    expect(axis.kind).toBe('log')
    expect(axis.note).toContain('logarithmic')
    expect(axis.ticks.length).toBeGreaterThan(2)
    for (const { value } of axis.ticks) expect(Number.isInteger(Math.log10(value))).toBe(true)
  })

  it('has a place for zero and for figures on both sides of it on a logarithmic axis', () => {
    const axis = valueAxis([-50, 0, 1e15], whole)!
    const shares = [-50, 0, 100, 1e15].map(axis.shareOf)
    expect(axis.kind).toBe('log')
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(axis.ticks.map((tick) => tick.value)).toContain(0)
  })

  it('stays even or logarithmic where it was told to', () => {
    expect(valueAxis([1, 1e6], { ...whole, scale: 'linear' })!.kind).toBe('linear')
    expect(valueAxis([1, 2], { ...whole, scale: 'log' })!.kind).toBe('log')
  })

  it('shows what was zoomed to', () => {
    const axis = valueAxis([0, 100], { ...whole, shown: { low: 10, high: 20 } })!
    expect([axis.shareOf(10), axis.shareOf(20), axis.valueAt(0.5)]).toEqual([0, 1, 15])
  })

  it('does not exist without a figure', () => {
    expect(valueAxis([], whole)).toBeNull()
  })

  it('keeps the order of figures, holds all of them and turns shares back into figures', () => {
    const amount = fc.oneof(
      fc.constantFrom(0, 1e15, -1e15, 1e-12),
      fc.double({ min: -1e15, max: 1e15, noNaN: true }),
    )
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('auto', 'linear', 'log'),
        (values, scale) => {
          const axis = valueAxis(values, { ...whole, scale })!
          const shares = [...values].sort((a, b) => a - b).map(axis.shareOf)
          for (const [index, share] of shares.entries()) {
            expect(share).toBeGreaterThanOrEqual(index === 0 ? -1e-9 : shares[index - 1]! - 1e-9)
            expect(share).toBeLessThanOrEqual(1 + 1e-9)
          }
          // Between figures that differ in their last digits only, there are few numbers to stand for a share.
          const grain = (Number.EPSILON * Math.max(-axis.low, axis.high)) / (axis.high - axis.low)
          for (const share of [0.1, 0.5, 0.9])
            expect(Math.abs(axis.shareOf(axis.valueAt(share)) - share)).toBeLessThan(0.0005 + grain)
          expect(axis.ticks.length).toBeLessThan(20)
          for (const tick of axis.ticks) expect(tick.words).not.toContain('NaN')
        },
      ),
      // Figures that differ in their twelfth digit.
      { examples: [[[999_999_999_996_672.8, 1e15], 'log']] },
    )
  })
})

describe('the axis of time', () => {
  const ticksOf = (from: string, to: string, ticks = 6) =>
    timeAxis([stretchOf(from, to)], { shown: null, ticks })!.ticks.map(({ words, above }) =>
      above ? `${words} (${above})` : words,
    )

  it.each([
    ['2024-10-30', '2024-11-02', ['30 Oct (2024)', '31 Oct', '1 Nov', '2 Nov', '3 Nov']],
    ['2024-10-23', '2024-11-13', ['28 Oct (2024)', '4 Nov', '11 Nov']],
    ['2024-10-01', '2025-02-28', ['Oct (2024)', 'Nov', 'Dec', 'Jan (2025)', 'Feb', 'Mar']],
    ['1990-01-01', '2020-12-31', ['1990', '2000', '2010', '2020']],
    ['0040-01-01', '0044-12-31', ['40', '41', '42', '43', '44', '45']],
  ])('from %s to %s marks whole days, weeks, months or years', (from, to, words) => {
    expect(ticksOf(from, to)).toEqual(words)
  })

  it('ends with the last year that a date can have', () => {
    expect(ticksOf('9000-01-01', '9999-12-31')).toContain('9800')
  })

  it('marks hours for a short time, with the day where it begins', () => {
    const at = Date.parse('2024-11-01T22:10:00Z')
    const axis = timeAxis([{ low: at, high: at + 4 * 3_600_000 }], { shown: null, ticks: 6 })!
    expect(axis.ticks.map(({ words, above }) => [words, above])).toEqual([
      ['23:00', '1 Nov 2024'],
      ['00:00', '2 Nov 2024'],
      ['01:00', ''],
      ['02:00', ''],
    ])
  })

  it.each([
    ['2024-10-23', '2024-10-23', '23 Oct 2024'],
    ['2024-10-23', '2024-10-28', '23–28 Oct 2024'],
    ['2024-10-28', '2024-11-03', '28 Oct – 3 Nov 2024'],
    ['2024-12-30', '2025-01-02', '30 Dec 2024 – 2 Jan 2025'],
    [null, '2024-10-23', '23 Oct 2024'],
    [null, null, ''],
  ])('writes %s to %s as “%s”', (from, to, words) => {
    expect(shortPeriod(from, to)).toBe(words)
  })
})
