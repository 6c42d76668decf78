import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { inProject } from '../../scripts/lib/paths.mjs'

/** @typedef {{ seq: number, hash: string, commandId: string }} Acknowledged */
/** @typedef {{ code: number | null, signal: string | null, told: string }} Ended */

/**
 * A process of the built command line that applies commands to a workspace until its input ends, or until it is
 * killed. What it says was done is kept.
 * @param {string} workspace
 * @param {string} dataDir
 */
export function startApplier(workspace, dataDir) {
  const child = spawn(process.execPath, [inProject('out', 'main', 'cli.js'), 'apply', workspace], {
    env: environment(dataDir),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  /** @type {Acknowledged[]} */
  const acknowledged = []
  /** @type {{ commandId: string, code: string, message: string }[]} */
  const rejected = []
  let told = ''
  child.stderr.on('data', (data) => {
    told += data
  })
  // Its input breaks when it is killed: its end tells.
  child.stdin.on('error', () => {})
  createInterface({ input: child.stdout }).on('line', (line) => {
    const result = parsed(line)
    if (result === null) return
    if (result.ok) acknowledged.push(result)
    else rejected.push(result)
    look()
  })
  /** @type {{ results: number, done: () => void } | null} */
  let wanted = null
  function look() {
    if (wanted && acknowledged.length + rejected.length >= wanted.results) wanted.done()
  }
  /** @type {Promise<Ended>} */
  const ended = new Promise((done) => {
    child.once('close', (code, signal) => done({ code, signal, told }))
  })
  return {
    acknowledged,
    rejected,
    ended,
    /** @param {readonly object[]} commands */
    send: (commands) =>
      void child.stdin.write(commands.map((command) => `${JSON.stringify(command)}\n`).join('')),
    /** Ends its input, as a script does that has no more to say. */
    finish() {
      child.stdin.end()
      return ended
    },
    kill() {
      child.kill('SIGKILL')
      return ended
    },
    /** Settles when so many results are there, or when it has ended. @param {number} results */
    until(results) {
      return new Promise((done) => {
        wanted = { results, done: () => done(null) }
        look()
        void ended.then(() => done(null))
      })
    },
  }
}

/** A line that a kill cut off was not said. @param {string} line */
function parsed(line) {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** @param {string} dataDir */
export function environment(dataDir) {
  return { ...process.env, CLAIMTRAIL_DATA_DIR: dataDir, NODE_COMPILE_CACHE: inProject('.cache', 'compiled') }
}
