import { join } from 'node:path'
import { launchBrowser, window as size } from '../lib/browser.mjs'
import { besideLimit } from '../lib/figure.mjs'
import { startShell } from '../lib/shell.mjs'
import { mean } from '../lib/stats.mjs'
import { count, duration } from '../lib/units.mjs'
import { stopwatch, until, watchFrames, watchPages } from '../lib/watch-page.mjs'

/** @typedef {import('playwright').Page} Page */

const frame = 1000 / 60
const profile = { id: 'bench', name: 'Analyst', initials: 'AN', colour: 'blue' }

/** True in the page when every line on the screen has its claim. */
const filled = `document.querySelector('.claims-table:not([data-waiting])') !== null
  && document.querySelectorAll('.claims-body .claims-row').length > 10
  && ![...document.querySelectorAll('.claims-body .claims-bar')].some((bar) => {
    const { top, bottom } = bar.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })`

/** True in the page when the table shows every claim. */
const everyClaim = `!/ of /.test(document.querySelector('.claims-total').textContent) && ${filled}`

/** Filters, sorts and scrolls the table of all claims in the real window. @param {import('../lib/run.mjs').Run} run */
export async function claimsTable({ folder, sizes, say, claimsWorkspace }) {
  const { path, claims } = await claimsWorkspace()
  const shell = await startShell(join(folder, 'claims-table'), { openPath: path, profile })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: size })
    await watchPages(context)
    const page = await context.newPage()
    await page.goto(shell.address)
    await openClaims(page)
    const sorts = await sort(page)
    say(`sorted in ${duration(slowest(sorts))} at most`)
    const filters = await filter(page)
    say(`filtered in ${duration(slowest(filters))} at most`)
    const scrolled = await scroll(page, sizes.scrollSeconds)
    const measure = `claims table, ${count(claims)} rows`
    return [
      besideOneFrame(`${measure}: filter to rows painted, slowest of`, filters),
      besideOneFrame(`${measure}: sort to rows painted, slowest of`, sorts),
      {
        ...besideLimit({
          measure: `${measure}: scroll ${sizes.scrollSeconds} seconds, longest task`,
          ours: scrolled.longest,
          limit: 50,
          beside: `one frame: ${duration(frame)}`,
          aim: 'no task over 50 ms',
          note: `${scrolled.tasks} tasks over 50 ms; frames: median ${duration(scrolled.median)}, p99 ${duration(scrolled.p99)}; ${count(scrolled.lines)} lines passed`,
          numbers: scrolled,
        }),
        ...(scrolled.longest === 0 && { value: 'none over 50 ms' }),
      },
    ]
  } finally {
    await browser.close()
    await shell.end()
  }
}

/** Goes to the claims. @param {Page} page */
async function openClaims(page) {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Claims' }).click()
  await until(page, filled)
  await page.evaluate(() => document.fonts.ready)
}

/** @param {Page} page @returns {Promise<Record<string, number[]>>} milliseconds by what it sorts by, one way and the other; no query comes twice, since the page would have its answer */
async function sort(page) {
  const { taken, note } = notes()
  const headings = page.locator('.claims-heading')
  for (const column of await headings.evaluateAll((all) => all.map((one) => one.dataset.column ?? ''))) {
    const heading = page.locator(`.claims-heading[data-column="${column}"]`)
    for (let way = 0; way < 2; way += 1) {
      const before = await heading.getAttribute('aria-sort')
      const sorted = `document.querySelector('.claims-heading[data-column="${column}"]').ariaSort !== '${before}'`
      const press = () => heading.click({ position: { x: 20, y: 10 } })
      note(column, (await stopwatch(page, press, `${sorted} && ${filled}`)).painted)
    }
  }
  return taken
}

/** @param {Page} page @returns {Promise<Record<string, number[]>>} milliseconds by what it filters by */
async function filter(page) {
  const { taken, note } = notes()
  for (const [title, values] of /** @type {const} */ ([
    ['Status', ['disputed', 'refuted', 'withdrawn']],
    ['Stance', ['denies', 'cannot confirm', 'asserts']],
  ])) {
    for (const value of values) {
      await page.getByRole('button', { name: 'Filter', exact: true }).click()
      await page.getByRole('menuitem', { name: title, exact: true }).click()
      const option = page.getByRole('dialog').getByRole('option', { name: value })
      await option.waitFor()
      note(title.toLowerCase(), (await stopwatch(page, () => option.click(), await changed(page))).painted)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: `Remove the filter ${title}` }).click()
      await until(page, everyClaim)
    }
  }
  const search = page.getByRole('searchbox', { name: 'Search claims' })
  for (const word of ['soldiers', 'border', 'Łódź']) {
    await search.click()
    await page.keyboard.insertText(word)
    note('search', (await stopwatch(page, () => page.keyboard.press('Enter'), await changed(page))).painted)
    await search.fill('')
    await page.keyboard.press('Enter')
    await until(page, everyClaim)
  }
  return taken
}

function notes() {
  /** @type {Record<string, number[]>} */
  const taken = {}
  const note = (/** @type {string} */ name, /** @type {number} */ value) => {
    taken[name] = [...(taken[name] ?? []), value]
  }
  return { taken, note }
}

/** True in the page when the table tells another number of claims than now, and shows them. @param {Page} page */
async function changed(page) {
  const total = await page.locator('.claims-total').textContent()
  return `document.querySelector('.claims-total').textContent !== ${JSON.stringify(total)} && ${filled}`
}

/** Scrolls by the wheel, as fast as a person who looks for something. @param {Page} page @param {number} seconds */
async function scroll(page, seconds) {
  const box = await page.locator('.claims-table').boundingBox()
  if (!box) throw new Error('the table is not on the screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const told = await watchFrames(page, async () => {
    const end = performance.now() + seconds * 1000
    while (performance.now() < end) await page.mouse.wheel(0, 400)
    await until(page, filled)
  })
  const lines = await page.evaluate(() => {
    const table = document.querySelector('.claims-table')
    const row = document.querySelector('.claims-body .claims-row')
    return Math.round((table?.scrollTop ?? 0) / (row?.getBoundingClientRect().height ?? 1))
  })
  return { ...told, lines }
}

/** The slowest kind counts, each by its mean. @param {Record<string, number[]>} kinds */
function slowest(kinds) {
  return Math.max(...Object.values(kinds).map(mean))
}

/** @param {string} measure @param {Record<string, number[]>} kinds */
function besideOneFrame(measure, kinds) {
  const each = Object.entries(kinds).map(([name, taken]) => `${name} ${duration(mean(taken))}`)
  return besideLimit({
    measure: `${measure} ${each.length}`,
    ours: slowest(kinds),
    limit: 100,
    beside: `one frame: ${duration(frame)}`,
    aim: 'under 100 ms',
    note: each.join(', '),
    numbers: { kinds },
  })
}
