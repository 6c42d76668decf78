import { join } from 'node:path'
import { launchBrowser, window as size } from '../lib/browser.mjs'
import { besideLimit, besidePeer } from '../lib/figure.mjs'
import { servePeer } from '../lib/recogito.mjs'
import { startShell } from '../lib/shell.mjs'
import { median, percentile } from '../lib/stats.mjs'
import { count, duration } from '../lib/units.mjs'
import { stopwatch, watchPages } from '../lib/watch-page.mjs'
import { makeWorkspace } from '../lib/workspaces.mjs'
import { longArticle } from '../workload/long-article.mjs'

/** @typedef {ReturnType<typeof longArticle>} Articles */

const frame = 1000 / 60
const opens = 5
const adds = 10

/** Opens a long article with many spans and adds some, beside the peer with the same. @param {import('../lib/run.mjs').Run} run */
export async function reader({ folder, sizes, say }) {
  const articles = longArticle(sizes)
  const path = join(folder, 'long.claimtrail')
  await makeWorkspace(path, articles.commands[Symbol.iterator]())
  const browser = await launchBrowser()
  try {
    const ours = await readOurs(browser, join(folder, 'reader'), path, articles)
    say(`opened in ${duration(median(ours.opened))}, a span in ${duration(median(ours.added))}`)
    const theirs = await readPeer(browser, folder, articles)
    say(`the peer in ${duration(median(theirs.opened))}, a span in ${duration(median(theirs.added))}`)
    const measure = `reader, ${count(sizes.words)} words and ${count(sizes.spans)} spans`
    const [open, peerOpen] = [median(ours.opened), median(theirs.opened)]
    return [
      {
        ...besidePeer({
          measure: `${measure}: open to painted`,
          ours: open,
          peer: '@recogito/text-annotator on the same text',
          theirs: peerOpen,
          within: 1 / 5,
          note: `longest task ${duration(Math.max(...ours.longest))}`,
          numbers: { runs: ours.opened, peerRuns: theirs.opened, longestTasks: ours.longest },
        }),
        value: `${duration(open)} (${(peerOpen / open).toFixed(1)}x faster)`,
        aim: '5x faster',
      },
      besideLimit({
        measure: `${measure}: add a span to painted`,
        ours: median(ours.added),
        limit: 2 * frame,
        beside: `two frames: ${duration(2 * frame)}; the peer: ${duration(median(theirs.added))}`,
        aim: 'within two frames',
        note: `slowest of ${ours.added.length}: ${duration(percentile(ours.added, 1))}`,
        numbers: { runs: ours.added, peerRuns: theirs.added },
      }),
    ]
  } finally {
    await browser.close()
  }
}

/**
 * @param {import('playwright').Browser} browser @param {string} dataDir @param {string} openPath
 * @param {Articles} articles
 */
async function readOurs(browser, dataDir, openPath, { profile, long, short, spans }) {
  const shell = await startShell(dataDir, { openPath, profile })
  const context = await browser.newContext({ viewport: size })
  await watchPages(context)
  const page = await context.newPage()
  const opened = []
  const longest = []
  const added = []
  await page.goto(shell.address)
  for (let repeat = 0; repeat < opens; repeat += 1) {
    // A reload forgets what the page has fetched before.
    if (repeat > 0) await page.reload()
    await page.getByRole('treeitem', { name: short.title }).click()
    await page.getByRole('heading', { name: short.title }).waitFor()
    await page.evaluate(() => document.fonts.ready)
    const item = page.getByRole('treeitem', { name: long.title })
    const reading = await stopwatch(page, () => item.click(), `bench.painted() >= ${spans.length}`)
    opened.push(reading.second)
    longest.push(reading.longest)
  }
  for (let repeat = 0; repeat < adds; repeat += 1) {
    const word = await wordAt(page, repeat)
    await page.mouse.dblclick(word.x, word.y)
    await page.waitForFunction(() => String(getSelection()).length > 1)
    const before = await page.evaluate(() => /** @type {any} */ (window).bench.painted())
    const reading = await stopwatch(page, () => page.keyboard.press('1'), `bench.painted() > ${before}`)
    added.push(reading.painted)
    await page.waitForFunction(() => String(getSelection()) === '')
  }
  await context.close()
  await shell.end()
  return { opened, longest, added }
}

/**
 * The middle of a long word on the screen that no span covers.
 * @param {import('playwright').Page} page @param {number} index which of them
 */
function wordAt(page, index) {
  return page.evaluate((wanted) => {
    const marked = [...CSS.highlights]
      .filter(([name]) => /^(tag|plain)-/.test(name))
      .flatMap(([, all]) => [...all])
    const words = []
    for (const paragraph of document.querySelectorAll('.reader p')) {
      const node = paragraph.firstChild
      if (!node || paragraph.getBoundingClientRect().top > innerHeight - 160) continue
      for (const { 0: word, index: start } of (node.textContent ?? '').matchAll(/\b[a-z]{9,}\b/g)) {
        const isMarked = marked.some(
          (range) =>
            range.startContainer === node &&
            range.startOffset < start + word.length &&
            range.endOffset > start,
        )
        if (isMarked) continue
        const range = document.createRange()
        range.setStart(node, start)
        range.setEnd(node, start + word.length)
        const boxes = range.getClientRects()
        const [box] = boxes
        if (boxes.length === 1 && box && box.top > 160 && box.bottom < innerHeight - 120)
          words.push({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
      }
    }
    const word = words[(wanted * 7) % words.length]
    if (!word) throw new Error('there is no free word on the screen')
    return word
  }, index)
}

/** @param {import('playwright').Browser} browser @param {string} folder @param {Articles} articles */
async function readPeer(browser, folder, { long: { text }, spans }) {
  const peer = await servePeer(folder)
  const opened = []
  const added = []
  for (let repeat = 0; repeat < 3; repeat += 1) {
    const page = await browser.newPage({ viewport: size })
    await page.goto(peer.address)
    opened.push(
      await page.evaluate(([all, marks]) => /** @type {any} */ (window).peer.open(all, marks), [text, spans]),
    )
    for (let index = 0; index < adds; index += 1) {
      const start = text.indexOf(' ', 50 * index) + 1
      const span = { id: `added-${index}`, start, end: text.indexOf(' ', start) }
      added.push(
        await page.evaluate(([all, mark]) => /** @type {any} */ (window).peer.add(all, mark), [text, span]),
      )
    }
    await page.close()
  }
  peer.close()
  return { opened, added }
}
