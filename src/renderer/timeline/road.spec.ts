import { describe, expect, it } from 'vitest'
import { playOn } from './play-clock.ts'
import { dayStep, eventStep, farStep, lastVisit, type Road, sessionStep, visitsUpTo } from './road.ts'

const session = (first: number, last: number) => ({ first, last, from: 0, to: 0 })
/** Twenty events in three sessions on two days, with a moment in the second session. */
const road: Road = {
  timeline: {
    head: 20,
    pause: 0,
    buckets: [],
    sessions: [session(1, 5), session(6, 12), session(13, 20)],
    days: [
      { first: 1, at: 0 },
      { first: 13, at: 0 },
    ],
  },
  visits: null,
  moments: [9],
}
const filtered: Road = { ...road, visits: Uint32Array.of(2, 3, 15, 18) }

describe('steps', () => {
  it('go event by event, from before the first to the last', () => {
    expect([eventStep(road, 0, 1), eventStep(road, 20, 1)]).toEqual([1, null])
    expect([eventStep(road, 1, -1), eventStep(road, 0, -1)]).toEqual([0, null])
  })

  it('visit only what the filter lets through', () => {
    expect([0, 3, 4, 18].map((seq) => eventStep(filtered, seq, 1))).toEqual([2, 15, 15, null])
    expect([20, 15, 2, 0].map((seq) => eventStep(filtered, seq, -1))).toEqual([18, 3, 0, null])
  })

  it('go to the ends of sessions', () => {
    expect([0, 5, 7, 20].map((seq) => sessionStep(road, seq, 1))).toEqual([5, 12, 12, null])
    expect([20, 13, 5, 0].map((seq) => sessionStep(road, seq, -1))).toEqual([12, 12, 0, null])
    expect([0, 3, 18].map((seq) => sessionStep(filtered, seq, 1))).toEqual([3, 18, null])
    expect([18, 3].map((seq) => sessionStep(filtered, seq, -1))).toEqual([3, 0])
  })

  it('go to the ends of days and to named moments, the nearer first', () => {
    expect([0, 9, 12, 20].map((seq) => dayStep(road, seq, 1))).toEqual([9, 12, 20, null])
    expect([20, 12, 9, 0].map((seq) => dayStep(road, seq, -1))).toEqual([12, 9, 0, null])
  })

  it('go far, and not beyond the ends', () => {
    expect([farStep(road, 10, 1), farStep(road, 19, 1), farStep(road, 1, -1)]).toEqual([12, 20, 0])
    expect([farStep(filtered, 3, 1), farStep(filtered, 18, 1), farStep(filtered, 2, -1)]).toEqual([15, 18, 0])
  })

  it('know how many lie behind, and the last', () => {
    expect([visitsUpTo(road, 7), visitsUpTo(filtered, 16), visitsUpTo(filtered, 0)]).toEqual([7, 3, 0])
    expect([lastVisit(road), lastVisit(filtered), lastVisit({ ...road, visits: new Uint32Array() })]).toEqual(
      [20, 18, 0],
    )
  })
})

describe('playing', () => {
  it('takes a beat for an event and one more for a pause', () => {
    expect(playOn(road, 0, 3.5)).toEqual({ seq: 3, beats: 0.5, ended: false })
    expect(playOn(road, 5, 1.5)).toEqual({ seq: 5, beats: 1.5, ended: false })
    expect(playOn(road, 5, 2)).toEqual({ seq: 6, beats: 0, ended: false })
  })

  it('stops at the end, however long a frame took', () => {
    expect(playOn(road, 18, 1000)).toEqual({ seq: 20, beats: 0, ended: true })
    expect(playOn(filtered, 0, 1000).seq).toBe(18)
  })
})
