import { join } from 'node:path'
import { launchBrowser, window as size } from '../lib/browser.mjs'
import { besideLimit } from '../lib/figure.mjs'
import { untilClaims } from '../lib/run.mjs'
import { startShell } from '../lib/shell.mjs'
import { mean } from '../lib/stats.mjs'
import { count, duration } from '../lib/units.mjs'
import { stopwatch, until, watchFrames, watchPages } from '../lib/watch-page.mjs'
import { makeWorkspace } from '../lib/workspaces.mjs'

/** @typedef {import('playwright').Page} Page */

const frame = 1000 / 60
const profile = { id: 'bench', name: 'Analyst', initials: 'AN', colour: 'blue' }
const repeats = 3

const marks = "document.querySelectorAll('.chart [data-mark]').length"
/** True in the page when the rows of a spread are on the screen. */
const spreadDrawn = `${marks} > 10`
const pointsDrawn = `document.querySelectorAll('.chart .mark circle.hit').length > 10`
const lanesDrawn = `document.querySelectorAll('.chart .mark rect.hit').length > 10`
const matrixDrawn = "document.querySelectorAll('.matrix-cell').length > 1"

/** Draws and pans the charts and the matrix of a topic with many claims in the real window. @param {import('../lib/run.mjs').Run} run */
export async function compareCharts({ folder, sizes, say }) {
  const claims = sizes.comparedClaims
  const path = join(folder, 'compare.claimtrail')
  await makeWorkspace(path, untilClaims(claims, { seed: 6, mostTopics: 1, days: 400 }))
  const shell = await startShell(join(folder, 'compare'), { openPath: path, profile })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: size })
    await watchPages(context)
    const page = await context.newPage()
    await page.goto(shell.address)
    const drawn = await draw(page)
    say(`drawn in ${duration(Math.max(...drawn.map(({ taken }) => mean(taken))))} at most`)
    const panned = await pan(page, sizes.scrollSeconds)
    const measure = `compare, ${count(claims)} claims in a topic`
    const each = drawn.map(({ name, taken }) => `${name} ${duration(mean(taken))}`)
    return [
      besideLimit({
        measure: `${measure}: press to chart or matrix painted, slowest of ${drawn.length}`,
        ours: Math.max(...drawn.map(({ taken }) => mean(taken))),
        limit: 1000,
        beside: `one frame: ${duration(frame)}`,
        aim: 'under 1 s',
        note: each.join(', '),
        numbers: { drawn },
      }),
      ...panned.map(({ name, perSecond, ...told }) => ({
        ...besideLimit({
          measure: `${measure}: ${name} for ${sizes.scrollSeconds} seconds, longest task`,
          ours: told.longest,
          limit: 50,
          beside: `one frame: ${duration(frame)}`,
          aim: 'no task over 50 ms, 60 frames a second',
          note: `${perSecond.toFixed(0)} frames a second; frames: median ${duration(told.median)}, p99 ${duration(told.p99)}; ${told.tasks} tasks over 50 ms`,
          numbers: { ...told, perSecond },
        }),
        met: told.longest <= 50 && perSecond >= 58,
        ...(told.longest === 0 && { value: 'none over 50 ms' }),
      })),
    ]
  } finally {
    await browser.close()
    await shell.end()
  }
}

/**
 * From the press until the picture is painted, the question to the engine included; each after a reload, so that the page has
 * no answer yet. The room itself is the first: there the engine works out the topic too.
 * @param {Page} page
 */
async function draw(page) {
  const tab = (/** @type {string} */ name) => page.getByRole('tab', { name, exact: true })
  const said = page.getByRole('radio', { name: 'When it was said' })
  /** @type {{ name: string, press: () => Promise<unknown>, before: () => Promise<unknown>, there: string }[]} */
  const pictures = [
    {
      name: 'room with its spread',
      before: async () => {},
      press: () => room(page, 'Compare').click(),
      there: spreadDrawn,
    },
    {
      name: 'spread along time',
      before: () => openCompare(page),
      press: () => said.click({ force: true }),
      there: pointsDrawn,
    },
    {
      name: 'matrix',
      before: () => openCompare(page),
      press: () => tab('Matrix').click(),
      there: matrixDrawn,
    },
    {
      name: 'timeline',
      before: () => openCompare(page),
      press: () => tab('Timeline').click(),
      there: lanesDrawn,
    },
  ]
  const drawn = []
  for (const { name, press, before, there } of pictures) {
    const taken = []
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      await fresh(page)
      await before()
      taken.push((await stopwatch(page, press, there)).painted)
    }
    drawn.push({ name, taken })
  }
  return drawn
}

/** A page that remembers no answer, in another room, with Compare as it is for a new user. @param {Page} page */
async function fresh(page) {
  if (await page.getByRole('tab', { name: 'Spread', exact: true }).isVisible()) {
    await page.getByRole('tab', { name: 'Spread', exact: true }).click()
    await page.getByRole('radio', { name: 'Figures' }).click({ force: true })
    await until(page, spreadDrawn)
  }
  await room(page, 'Read').click()
  // What the screen remembers is saved while the page goes; a view that were not would never show its spread below.
  await page.reload()
  await room(page, 'Compare').waitFor()
  await page.evaluate(() => document.fonts.ready)
}

/** @param {Page} page */
async function openCompare(page) {
  await room(page, 'Compare').click()
  await until(page, spreadDrawn)
}

/** @param {Page} page @param {string} name */
function room(page, name) {
  return page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name })
}

/** @param {Page} page @param {number} seconds */
async function pan(page, seconds) {
  await fresh(page)
  await openCompare(page)
  const rows = await watch(page, seconds, () => page.mouse.wheel(0, 200))
  await page.locator('.compare-panel').evaluate((panel) => panel.scrollTo(0, 0))
  await page.getByRole('radio', { name: 'When it was said' }).click({ force: true })
  await until(page, pointsDrawn)
  await zoomIn(page)
  const points = await watch(page, seconds, sideways(page))
  await page.getByRole('tab', { name: 'Timeline', exact: true }).click()
  await until(page, lanesDrawn)
  await zoomIn(page)
  const lanes = await watch(page, seconds, sideways(page))
  await page.getByRole('tab', { name: 'Matrix', exact: true }).click()
  await until(page, matrixDrawn)
  const matrix = await watch(page, seconds, () => page.mouse.wheel(0, 60), '.matrix')
  return [
    { name: 'scroll the spread', ...rows },
    { name: 'pan the spread along time', ...points },
    { name: 'pan the timeline', ...lanes },
    { name: 'scroll the matrix', ...matrix },
  ]
}

/** @param {Page} page */
async function zoomIn(page) {
  await page.locator('.chart [data-mark]').first().focus()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('+')
}

/** There and back along the axis. @param {Page} page */
function sideways(page) {
  let turns = 0
  return () => {
    turns += 1
    return page.mouse.wheel(turns % 40 < 20 ? 40 : -40, 0)
  }
}

/** @param {Page} page @param {number} seconds @param {() => Promise<void>} step @param {string} [selector] */
async function watch(page, seconds, step, selector = '.chart') {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error('the chart is not on the screen')
  await page.mouse.move(box.x + box.width / 2, Math.min(box.y + box.height / 2, size.height - 120))
  let took = 0
  const told = await watchFrames(page, async () => {
    const began = performance.now()
    while (performance.now() - began < seconds * 1000) await step()
    took = performance.now() - began
  })
  return { ...told, perSecond: told.frames / (took / 1000) }
}
