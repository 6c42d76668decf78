import packageJson from '../../../package.json' with { type: 'json' }
import { dataDir } from '../shell-kit/data-dir.ts'
import { beginRun } from '../targets/begin.ts'
import { decideTarget } from '../targets/target.ts'
import { processIo } from './io.ts'
import { run } from './run.ts'

const io = processIo()
beginRun(dataDir())
const output = decideTarget('-')
if (!output.ok) {
  // A shell has led standard output into a workspace (`>> w.claimtrail`): whatever is printed would damage it.
  console.error(`${output.error.message} [${output.error.code}]`)
  process.exit(2)
}
const exitCode = await run(process.argv.slice(2), io, packageJson.version)
// Whoever stopped it waits for its end, and standard input may never come to one.
const stoppedWith = io.stoppedWith()
if (stoppedWith !== null) process.exit(stoppedWith)
process.exitCode = exitCode
// Standard input may stay open at a terminal; nothing is left to do with it.
process.stdin.unref?.()
