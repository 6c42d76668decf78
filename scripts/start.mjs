/*
 * `npm start [-- file.claimtrail]`: builds what is out of date and opens the program: in Electron where its binary
 * is, else in a window of the machine's own Chromium, else behind an address to open.
 */
import { resolve } from 'node:path'
import { buildIfStale } from './lib/build.mjs'
import { findElectron } from './lib/electron.mjs'
import { fitNode } from './lib/fit-node.mjs'
import { follow } from './lib/follow.mjs'
import { whenNpmIsGone } from './lib/npm-gone.mjs'
import { inProject, root } from './lib/paths.mjs'

const node = fitNode()
if (!node) {
  console.error(
    'This Node is too old for Claimtrail and no newer one is beside it. Run `npm run setup` first.',
  )
  process.exit(2)
}
if (!(await buildIfStale(node))) process.exit(1)

const electron = findElectron()
const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
const inChromium =
  "Claimtrail opens in a window of this machine's own Chromium: Electron's binary is not here " +
  '(`npm run setup -- --again` asks for it once more).'
const atAnAddress =
  'Claimtrail serves its window at an address to open: there is no display to show a window on.'
const given = process.argv.slice(2).map(fromCallersFolder)

// Terminals inside Electron programs set this for themselves; Electron would start as a bare Node.
const { ELECTRON_RUN_AS_NODE: _unset, ...env } = process.env

if (electron && display) {
  console.log(`Claimtrail opens in Electron: ${electron.why}.`)
  // Chromium's sandbox cannot be had by root; nobody else gives it up.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  follow(electron.path, [...sandbox, root, ...given], { cwd: root, env })
} else {
  console.log(display ? inChromium : atAnAddress)
  follow(node, [inProject('out/main/browser.js'), ...given], { cwd: root, env })
}

whenNpmIsGone(() => process.exit(143))

/** npm runs scripts in the project's folder; a file is meant from where the person stands. @param {string} argument */
function fromCallersFolder(argument) {
  return argument.startsWith('-') ? argument : resolve(process.env.INIT_CWD ?? process.cwd(), argument)
}
