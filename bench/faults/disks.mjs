import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { canMount, runLimited, runMounted } from './inside.mjs'
import { makeTally } from './tally.mjs'

/**
 * Works until the disk is full, tries everything that makes a file there, makes room and goes on.
 * @param {{ folder: string, seed: number, count: number }} options
 */
export async function fillDisks({ folder, seed, count }) {
  const tally = makeTally('a full disk')
  const mounts = canMount()
  tally.note = mounts ? 'a small file system' : 'files that may not grow: nothing can be mounted here'
  for (let number = 0; number < count; number += 1) {
    const disk = join(folder, `disk-${number}`)
    mkdirSync(disk)
    const kilobytes = 2500 + ((seed + number * 37) % 20) * 200
    const run = mounts ? runMounted : runLimited
    const { tries, acknowledged, lost, findings } = await run('disk-child.mjs', disk, kilobytes, [
      join(folder, 'data'),
      seed + number,
    ])
    tally.tries += tries
    tally.acknowledged += acknowledged
    tally.lost += lost
    tally.findings.push(...findings)
  }
  return tally
}
