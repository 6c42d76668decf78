import { join } from 'node:path'
import { work } from '../workload/work.mjs'
import { count, duration } from './units.mjs'
import { makeWorkspace } from './workspaces.mjs'

/**
 * What every measure gets.
 * @typedef {object} Run
 * @property {string} folder for files; removed at the end
 * @property {Sizes} sizes
 * @property {number} repeats of a large measure
 * @property {number} minutes of the soak
 * @property {(line: string) => void} say tells how far it is
 * @property {() => Promise<{ path: string, claims: number, events: number }>} claimsWorkspace made when first asked for
 */

/** @typedef {typeof fullSizes} Sizes */

export const fullSizes = {
  commands: 100_000,
  events: 1_000_000,
  smallEvents: 1_000,
  executes: 2_000,
  claims: 100_000,
  comparedClaims: 10_000,
  growth: [1_000, 10_000, 100_000],
  words: 200_000,
  spans: 2_000,
  scrollSeconds: 10,
  jumps: 100,
  playedEvents: 20_000,
  soakCommands: 3_000,
}

/** For a smoke check of the bench itself. @type {Sizes} */
export const quickSizes = {
  commands: 5_000,
  events: 20_000,
  smallEvents: 1_000,
  executes: 200,
  claims: 5_000,
  comparedClaims: 2_000,
  growth: [200, 1_000, 2_000],
  words: 20_000,
  spans: 200,
  scrollSeconds: 2,
  jumps: 20,
  playedEvents: 4_000,
  soakCommands: 800,
}

/** @param {{ folder: string, quick: boolean, minutes: number }} options @returns {Run} */
export function makeRun({ folder, quick, minutes }) {
  const sizes = quick ? quickSizes : fullSizes
  const say = (/** @type {string} */ line) => console.error(`  ${line}`)
  /** @type {Promise<{ path: string, claims: number, events: number }> | undefined} */
  let claims
  return {
    folder,
    sizes,
    repeats: quick ? 1 : 3,
    minutes,
    say,
    claimsWorkspace() {
      claims ??= makeClaims(join(folder, 'claims.claimtrail'), sizes.claims, say)
      return claims
    },
  }
}

/** A workspace with exactly so many claims, each with a span of its own. @param {string} path @param {number} wanted @param {Run['say']} say */
async function makeClaims(path, wanted, say) {
  const made = await makeWorkspace(path, untilClaims(wanted))
  say(`made a workspace of ${count(wanted)} claims in ${duration(made.applying)} of the engine's time`)
  return { path, claims: wanted, events: made.events }
}

/**
 * Work that makes exactly so many claims, each with a span of its own.
 * @param {number} wanted @param {{ seed?: number, mostTopics?: number, days?: number }} [options]
 */
export function* untilClaims(wanted, options = {}) {
  let claims = 0
  for (const command of work({ seed: 4, claimsOnly: true, ...options })) {
    yield command
    if (command.type === 'claim.make') claims += 1
    if (claims === wanted) return
  }
}
