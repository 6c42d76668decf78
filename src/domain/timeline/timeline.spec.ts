import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { editKinds, kindOfEdit } from './kinds.ts'
import { fromRuns, toRuns } from './runs.ts'
import { type EditLog, sessionPause, timelineOf } from './timeline.ts'

const minute = 60_000

/** A log whose events come after these pauses, in minutes. */
function logOf(pauses: readonly number[], kinds: readonly number[] = []): EditLog {
  let at = new Date(2024, 9, 28, 9).getTime()
  const times = pauses.map((pause) => {
    at += pause * minute
    return at
  })
  return { count: times.length, kind: (seq) => kinds[seq - 1] ?? 0, time: (seq) => times[seq - 1]! }
}

describe('the timeline', () => {
  it('ends a session after half an hour without an edit', () => {
    const { sessions, pause } = timelineOf(logOf([0, 5, 29, 30, 1]), 10)
    expect(sessions.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [4, 5],
    ])
    expect(pause).toBe(sessionPause)
  })

  it('takes a clock that was set back for a pause', () => {
    expect(timelineOf(logOf([0, 5, -600, 5]), 10).sessions).toHaveLength(2)
  })

  it('begins a day at the first event after midnight, also within a session', () => {
    const { days, sessions } = timelineOf(logOf([14 * 60 + 50, 20, 10, 24 * 60]), 10)
    expect(sessions).toHaveLength(2)
    expect(days.map(({ first }) => first)).toEqual([1, 2, 4])
  })

  it('counts the kinds of each bucket', () => {
    const [bucket] = timelineOf(logOf([0, 1, 1], [1, 2, 2]), 1).buckets
    expect(bucket).toMatchObject({ first: 1, last: 3, counts: [0, 1, 2, 0, 0, 0, 0] })
  })

  it('of an empty log has nothing', () => {
    expect(timelineOf(logOf([]), 10)).toEqual({
      head: 0,
      sessions: [],
      pause: sessionPause,
      days: [],
      buckets: [],
    })
  })
})

test('sessions and buckets together are the log, each event in one of them', () => {
  const pauses = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 60 })
  fc.assert(
    fc.property(pauses, fc.integer({ min: 1, max: 40 }), (gaps, wanted) => {
      const { sessions, buckets } = timelineOf(logOf(gaps), wanted)
      for (const parts of [sessions, buckets]) {
        const seqs = parts.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        )
        expect(seqs).toEqual(gaps.map((_, index) => index + 1))
      }
      for (const { first, last, counts } of buckets) {
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(last - first + 1)
        expect(sessions.some((session) => session.first <= first && last <= session.last)).toBe(true)
      }
    }),
  )
})

test('more sessions than a screen can show are joined over longer pauses', () => {
  const { sessions, pause } = timelineOf(logOf(Array.from({ length: 9000 }, () => 31)), 100)
  expect(pause).toBe(2 * sessionPause)
  expect(sessions).toHaveLength(1)
})

test('numbers survive being told as runs', () => {
  expect(toRuns([1, 2, 5])).toEqual([0, 2, 2, 1])
  expect(toRuns([])).toEqual([])
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 })), (numbers) => {
      const rising = numbers.sort((a, b) => a - b)
      expect([...fromRuns(toRuns(rising))]).toEqual(rising)
    }),
  )
})

test('a row brought back is an undo, whatever its table; each kind has its place', () => {
  expect(kindOfEdit('row.reverted', 'claims')).toBe('undo')
  expect(kindOfEdit('row.restored', 'articles')).toBe('undo')
  expect(kindOfEdit('relation.set', 'relations')).toBe('claims')
  expect(editKinds).toContain(kindOfEdit('moment.named', 'moments'))
})
