import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../scripts/lib/build.mjs'
import { buildProgram } from './faults/load.mjs'
import { runFaults } from './faults/run.mjs'
import { isClean, table } from './faults/tally.mjs'

/*
 * Does to workspaces what happens to files: processes killed, bytes flipped, files moved and replaced while they are open,
 * full disks, second names, media that allow no writing. Prints a table; every acknowledged command must be there
 * afterwards, and nothing may be said that is not so. Exit code 1 when something was lost or found.
 *
 *   --kills N --flips N --moves N   how many (1,000, 1,000 and 60)
 *   --seed N                        repeats a run: the seed is printed
 *   --only NAME                     kills, makers, flips, moves, disks, names or media
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    flips: { type: 'string', default: '1000' },
    moves: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  },
})
if (!(await buildIfStale(process.execPath))) process.exit(1)
await buildProgram()

const folder = mkdtempSync(join(tmpdir(), 'claimtrail-faults-'))
const tidy = () => rmSync(folder, { recursive: true, force: true })
process.once('SIGINT', () => {
  tidy()
  process.exit(130)
})
try {
  console.log(`Seed ${values.seed}.`)
  const tallies = await runFaults({
    folder,
    seed: Number(values.seed),
    counts: { kills: Number(values.kills), flips: Number(values.flips), moves: Number(values.moves) },
    only: values.only,
    say: (line) => console.error(line),
  })
  console.log(table(tallies))
  process.exitCode = isClean(tallies) ? 0 : 1
} finally {
  tidy()
}
