import { existsSync, mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inProject } from './paths.mjs'
import { npm, run } from './run.mjs'

/** better-sqlite3 13 needs Node 22.14: on an older one it ends the process without a word. */
const oldestFit = { major: 22, minor: 14 }
const packaged = '24.9.0'

/** The Node that `installFitNode` lays outside node_modules, where `npm ci` does not remove it. */
export const packagedNode = inProject(
  '.cache/fit-node/node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

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

/** Brings a newer Node from the npm package `node`, beside the machine's own, which stays as it is. */
export async function installFitNode() {
  const prefix = inProject('.cache/fit-node')
  mkdirSync(prefix, { recursive: true })
  writeFileSync(inProject('.cache/fit-node/package.json'), '{ "private": true }\n')
  // This one package needs its install script: it chooses the build for this system.
  const args = [
    'install',
    '--prefix',
    prefix,
    '--no-save',
    '--ignore-scripts=false',
    '--no-audit',
    '--no-fund',
  ]
  const installed = await npm([...args, '--loglevel=error', `node@${packaged}`], {
    cwd: prefix,
    seconds: 300,
  })
  if (installed.code !== 0) return installed
  const tried = await run(packagedNode, ['--version'], { seconds: 20 })
  return tried.output.trim() === `v${packaged}` ? { code: 0, output: '' } : { code: 1, output: tried.output }
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
