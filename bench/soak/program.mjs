import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { inProject } from '../../scripts/lib/paths.mjs'
import { envelopeType, packEnvelope, unpackEnvelope } from '../../src/contract/envelope.ts'
import { openInspector } from './inspector.mjs'

/**
 * The whole built program behind its browser shell, without a window, asked as its page asks.
 * @param {{ dataDir: string, temporary: string }} folders `temporary` stands for the system's folder of that kind
 */
export async function startProgram({ dataDir, temporary }) {
  const args = ['--inspect=127.0.0.1:0', inProject('out', 'main', 'browser.js'), '--no-window', '--keep']
  const child = spawn(process.execPath, args, {
    env: { ...process.env, CLAIMTRAIL_DATA_DIR: dataDir, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  const words = [
    said(child.stderr, /ws:\/\/\S+/),
    said(child.stdout, /http:\/\/127\.0\.0\.1:\d+\/#start=\S+/),
  ]
  const [inspected = '', start = ''] = await Promise.all(words)
  const inspector = await openInspector(inspected)
  const { origin, hash } = new URL(start)
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  const key = (await send('POST', '/session', hash.replace('#start=', ''))).toString()

  return {
    /** Answers the value; a problem is thrown. @param {string} name @param {unknown} [input] @returns {Promise<any>} */
    async ask(name, input = {}) {
      const answer = /** @type {any} */ (
        unpackEnvelope(await send('POST', '/request', key, packEnvelope({ name, input })))
      )
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
      return answer.value
    },
    /** Fetches an export, as the page does. @param {string} path */
    download: (path) => send('GET', path, key),
    /** Listens to what the program tells, as an open page does, until the returned function is called. */
    async listen() {
      const sent = request(`${origin}/events`, { headers: { authorization: `Bearer ${key}` } })
      sent.end()
      const [response] = await once(sent, 'response')
      response.resume()
      response.on('error', () => {})
      return () => sent.destroy()
    },
    /** @returns {Promise<Sample>} */
    async sample() {
      const heaps = await inspector.heaps()
      return {
        ...heaps,
        resident: residentBytes(child.pid ?? 0),
        handles: process.platform === 'linux' ? readdirSync(`/proc/${child.pid}/fd`).length : 0,
        files: filesIn(dataDir) + filesIn(temporary),
      }
    },
    async end() {
      inspector.close()
      agent.destroy()
      child.kill('SIGTERM')
      await ended
    },
  }

  /** @param {string} method @param {string} path @param {string} shown @param {Uint8Array} [body] */
  async function send(method, path, shown, body) {
    const headers = {
      origin,
      authorization: `Bearer ${shown}`,
      ...(body && { 'content-type': envelopeType }),
    }
    const sent = request(origin + path, { method, headers, agent })
    sent.end(body)
    const [response] = await once(sent, 'response')
    const answered = await buffer(response)
    if (response.statusCode !== 200) throw new Error(`${path}: ${response.statusCode} ${answered}`)
    return answered
  }
}

/** @typedef {import('./inspector.mjs').Heaps & { resident: number, handles: number, files: number }} Sample */

/** @param {import('node:stream').Readable} stream @param {RegExp} words @returns {Promise<string>} */
function said(stream, words) {
  return new Promise((done) => {
    let text = ''
    stream.on('data', (data) => {
      text = `${text}${data}`.slice(-10_000)
      const found = words.exec(text)
      if (found) done(found[0])
    })
  })
}

/** @param {number} pid */
function residentBytes(pid) {
  if (process.platform !== 'linux') return 0
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}

/** @param {string} folder @returns {number} */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => isFile(join(folder, String(name)))).length
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
