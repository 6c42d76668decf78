import { readdirSync, statSync } from 'node:fs'
import { withEngine } from '../lib/engine.mjs'
import { besideLimit, besidePeer } from '../lib/figure.mjs'
import { runPeer } from '../lib/peer.mjs'
import { percentile, timed } from '../lib/stats.mjs'
import { count, duration, megabytes } from '../lib/units.mjs'
import { makeRandom } from '../workload/random.mjs'

/**
 * The past of a large workspace: the first look, which reads the whole log once, then jumps and steps.
 * @param {import('../lib/run.mjs').Run} run @param {string} path @param {number} events
 */
export async function past({ sizes, say }, path, events) {
  const peer = await runPeer('read-and-parse', { workspace: path })
  return withEngine(async (engine) => {
    /** @param {number} seq @param {string} name @param {object} input */
    const ask = (seq, name, input) =>
      engine.call('queryAsOf', { path, seq, name: /** @type {any} */ (name), input, analyst: null })
    const first = (await timed(() => ask(events, 'tags.list', {}))).milliseconds
    say(`read the log for the past in ${duration(first)}`)
    const random = makeRandom(8)
    const somewhere = () => Math.ceil(events / 20) + random.int(events - Math.ceil(events / 20))
    const articles = /** @type {{ id: string }[]} */ (await ask(events, 'articles.list', {}))
    // Work goes from article to article: the one that was open at an event.
    const openAt = (/** @type {number} */ seq) => {
      // A little earlier, as some articles take more events than others: it must have been there.
      const at = Math.floor((seq / events) * articles.length * 0.95) - 5
      return { id: /** @type {{ id: string }} */ (articles[Math.max(0, at)]).id }
    }

    const claims = { query: emptyQuery, offset: 0, limit: 50 }
    /** @type {Record<'marks' | 'library' | 'claims', number[]>} */
    const jumps = { marks: [], library: [], claims: [] }
    for (let jump = 0; jump < sizes.jumps; jump += 1) {
      const seq = somewhere()
      jumps.marks.push(await milliseconds(() => ask(seq, 'article.marks', openAt(seq))))
    }
    for (let jump = 0; jump < Math.ceil(sizes.jumps / 10); jump += 1) {
      jumps.library.push(await milliseconds(() => ask(somewhere(), 'articles.list', {})))
      jumps.claims.push(await milliseconds(() => ask(somewhere(), 'claims.page', claims)))
    }
    /** @type {number[]} */
    const steps = []
    for (let place = 0; place < 10; place += 1) {
      let seq = somewhere()
      const open = openAt(seq)
      await ask(seq, 'article.marks', open)
      for (let step = 0; step < 40; step += 1) {
        seq = Math.min(events, Math.max(1, seq + (step < 20 ? 1 : -1)))
        steps.push(await milliseconds(() => ask(seq, 'article.marks', open)))
      }
    }
    const between = await differ(path, events, Math.min(100_000, events))
    const log = statSync(path).size
    return [
      besideLimit({
        measure: `the past of ${count(events)} events: jump to any, the open article’s marks, p95 of ${jumps.marks.length}`,
        ours: percentile(jumps.marks, 0.95),
        limit: 200,
        aim: 'under 200 ms',
        beside: `reading every event once: ${duration(peer.milliseconds)}`,
        note: `median ${duration(percentile(jumps.marks, 0.5))}; the library p95 ${duration(percentile(jumps.library, 0.95))}, the claims table p95 ${duration(percentile(jumps.claims, 0.95))}`,
        numbers: jumps,
      }),
      besideLimit({
        measure: `the past of ${count(events)} events: step forward or back one event, p95 of ${steps.length}`,
        ours: percentile(steps, 0.95),
        limit: 1000 / 60,
        aim: 'under one frame',
        beside: `one frame: ${duration(1000 / 60)}`,
        numbers: { steps },
      }),
      between,
      {
        ...besidePeer({
          measure: `the past of ${count(events)} events: first look, once each time the program runs`,
          ours: first,
          peer: 'read and JSON.parse of the same rows',
          theirs: peer.milliseconds,
          within: 0,
        }),
        aim: 'none set',
        met: null,
      },
      {
        measure: `the past of ${count(events)} events: what it keeps`,
        value: `nothing in the workspace; ${megabytes(temporaryBytes())} of temporary file while it is looked at`,
        beside: `the workspace: ${megabytes(log)}`,
        aim: 'under 25 % of the log’s size',
        met: temporaryBytes() < log / 4,
        numbers: { temporary: temporaryBytes(), workspace: log },
      },
    ]
  })
}

/** What changed over the last events, beside reading them. @param {string} path @param {number} to @param {number} events */
async function differ(path, to, events) {
  const peer = await runPeer('read-and-parse', { workspace: path, after: to - events })
  const { milliseconds } = await withEngine(async (engine) => {
    const asked = (/** @type {number} */ from) => ({
      path,
      asked: { from, to, tables: [], offset: 0, limit: 50 },
    })
    // Nothing differs here: the thread is up, as the peer's is, and has the file open.
    await engine.call('changes', asked(to))
    return timed(() => engine.call('changes', asked(to - events)))
  })
  return besidePeer({
    measure: `what changed between two moments ${count(events)} events apart`,
    ours: milliseconds,
    peer: 'read and JSON.parse of those events',
    theirs: peer.milliseconds,
    within: 3,
  })
}

/** The claims table as it opens: every claim, the newest first. */
const emptyQuery = {
  text: '',
  ...Object.fromEntries(
    ['topicIds', 'sourceIds', 'articleIds', 'tagIds', 'analystIds', 'statuses', 'stances', 'qualifiers']
      .concat(['credibilities', 'confidences', 'likelihoods', 'warnings'])
      .map((filter) => [filter, []]),
  ),
  ...Object.fromEntries(
    ['eventFrom', 'eventTo', 'saidFrom', 'saidTo', 'enteredFrom', 'enteredTo'].map((filter) => [
      filter,
      null,
    ]),
  ),
  sort: { column: 'entered', descending: true },
  group: null,
}

/** @param {() => Promise<unknown>} work */
async function milliseconds(work) {
  return (await timed(work)).milliseconds
}

/** SQLite’s temporary files have no name any more; on Linux this process still lists them. */
function temporaryBytes() {
  if (process.platform !== 'linux') return 0
  let bytes = 0
  for (const file of readdirSync('/proc/self/fd')) {
    const { size, nlink } = statSync(`/proc/self/fd/${file}`, { throwIfNoEntry: false }) ?? {
      size: 0,
      nlink: 1,
    }
    if (nlink === 0) bytes += size
  }
  return bytes
}
