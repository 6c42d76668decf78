import { Worker } from 'node:worker_threads'
import { inProject } from '../../scripts/lib/paths.mjs'

/* A process with nothing in it but one export: `node export-process.mjs WORKSPACE TARGET [AS_OF]` prints what it took as JSON. */

const [workspace, target, asOf] = process.argv.slice(2)
const subject = { kind: 'table', table: 'claims', format: 'csv', bom: false }
const input = { workspace, subject, asOf: asOf ? Number(asOf) : null, target, version: 'bench' }
const cancelled = new Int32Array(new SharedArrayBuffer(4))

const began = performance.now()
const worker = new Worker(inProject('out/main/job-worker.js'), {
  workerData: { task: 'export', input, cancelled },
})
const peak = { firstHalf: 0, secondHalf: 0 }
/** @type {keyof typeof peak} */
let half = 'firstHalf'
let turned = began
const sample = () => {
  peak[half] = Math.max(peak[half], process.memoryUsage.rss())
}
const sampling = setInterval(sample, 5)
worker.on('message', (message) => {
  sample()
  if (message.kind === 'progress') {
    if (half === 'firstHalf' && message.done * 2 >= message.total) {
      half = 'secondHalf'
      turned = performance.now()
    }
    return
  }
  clearInterval(sampling)
  if (!message.answer.ok) throw new Error(message.answer.error.message)
  const ended = performance.now()
  console.log(JSON.stringify({ milliseconds: ended - began, secondHalfTook: ended - turned, ...peak }))
})
