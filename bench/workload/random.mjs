/**
 * @typedef {object} Random
 * @property {() => number} next at least 0, below 1
 * @property {(below: number) => number} int a whole number, at least 0, below `below`
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {(probability: number) => boolean} chance
 */

/** Repeatable random numbers (mulberry32): the same seed gives the same work on every machine. @param {number} seed */
export function makeRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const int = (/** @type {number} */ below) => Math.floor(next() * below)
  /** @type {Random} */
  const random = {
    next,
    int,
    pick: (list) => /** @type {any} */ (list[int(list.length)]),
    chance: (probability) => next() < probability,
  }
  return random
}

/** A UUIDv7 of a moment in milliseconds since 1970. @param {Random} random @param {number} milliseconds */
export function makeId(random, milliseconds) {
  const time = milliseconds.toString(16).padStart(12, '0')
  const bits = hex(random) + hex(random) + hex(random)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-${'89ab'[random.int(4)]}${bits.slice(3, 6)}-${bits.slice(6, 18)}`
}

function hex(/** @type {Random} */ random) {
  return random.int(0x1_0000_0000).toString(16).padStart(8, '0')
}
