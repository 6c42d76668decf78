/*
 * Makes a fresh clone ready: `npm start` and `npm test` run it first. It needs nothing but Node 18 and npm. What is
 * already right costs next to nothing and prints nothing; what was tried in vain is remembered until the lock file
 * changes, or until `npm run setup -- --again`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { findChromium } from '../src/main/shell-kit/find-chromium.mjs'
import { chromiumRuns, installChromium } from './lib/chromium.mjs'
import { findElectron, installElectron } from './lib/electron.mjs'
import { fitNode, installFitNode, isFit, isPinnedNode, linkFitNode, packagedNode } from './lib/fit-node.mjs'
import { installPackages, lockHash, packagesMatchLock } from './lib/packages.mjs'
import { inProject } from './lib/paths.mjs'
import { lastWords } from './lib/run.mjs'

const forStart = process.argv.includes('--for=start')
const stampFile = inProject('node_modules/.claimtrail-setup.json')

const lock = lockHash()
let stamp = readStamp()

if (stamp.lock !== lock) await layPackages()
const node = await provideNode()
await provideElectron(node)
if (!forStart || !findElectron()) await provideChromium(node)

async function layPackages() {
  if (!packagesMatchLock()) {
    say('Packages: installing what package-lock.json lists ...')
    const { code, output } = await installPackages()
    if (code !== 0) stop(`Packages: npm ci failed: ${lastWords(output)}`, output)
    say('Packages: installed.')
  }
  remember({ lock })
}

async function provideNode() {
  if (isFit(process.version)) return process.execPath
  if (isPinnedNode()) {
    linkFitNode()
    return packagedNode
  }
  say(
    `Node: ${process.version} is too old for the database (22.14 is needed); fetching a newer one beside it ...`,
  )
  const { code, output } = await installFitNode()
  const installed = fitNode()
  if (!installed) {
    return stop(
      `Node: it could not be had (${lastWords(output)}). Install Node 22.14 or newer and start again.`,
    )
  }
  linkFitNode()
  const earlier = `the newer one could not be had (${lastWords(output)}); the one fetched before serves`
  say(`Node: ${code === 0 ? 'ready' : earlier}, for this project only.`)
  return installed
}

/** @param {string} fit */
async function provideElectron(fit) {
  if (findElectron() || stamp.electron === 'not to be had') return
  say("Electron: asking its own installer for the binary, which is not part of npm's package ...")
  const { code, output } = await installElectron(fit)
  if (code === 0 && findElectron()) return say('Electron: ready.')
  remember({ electron: 'not to be had' })
  const reason = code === 124 ? 'it took longer than five minutes' : lastWords(output)
  say(`Electron: its binary is not to be had here (${reason}). The window of a Chromium serves instead.`)
}

/** @param {string} fit */
async function provideChromium(fit) {
  const found = findChromium()
  if (found && stamp.chromium === found.path) return
  if (found && (await chromiumRuns(found.path))) {
    say(`Chromium: ${found.path}; ${found.why}.`)
    return remember({ chromium: found.path })
  }
  if (stamp.chromium === 'not to be had') return
  say('Chromium: none here that starts; trying to get one ...')
  const { path, line } = await installChromium(fit)
  remember({ chromium: path ?? 'not to be had' })
  say(line)
}

function readStamp() {
  if (process.argv.includes('--again') || !existsSync(stampFile)) return {}
  return JSON.parse(readFileSync(stampFile, 'utf8'))
}

/** @param {Record<string, string>} facts */
function remember(facts) {
  stamp = { ...stamp, ...facts }
  writeFileSync(stampFile, `${JSON.stringify(stamp, null, 2)}\n`)
}

/** @param {string} line */
function say(line) {
  console.log(line)
}

/** @param {string} line @param {string} [details] @returns {never} */
function stop(line, details) {
  if (details) console.error(details)
  console.error(line)
  process.exit(1)
}
