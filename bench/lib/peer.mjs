import { Worker } from 'node:worker_threads'
import { youngMegabytes } from '../../src/main/engine/client.ts'

/**
 * Runs one of bench/peers/ in a fresh thread, with the memory of the thread that it stands beside: nothing that was
 * measured before weighs on it. Each of those files exports `run(input)`.
 * @param {string} name file name without its ending @param {unknown} input plain data
 * @param {{ besideJob?: boolean }} [options] beside a job’s thread; otherwise beside the engine’s
 * @returns {Promise<any>} what `run` returns
 */
export function runPeer(name, input, { besideJob = false } = {}) {
  const source = `
    import { parentPort, workerData } from 'node:worker_threads'
    const { run } = await import(workerData.module)
    parentPort.postMessage(await run(workerData.input))`
  const module = new URL(`../peers/${name}.mjs`, import.meta.url).href
  const script = new URL(`data:text/javascript,${encodeURIComponent(source)}`)
  const worker = new Worker(script, {
    workerData: { module, input },
    resourceLimits: besideJob ? {} : { maxYoungGenerationSizeMb: youngMegabytes },
  })
  return new Promise((resolve, reject) => {
    worker.once('message', (value) => {
      resolve(value)
      void worker.terminate()
    })
    worker.once('error', reject)
  })
}
