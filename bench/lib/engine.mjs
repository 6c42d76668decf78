import { Worker } from 'node:worker_threads'
import { inProject } from '../../scripts/lib/paths.mjs'

/** @typedef {import('../../src/main/engine/protocol.ts').EngineMethods} EngineMethods */

/**
 * The built engine in its worker thread, spoken to as the program does: one call, one answer. A problem is thrown,
 * since a bench cannot go on after one.
 */
export function startEngine() {
  const worker = new Worker(inProject('out/main/engine-worker.js'))
  /** @type {Map<number, { resolve(value: any): void, reject(error: Error): void }>} */
  const pending = new Map()
  let calls = 0
  worker.on('message', (message) => {
    if (message.kind !== 'answer') return
    const call = pending.get(message.call)
    pending.delete(message.call)
    if (message.answer.ok) call?.resolve(message.answer.value)
    else call?.reject(new Error(`${message.answer.error.code}: ${message.answer.error.message}`))
  })
  worker.on('error', (error) => {
    for (const { reject } of pending.values()) reject(/** @type {Error} */ (error))
  })

  return {
    /**
     * @template {keyof EngineMethods} M
     * @param {M} method @param {EngineMethods[M]['input']} input
     * @returns {Promise<EngineMethods[M]['output']>}
     */
    call(method, input) {
      calls += 1
      worker.postMessage({ call: calls, method, input, cancelled: null })
      return new Promise((resolve, reject) => pending.set(calls, { resolve, reject }))
    },
    async end() {
      await this.call('close', null)
      await worker.terminate()
    },
  }
}

/** @typedef {ReturnType<typeof startEngine>} Engine */

/** Runs one thing on an engine of its own. @template T @param {(engine: Engine) => Promise<T>} work */
export async function withEngine(work) {
  const engine = startEngine()
  try {
    return await work(engine)
  } finally {
    await engine.end()
  }
}
