import { existsSync, readFileSync } from 'node:fs'
import { findChromium } from '../../src/main/shell-kit/find-chromium.mjs'
import { inProject } from './paths.mjs'
import { lastWords, run } from './run.mjs'

/**
 * Gets a Chromium onto this machine: Playwright's own, else Debian's package where that is possible.
 * @param {string} node a fit Node
 * @returns {Promise<{ path?: string, line: string }>} `line` is the one plain line to print
 */
export async function installChromium(node) {
  if (process.env.CLAIMTRAIL_CHROMIUM) {
    const line = `Chromium: CLAIMTRAIL_CHROMIUM names ${process.env.CLAIMTRAIL_CHROMIUM}, which is not there.`
    return { line }
  }
  const fromPlaywright = await playwrightChromium(node)
  if (fromPlaywright.path) return { ...fromPlaywright, line: 'Chromium: downloaded by Playwright.' }
  const fromDebian = isRootOnDebian() ? await debianChromium() : { reason: '' }
  if (fromDebian.path) return { path: fromDebian.path, line: 'Chromium: installed from the Debian package.' }
  const reasons = [`Playwright's download: ${fromPlaywright.reason}`, fromDebian.reason].filter(Boolean)
  const advice = 'Install Chromium, Chrome or Edge, or name one in CLAIMTRAIL_CHROMIUM'
  return { line: `Chromium: none found and none to be had (${reasons.join('; ')}). ${advice}.` }
}

/** A browser that is there but lacks system libraries is of no use: it must at least tell its version. */
export async function chromiumRuns(/** @type {string} */ path) {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true
  return (await run(path, ['--version', '--no-sandbox'], { seconds: 30 })).code === 0
}

/** @param {string} node */
async function playwrightChromium(node) {
  const cli = inProject('node_modules/playwright/cli.js')
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' }
  const { code, output } = await run(node, [cli, 'install', 'chromium'], { seconds: 300, env })
  if (code !== 0) return { reason: lastWords(output) }
  const found = findChromium()
  if (!found) return { reason: 'it is not where it was expected' }
  return (await chromiumRuns(found.path)) ? { path: found.path } : { reason: 'it lacks system libraries' }
}

async function debianChromium() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { seconds: 120, env })
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium']
  const { code, output } = await run('apt-get', args, { seconds: 600, env })
  const found = findChromium()
  return code === 0 && found ? { path: found.path } : { reason: `Debian's package: ${lastWords(output)}` }
}

function isRootOnDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
