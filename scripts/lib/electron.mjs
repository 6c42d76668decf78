import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { inProject } from './paths.mjs'
import { run } from './run.mjs'

/** A closed network is noticed at once; this bounds a network that neither answers nor refuses. */
const downloadSeconds = 300

/**
 * Finds an Electron binary without downloading one.
 * @returns {{ path: string, why: string } | null}
 */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const path = join(override, binaryName())
    if (existsSync(path)) return { path, why: 'ELECTRON_OVERRIDE_DIST_PATH names it' }
  }
  const own = ownBinary()
  if (own) return { path: own, why: 'the package brought it' }
  const names = process.platform === 'win32' ? ['electron.exe'] : ['electron']
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    // The package's own `electron` command is a script that would try to download a binary.
    if (folder === '' || folder.includes(`node_modules${sep}.bin`)) continue
    for (const name of names) {
      if (existsSync(join(folder, name))) return { path: join(folder, name), why: 'it is on the PATH' }
    }
  }
  return null
}

/** Asks Electron's own installer for the binary. @param {string} node a Node of 22.12 or newer */
export function installElectron(node) {
  return run(node, [inProject('node_modules/electron/install.js')], { seconds: downloadSeconds })
}

function ownBinary() {
  const pathFile = inProject('node_modules/electron/path.txt')
  if (!existsSync(pathFile)) return null
  const path = inProject('node_modules/electron/dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : null
}

function binaryName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
