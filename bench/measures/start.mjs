import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchBrowser, window as size } from '../lib/browser.mjs'
import { startServer, startShell } from '../lib/shell.mjs'
import { median, timed } from '../lib/stats.mjs'
import { duration } from '../lib/units.mjs'
import { until, watchPages } from '../lib/watch-page.mjs'

/** @typedef {() => Promise<{ address: string, end: () => Promise<void> }>} Starter */

const profile = { id: 'bench', name: 'Analyst', initials: 'AN', colour: 'blue' }
const bareServer = fileURLToPath(new URL('../lib/bare-server.mjs', import.meta.url))

/**
 * From the start of the process to a window that can be used: the sample's article is painted, its library and its
 * marks are there, and the page answers. Beside it the same shell with an empty page.
 * @param {import('../lib/run.mjs').Run} run
 */
export async function start({ folder, repeats, say }) {
  const starts = repeats * 2 - 1
  const first = []
  const again = []
  const bare = []
  for (let repeat = 0; repeat < starts; repeat += 1) {
    const dataDir = join(folder, `start-${repeat}`)
    bare.push(await startOf(() => startServer([bareServer]), 'document.body.innerText.includes("Bare")'))
    first.push(await startOf(() => startShell(dataDir, { profile }), usable))
    again.push(await startOf(() => startShell(dataDir), usable))
    say(`start ${repeat + 1}: ${duration(again[repeat] ?? 0)}, bare ${duration(bare[repeat] ?? 0)}`)
  }
  const [ours, theirs] = [median(again), median(bare)]
  return [
    {
      measure: 'start to usable window with the sample',
      value: `${duration(ours)} (${duration(Math.max(0, ours - theirs))} more)`,
      beside: `a bare window of the same shell: ${duration(theirs)}`,
      aim: 'within 1 s more',
      met: ours - theirs <= 1000,
      note: `the very first start, which makes the sample: ${duration(median(first))}`,
      numbers: { ours, theirs, runs: again, bareRuns: bare, firstStarts: first },
    },
  ]
}

/** True in the page when a person can go to work. */
const usable = `document.querySelector('.reader p') !== null
  && document.querySelector('[role="treeitem"]') !== null
  && document.querySelector('[aria-busy="true"]') === null
  && [...CSS.highlights].some(([name, { size }]) => /^(tag|plain)-/.test(name) && size > 0)`

/** @param {Starter} starter @param {string} condition */
async function startOf(starter, condition) {
  /** @type {(() => Promise<void>)[]} */
  const ends = []
  try {
    const { milliseconds } = await timed(async () => {
      const shell = await starter()
      ends.push(shell.end)
      const browser = await launchBrowser()
      ends.push(() => browser.close())
      const context = await browser.newContext({ viewport: size })
      await watchPages(context)
      const page = await context.newPage()
      await page.goto(shell.address)
      await until(page, condition)
      // Two frames on: painted, and free to answer.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
    })
    return milliseconds
  } finally {
    for (const end of ends.reverse()) await end()
  }
}
