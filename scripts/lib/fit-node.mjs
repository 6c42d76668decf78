import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { lockOf, pins } from './fit-node-pins.mjs'
import { inProject } from './paths.mjs'
import { npm, run } from './run.mjs'

/** better-sqlite3 13 needs Node 22.14: on an older one it ends the process without a word. */
const oldestFit = { major: 22, minor: 14 }

const system = `${process.platform}-${process.arch}`
const packagedIn = inProject('.cache/fit-node')
const lockFile = join(packagedIn, 'package-lock.json')

/** The Node that `installFitNode` lays outside node_modules, where `npm ci` does not remove it. */
export const packagedNode = nodeIn(packagedIn)

/** @param {string} version such as `v20.20.2` */
export function isFit(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > oldestFit.major || (major === oldestFit.major && minor >= oldestFit.minor)
}

/** A Node that can run the program: this one where it is new enough, else the packaged one, else null. */
export function fitNode() {
  if (isFit(process.version)) return process.execPath
  return existsSync(packagedNode) ? packagedNode : null
}

/** True where the packaged Node is the one that is pinned now. */
export function isPinnedNode() {
  const pin = pins[system]
  if (!pin || !existsSync(packagedNode) || !existsSync(lockFile)) return false
  return readFileSync(lockFile, 'utf8') === textOf(lockOf(pin).lock)
}

/**
 * Brings the pinned Node beside the machine's own, which stays as it is. Its bytes have the SHA-512 that stands in
 * fit-node-pins.mjs, or nothing is unpacked, and what was there before stays.
 */
export async function installFitNode(pin = pins[system], folder = packagedIn) {
  if (!pin) return { code: 1, output: `error: no Node is pinned for ${system}` }
  const { manifest, lock } = lockOf(pin)
  const fresh = `${folder}-new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  writeFileSync(join(fresh, 'package.json'), textOf(manifest))
  writeFileSync(join(fresh, 'package-lock.json'), textOf(lock))
  const args = ['ci', '--prefix', fresh, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const installed = await npm(args, { cwd: fresh, seconds: 300 })
  if (installed.code !== 0) return installed
  const tried = await run(nodeIn(fresh), ['--version'], { seconds: 20 })
  if (tried.output.trim() !== `v${pin.version}`) return { code: 1, output: tried.output }
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
  return { code: 0, output: '' }
}

/** Puts the packaged Node first on the PATH of npm scripts: npm places node_modules/.bin before all else. */
export function linkFitNode() {
  const windows = process.platform === 'win32'
  const link = inProject('node_modules/.bin', windows ? 'node.cmd' : 'node')
  if (windows) {
    writeFileSync(link, `@"${packagedNode}" %*\r\n`)
    return
  }
  if (existsSync(link) && readlinkSync(link) === packagedNode) return
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(packagedNode, link)
}

/** @param {string} folder */
function nodeIn(folder) {
  return join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** @param {object} value */
function textOf(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}
