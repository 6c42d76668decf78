import { expect, test } from 'vitest'
import { type DrawnStretch, drawnWhole, placeOf, plotsOf, stretchFor } from './moved-chart.ts'

const left = 96
const width = 1000

test('the whole needs nothing but itself and stays where it is', () => {
  const whole = { from: 0, to: 1 }
  expect(stretchFor(whole, drawnWhole)).toBe(drawnWhole)
  expect(plotsOf(drawnWhole)).toBe(1)
  expect(placeOf(drawnWhole, whole, left, width)).toEqual({ scale: 1, shift: 0 })
})

test('a part is drawn with as much on either side, as far as there is any', () => {
  expect(stretchFor({ from: 0.4, to: 0.6 }, drawnWhole)).toEqual({
    from: expect.closeTo(0.2),
    to: expect.closeTo(0.8),
    shown: expect.closeTo(0.2),
  })
  expect(stretchFor({ from: 0, to: 0.25 }, drawnWhole)).toEqual({ from: 0, to: 0.5, shown: 0.25 })
})

test('panning keeps what is drawn until its end, zooming does not', () => {
  const drawn = stretchFor({ from: 0.4, to: 0.6 }, drawnWhole)
  expect(stretchFor({ from: 0.55, to: 0.75 }, drawn)).toBe(drawn)
  expect(stretchFor({ from: 0.65, to: 0.85 }, drawn)).not.toBe(drawn)
  expect(stretchFor({ from: 0.45, to: 0.55 }, drawn)).not.toBe(drawn)
})

test('wherever it is panned or zoomed, a place lies where the axis says', () => {
  const drawn: DrawnStretch = { from: 0.2, to: 0.8, shown: 0.2 }
  for (const shown of [
    { from: 0.4, to: 0.6 },
    { from: 0.25, to: 0.45 },
    { from: 0.3, to: 0.7 },
  ]) {
    const { scale, shift } = placeOf(drawn, shown, left, width)
    for (const share of [0.32, 0.4, 0.44]) {
      const x = left + ((share - drawn.from) / (drawn.to - drawn.from)) * plotsOf(drawn) * width
      const wanted = left + ((share - shown.from) / (shown.to - shown.from)) * width
      expect(x * scale + shift).toBeCloseTo(wanted)
    }
  }
})
