import { duration, times } from './units.mjs'

/**
 * One line of the result.
 * @typedef {object} Figure
 * @property {string} measure what was measured, with its size
 * @property {string} value
 * @property {string} beside the peer or limit, with its own figure of this run
 * @property {string} aim
 * @property {boolean | null} met null where there is no aim, only a figure to know
 * @property {string} [note]
 * @property {Record<string, unknown>} numbers everything behind the line, times in milliseconds
 */

/**
 * A duration beside a peer's: met when it takes at most so many times as long.
 * @param {{ measure: string, ours: number, peer: string, theirs: number, within: number, note?: string, numbers?: Record<string, unknown> }} given
 * @returns {Figure}
 */
export function besidePeer({ measure, ours, peer, theirs, within, note, numbers = {} }) {
  const ratio = ours / theirs
  return {
    measure,
    value: `${duration(ours)} (${times(ratio)})`,
    beside: `${peer}: ${duration(theirs)}`,
    aim: `within ${within}x`,
    met: ratio <= within,
    ...(note && { note }),
    numbers: { ours, theirs, ratio, ...numbers },
  }
}

/**
 * A duration beside a fixed limit.
 * @param {{ measure: string, ours: number, limit: number, aim: string, beside: string, note?: string, numbers?: Record<string, unknown> }} given
 * @returns {Figure}
 */
export function besideLimit({ measure, ours, limit, aim, beside, note, numbers = {} }) {
  return {
    measure,
    value: duration(ours),
    beside,
    aim,
    met: ours <= limit,
    ...(note && { note }),
    numbers: { ours, limit, ...numbers },
  }
}
