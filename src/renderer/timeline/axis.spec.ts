import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Timeline } from '../../domain/timeline/timeline.ts'
import { axisLabels, heights, layAxis } from './axis.ts'

function timelineOf(lengths: readonly number[]): Pick<Timeline, 'sessions' | 'head'> {
  let first = 1
  const sessions = lengths.map((events) => {
    const session = { first, last: first + events - 1, from: 0, to: 0 }
    first += events
    return session
  })
  return { sessions, head: first - 1 }
}

describe('the axis', () => {
  it('is by event, with a gap for each pause however long', () => {
    const axis = layAxis(timelineOf([10, 10]), 1000)
    expect(axis.rightOf(0)).toBe(0)
    expect(axis.rightOf(20)).toBeCloseTo(1000)
    expect(axis.leftOf(11) - axis.rightOf(10)).toBeCloseTo(14)
    expect(axis.rightOf(5) - axis.rightOf(4)).toBeCloseTo(axis.rightOf(17) - axis.rightOf(16))
  })

  it('of an empty log has one place', () => {
    const axis = layAxis(timelineOf([]), 1000)
    expect([axis.rightOf(0), axis.seqAt(500)]).toEqual([0, 0])
  })
})

test('a place on the axis leads back to its event, and all lie within the width in order', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(lengths, fc.integer({ min: 300, max: 2000 }), (sessions, width) => {
      const timeline = timelineOf(sessions)
      const axis = layAxis(timeline, width)
      let before = 0
      for (let seq = 0; seq <= timeline.head; seq += 1) {
        const x = axis.rightOf(seq)
        expect(x).toBeGreaterThanOrEqual(before)
        expect(x).toBeLessThanOrEqual(width + 0.001)
        expect(axis.seqAt(x)).toBe(seq)
        before = x
      }
    }),
  )
})

test('bars are higher where work was quicker, and never invisible', () => {
  const bucket = (first: number, from: number, to: number) => ({
    first,
    last: first + 9,
    from,
    to,
    counts: [],
  })
  const buckets = [bucket(1, 0, 60_000), bucket(11, 61_000, 70_000), bucket(21, 80_000, 1_500_000)]
  const [slow, quick, slowest] = heights(buckets, [{ first: 1, last: 30, from: 0, to: 1_500_000 }])
  expect(quick).toBe(1)
  expect(slow).toBeLessThan(quick!)
  expect(slowest).toBeLessThan(slow!)
  expect(slowest).toBeGreaterThan(0.1)
})

test('days are named where they begin, shortly within a week, and never into each other', () => {
  const at = (month: number, day: number, year = 2024) => new Date(year, month, day, 9).getTime()
  const days = [
    { first: 1, at: at(9, 28) },
    { first: 30, at: at(9, 29) },
    { first: 31, at: at(9, 30) },
    { first: 60, at: at(10, 13) },
    { first: 90, at: at(0, 3, 2025) },
  ]
  const axis = layAxis(timelineOf([100]), 1000)
  expect(axisLabels({ days, sessions: [] }, axis, 1000, widthOf).map(({ text }) => text)).toEqual([
    '28 Oct 2024',
    'Tue',
    'Wed 13 Nov',
    '3 Jan 2025',
  ])
})

test('sessions are named by their clock where no day is, and where there is room', () => {
  const from = new Date(2024, 9, 28, 9).getTime()
  const timeline = timelineOf([50, 50, 2, 50])
  const sessions = timeline.sessions.map((session, index) => ({ ...session, from: from + index * 3_600_000 }))
  const labels = axisLabels(
    { days: [{ first: 1, at: from }], sessions },
    layAxis(timeline, 1000),
    1000,
    widthOf,
  )
  expect(labels.map(({ text }) => text)).toEqual(['Mon 28 Oct', '10:00', '11:00'])
})

function widthOf(text: string): number {
  return text.length * 7
}
