/** The entry of the desktop shell. */
import { resolve } from 'node:path'
import { app, dialog } from 'electron'
import packageFile from '../../../package.json' with { type: 'json' }
import { startProgram } from '../program/program.ts'
import { readArguments } from '../shell-kit/arguments.ts'
import { dataDir } from '../shell-kit/data-dir.ts'
import { oneLine } from '../shell-kit/terminal-text.ts'
import { beginRun } from '../targets/begin.ts'
import { runDesktop } from './desktop.ts'

// An unpackaged start has Electron's own switches and the program's folder before what the person gave.
const given = process.argv.slice(1).filter((argument) => !argument.startsWith('-'))
const read = readArguments(app.isPackaged ? given : given.slice(1), process.cwd())
if (!read.ok) {
  console.error(oneLine(read.error.message))
  app.exit(2)
} else {
  const folder = dataDir()
  beginRun(folder)
  // Not awaited here: Electron gets ready only after this module has been evaluated.
  runDesktop({
    arguments: read.value,
    dataDir: folder,
    pages: resolve(import.meta.dirname, '../renderer'),
    startProgram: (shell, openPath) =>
      startProgram({ shell, dataDir: folder, version: packageFile.version, ...(openPath && { openPath }) }),
  }).catch((error: unknown) => {
    console.error(error)
    dialog.showErrorBox('Claimtrail could not start', error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
}
