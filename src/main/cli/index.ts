import packageJson from '../../../package.json' with { type: 'json' }
import { dataDir } from '../shell-kit/data-dir.ts'
import { beginRun } from '../targets/begin.ts'
import { processIo } from './io.ts'
import { run } from './run.ts'

beginRun(dataDir())
process.exitCode = await run(process.argv.slice(2), processIo(), packageJson.version)
// Standard input may stay open at a terminal; nothing is left to do with it.
process.stdin.unref?.()
