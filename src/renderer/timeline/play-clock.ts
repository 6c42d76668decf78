import { lastIndex } from './axis.ts'
import { eventStep, type Road } from './road.ts'

/** Events a second while a session lasts. */
export const speeds = [1, 2, 5, 10, 50, 100] as const
export type Speed = (typeof speeds)[number]

/** Where the replay stands, and the part of a beat that is left over. */
export interface Playing {
  seq: number
  beats: number
  /** Nothing comes after. */
  ended: boolean
}

/**
 * Goes on by so many beats. An event takes one beat and the pause before a session one more, however long it was: at
 * one beat a second no pause takes over a second.
 */
export function playOn(road: Road, from: number, beats: number): Playing {
  let seq = from
  let left = beats
  for (;;) {
    const next = eventStep(road, seq, 1)
    if (next === null) return { seq, beats: 0, ended: true }
    const cost = sessionOf(road, next) === sessionOf(road, Math.max(1, seq)) ? 1 : 2
    if (left < cost) return { seq, beats: left, ended: false }
    left -= cost
    seq = next
  }
}

function sessionOf({ timeline }: Road, seq: number): number {
  return lastIndex(timeline.sessions, ({ first }) => first <= seq)
}
