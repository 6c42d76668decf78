import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../../scripts/lib/paths.mjs'

/**
 * Starts the built program behind its browser shell, without a window of its own, and waits for its start address.
 * @param {string} dataDir made where it is missing
 * @param {{ openPath?: string, profile?: object }} [options] `profile`: the analyst, known from an earlier start
 * @returns {Promise<{ address: string, end: () => Promise<void> }>} the address opens one browser
 */
export function startShell(dataDir, { openPath, profile } = {}) {
  mkdirSync(dataDir, { recursive: true })
  if (profile) writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ profile }))
  const args = [inProject('out/main/browser.js'), '--no-window', '--keep', ...(openPath ? [openPath] : [])]
  return startServer(args, { CLAIMTRAIL_DATA_DIR: dataDir })
}

/**
 * Starts a Node program that prints the address it serves.
 * @param {string[]} args @param {Record<string, string>} [env]
 * @returns {Promise<{ address: string, end: () => Promise<void> }>}
 */
export function startServer(args, env = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise((done) => child.once('exit', done))
  const end = async () => {
    child.kill('SIGTERM')
    await gone
  }
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (data) => {
      output += data
      const address = /^http:\/\/127\.0\.0\.1:\d+\/\S*$/m.exec(output)?.[0]
      if (address) resolve({ address, end })
    })
    child.once('exit', (code) => reject(new Error(`the shell ended with ${code}: ${output}`)))
  })
}
