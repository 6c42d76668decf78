import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './paths.mjs'

/**
 * Runs a program and waits for its end. Never rejects: a program that cannot start has code 127, one that was
 * stopped because its time was up has code 124.
 * @param {string} command a program, no shell reads it
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number, show?: boolean }} [options]
 *   `show` passes the program's output on to this terminal; without it the output is only returned
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = process.env, seconds = 0, show = false } = options
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // On Windows npm and its tools are .cmd files, which only a shell can start.
      shell: process.platform === 'win32' && /\.(cmd|bat)$/i.test(command),
      // Its own group, so that a time limit also ends what the program started.
      detached: seconds > 0 && process.platform !== 'win32',
    })
    let output = ''
    let timeUp = false
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    const timer = seconds > 0 ? setTimeout(stop, seconds * 1000) : undefined
    // A group of its own does not hear the terminal's Ctrl+C.
    if (seconds > 0) process.once('SIGINT', stop)
    child.on('error', (error) => finish(127, error.message))
    child.on('close', (code) => finish(timeUp ? 124 : (code ?? 1)))

    function stop() {
      timeUp = true
      try {
        if (process.platform === 'win32') child.kill()
        else process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL')
      } catch (error) {
        // ESRCH: it ended by itself in this very moment, which is what was wanted.
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
      }
    }
    /** @param {number} code @param {string} [more] */
    function finish(code, more = '') {
      clearTimeout(timer)
      process.removeListener('SIGINT', stop)
      done({ code, output: output + more })
    }
  })
}

/**
 * Runs npm: the very npm that started this script where there is one, else the one beside Node, else the PATH's.
 * @param {string[]} args
 * @param {{ cwd?: string, seconds?: number, show?: boolean }} [options]
 */
export function npm(args, options) {
  const beside = join(dirname(process.execPath), process.platform === 'win32' ? 'npm.cmd' : 'npm')
  const own = process.env.npm_execpath
  if (own && /\.c?js$/.test(own)) return run(process.execPath, [own, ...args], options)
  return run(existsSync(beside) ? beside : process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}

/** The last line of a program's output that says something, for a one-line report. @param {string} output */
export function lastWords(output) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /error|fail|cannot|denied|not found/i.test(line) && !/^at /.test(line))
  return (lines[0] ?? 'no reason given').slice(0, 160)
}
