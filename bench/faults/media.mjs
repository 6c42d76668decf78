import { chmodSync, chownSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canMount, nobody, runAsNobody, runOnReadOnly } from './inside.mjs'
import { makeSound } from './sound.mjs'
import { makeTally } from './tally.mjs'
import { openTerminal } from './terminal.mjs'

/**
 * Reads a workspace in every way where nothing may be written: a file system that is mounted so, and a folder of somebody
 * else. It must tell the same as elsewhere, and take nothing.
 * @param {{ folder: string, seed: number, count: number }} options
 */
export async function readOnlyMedia({ folder, seed, count }) {
  const tally = makeTally('media and folders that allow no writing')
  const mounts = canMount()
  tally.note = mounts ? 'mounted so, and by rights' : 'by rights'
  const dataDir = join(folder, 'data')
  const terminal = await openTerminal(dataDir)
  for (let number = 0; number < count; number += 1) {
    const own = join(folder, `medium-${number}`)
    const place = join(own, 'place')
    const data = join(own, 'data')
    for (const made of [own, place, data]) mkdirSync(made)
    const truth = join(own, 'w.claimtrail')
    const { by } = await makeSound(terminal, truth, seed + number, 100)
    writeFileSync(join(data, 'by'), by ?? '')
    const { tries, acknowledged, lost, findings } =
      mounts && number % 2 === 0
        ? await runOnReadOnly('media-child.mjs', place, truth, [data, truth])
        : await byRights(place, data, truth)
    tally.tries += tries
    tally.acknowledged += acknowledged
    tally.lost += lost
    for (const finding of findings) tally.findings.push(`try ${number} of seed ${seed}: ${finding}`)
  }
  return tally
}

/** @param {string} place @param {string} data @param {string} truth */
async function byRights(place, data, truth) {
  copyFileSync(truth, join(place, 'w.claimtrail'))
  if (process.getuid?.() === 0) {
    // Who becomes nobody still has to come here, to read the truth and to keep settings.
    for (const open of [join(data, '..'), join(data, '..', '..'), join(data, '..', '..', '..')])
      chmodSync(open, 0o755)
    for (const given of [data, join(data, 'by'), truth, join(data, '..')])
      chownSync(given, Number(nobody), Number(nobody))
  }
  chmodSync(join(place, 'w.claimtrail'), 0o444)
  chmodSync(place, 0o555)
  try {
    return await runAsNobody('media-child.mjs', [place, data, truth])
  } finally {
    chmodSync(place, 0o755)
  }
}
