import { Worker } from 'node:worker_threads'
import { inProject } from '../../scripts/lib/paths.mjs'
import { median } from '../lib/stats.mjs'

/** Words that are read in one go, and the time that they may take. */
const words = 10_000
export const limitMs = 300
const rounds = 7

/**
 * How long the program's own thread takes for texts made of the labelled ones: 10,000 words, first with the language model
 * still to be loaded, then as in a session; and 200,000 words until the first page is there and until the last.
 * @param {readonly string[]} texts
 */
export async function measureSpeed(texts) {
  const cold = assistantThread()
  const short = textOf(texts, words)
  const firstMs = await cold.read(short)
  const warm = []
  for (let round = 0; round < rounds; round += 1) warm.push((await cold.read(`${short}\n${round}`)).all)
  const long = await cold.read(textOf(texts, 200_000))
  await cold.end()
  return { words, coldMs: firstMs.all, warmMs: median(warm), long }
}

/** Paragraphs of all texts, again and again, until there are so many words. */
function textOf(/** @type {readonly string[]} */ texts, /** @type {number} */ many) {
  const paragraphs = texts.flatMap((text) => text.split(/\n+/).filter((line) => line.length > 80))
  const chosen = []
  for (let count = 0, index = 0; count < many; index += 1) {
    const paragraph = /** @type {string} */ (paragraphs[index % paragraphs.length])
    chosen.push(paragraph)
    count += paragraph.split(/\s+/).length
  }
  return chosen.join('\n\n')
}

function assistantThread() {
  const worker = new Worker(inProject('out/main/suggest-worker.js'))
  const known = { publishedDate: '2024-11-13', publisher: '', title: '', furniture: [], sources: [] }
  let calls = 0
  /** One page is asked for at a time, and one pair of listeners hears all answers. @type {PromiseWithResolvers<any>} */
  let asked = Promise.withResolvers()
  worker.on('message', (/** @type {import('../../src/main/suggest/worker.ts').SuggestMessage} */ message) => {
    if (message.call !== calls || message.kind !== 'done') return
    if (message.answer.ok) asked.resolve(message.answer.value)
    else asked.reject(new Error(message.answer.error.message))
  })
  worker.on('error', (error) => asked.reject(error))
  const page = (/** @type {string} */ text, /** @type {number} */ from) => {
    calls += 1
    asked = Promise.withResolvers()
    const input = { textHash: text.slice(-20), text, known, from }
    const cancelled = new Int32Array(new SharedArrayBuffer(4))
    worker.postMessage({ call: calls, input, cancelled })
    return asked.promise
  }
  return {
    /** Milliseconds until the first page and until all of them. @param {string} text */
    async read(text) {
      const began = performance.now()
      let first = 0
      for (let from = 0; ; ) {
        const answer = await page(text, from)
        first ||= performance.now() - began
        if (answer.next === null) return { first, all: performance.now() - began }
        from = answer.next
      }
    },
    end: () => worker.terminate(),
  }
}
