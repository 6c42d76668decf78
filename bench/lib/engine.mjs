import { pathToFileURL } from 'node:url'
import { inProject } from '../../scripts/lib/paths.mjs'
import { startEngine as startClient } from '../../src/main/engine/client.ts'

/** @typedef {import('../../src/main/engine/protocol.ts').EngineMethods} EngineMethods */

const script = pathToFileURL(inProject('out/main/engine-worker.js'))

/**
 * The built engine in its worker threads, through the client that the program speaks to it by: one call, one answer. A
 * problem is thrown, since a bench cannot go on after one.
 */
export function startEngine() {
  const client = startClient(script)
  return {
    /**
     * @template {keyof EngineMethods} M
     * @param {M} method @param {EngineMethods[M]['input']} input
     * @returns {Promise<EngineMethods[M]['output']>}
     */
    async call(method, input) {
      const answer = await client.call(method, input)
      if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
      return answer.value
    },
    end: () => client.end(),
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
