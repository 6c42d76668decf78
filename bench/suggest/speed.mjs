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
  let calls = 0
  const known = { publishedDate: '2024-11-13', publisher: '', title: '', furniture: [], sources: [] }
  const page = (/** @type {string} */ text, /** @type {number} */ from) => {
    calls += 1
    const call = calls
    return new Promise((resolve, reject) => {
      const listen = (/** @type {import('../../src/main/suggest/worker.ts').SuggestMessage} */ message) => {
        if (message.call !== call || message.kind !== 'done') return
        worker.off('message', listen)
        if (message.answer.ok) resolve(message.answer.value)
        else reject(new Error(message.answer.error.message))
      }
      worker.on('message', listen)
      const input = { textHash: text.slice(-20), text, known, from }
      const cancelled = new Int32Array(new SharedArrayBuffer(4))
      worker.postMessage({ call, input, cancelled })
    })
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
