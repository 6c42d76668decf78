import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePlayer } from './player.ts'
import { makeScale } from './scale.ts'

const minute = (minutes: number) => new Date(Date.UTC(2024, 10, 1) + minutes * 60_000).toISOString()

describe('the axis', () => {
  test('given breaks of half an hour and more, then each begins a session, and a long one is no wider', () => {
    const scale = makeScale([0, 0.1, 0.2, 33, 33.1, 5000].map(minute))
    expect(scale.sessions).toEqual([
      { first: 1, last: 3 },
      { first: 4, last: 5 },
      { first: 6, last: 6 },
    ])
    const widths = [...scale.x].slice(1).map((x, index) => x - scale.x[index]!)
    expect(widths[5]! - widths[3]!).toBeCloseTo(0)
    expect(widths[3]).toBeGreaterThan(widths[1]!)
  })

  test('given any times, then places go from 0 to 1, each has its own width, and each is found again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1 }), (minutes) => {
        const { x, placeAt, sessions } = makeScale(minutes.map(minute))
        expect(x[0]).toBe(0)
        expect(x.at(-1)).toBe(1)
        for (let place = 1; place < x.length; place += 1) {
          expect(x[place]).toBeGreaterThan(x[place - 1]!)
          expect(placeAt(x[place]!)).toBe(place)
        }
        expect(sessions[0]!.first).toBe(1)
        expect(sessions.at(-1)!.last).toBe(minutes.length)
      }),
    )
  })

  test('given nothing, then there is one place', () => {
    expect(makeScale([]).placeAt(0.5)).toBe(0)
  })
})

describe('playing', () => {
  test('given frames of a tenth of a second, then 1x is an event a second, and 100x leaves none behind', () => {
    const player = playing(1000, 1)
    for (let frame = 0; frame <= 30; frame += 1) player.frame(frame * 100)
    expect(player.place()).toBe(3)
    const fast = playing(1000, 100)
    for (let frame = 0; frame <= 30; frame += 1) fast.frame(frame * 100)
    expect(fast.place()).toBe(300)
  })

  test('given the end, then it stops there, and playing again begins at the beginning', () => {
    const player = playing(5, 100)
    player.frame(0)
    player.frame(1000)
    expect([player.place(), player.changes]).toEqual([5, [true, false]])
    player.toggle()
    expect(player.place()).toBe(0)
  })
})

function playing(last: number, speed: number) {
  let place = 0
  let next: ((now: number) => void) | undefined
  const changes: boolean[] = []
  const player = makePlayer({
    place: () => place,
    last: () => last,
    speed: () => speed,
    go: (to) => {
      place = to
    },
    changed: (is) => changes.push(is),
    frame: (step) => {
      next = step
    },
  })
  player.toggle()
  return {
    changes,
    toggle: player.toggle,
    place: () => place,
    frame(now: number) {
      const step = next
      next = undefined
      step?.(now)
    },
  }
}
