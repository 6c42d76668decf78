import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fillDisks } from './disks.mjs'
import { flipBytes } from './flips.mjs'
import { killMakers, killWriters } from './kills.mjs'
import { readOnlyMedia } from './media.mjs'
import { moveOpenFiles, putForeignWal } from './moves.mjs'
import { writeByTwoNames } from './names.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ folder: string, seed: number, count: number }} FaultOptions */
/** @typedef {{ kills: number, flips: number, moves: number }} Counts */

/** @type {Record<string, [(options: FaultOptions) => Promise<Tally>, (counts: Counts) => number][]>} */
export const groups = {
  kills: [[killWriters, ({ kills }) => Math.ceil(kills * 0.8)]],
  makers: [[killMakers, ({ kills }) => Math.floor(kills * 0.2)]],
  flips: [[flipBytes, ({ flips }) => flips]],
  moves: [
    [moveOpenFiles, ({ moves }) => moves],
    [putForeignWal, ({ moves }) => Math.ceil(moves / 3)],
  ],
  names: [[writeByTwoNames, ({ moves }) => Math.ceil(moves / 2)]],
  media: [[readOnlyMedia, ({ moves }) => Math.ceil(moves / 10)]],
  disks: [[fillDisks, ({ moves }) => Math.ceil(moves / 6)]],
}

/**
 * Runs every kind of fault, or one, each in a folder of its own, which is removed afterwards. The program must be built
 * (load.mjs).
 * @param {{ folder: string, seed: number, counts: Counts, only?: string | undefined, say(line: string): void }} options
 * @returns {Promise<Tally[]>}
 */
export async function runFaults({ folder, seed, counts, only, say }) {
  if (only !== undefined && !Object.hasOwn(groups, only))
    throw new Error(`There is no fault “${only}”: ${Object.keys(groups).join(', ')}.`)
  const tallies = []
  for (const [group, faults] of Object.entries(groups)) {
    if (only !== undefined && only !== group) continue
    for (const [index, [fault, countOf]] of faults.entries()) {
      const own = join(folder, `${group}-${index}`)
      mkdirSync(join(own, 'data'), { recursive: true })
      const began = performance.now()
      const tally = await fault({ folder: own, seed, count: countOf(counts) })
      say(`${tally.name}: ${tally.tries} in ${Math.round((performance.now() - began) / 1000)} s`)
      tallies.push(tally)
      rmSync(own, { recursive: true, force: true })
    }
  }
  return tallies
}
