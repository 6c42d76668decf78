/** The entry of the browser shell: `node out/main/browser.js [--keep] [--no-window] [file.claimtrail]`. */
import { resolve } from 'node:path'
import packageFile from '../../../package.json' with { type: 'json' }
import { startProgram } from '../program/program.ts'
import { readArguments } from '../shell-kit/arguments.ts'
import { whenAskedToEnd } from '../shell-kit/asked-to-end.ts'
import { dataDir } from '../shell-kit/data-dir.ts'
import { oneLine } from '../shell-kit/terminal-text.ts'
import { beginRun } from '../targets/begin.ts'
import { runBrowserShell } from './shell.ts'

const read = readArguments(process.argv.slice(2), process.cwd())
if (!read.ok) {
  console.error(oneLine(read.error.message))
  process.exit(2)
}

const folder = dataDir()
beginRun(folder)
const starting = runBrowserShell({
  arguments: read.value,
  dataDir: folder,
  pages: resolve(import.meta.dirname, '../renderer'),
  startProgram: (lent, openPath) =>
    startProgram({
      shell: lent,
      dataDir: folder,
      version: packageFile.version,
      ...(openPath && { openPath }),
    }),
  say: (line) => console.log(oneLine(line)),
})

whenAskedToEnd(() => void starting.then((shell) => shell?.end()))
const shell = await starting
await shell?.ended
process.exit(0)
