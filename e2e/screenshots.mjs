/*
 * `npm run screenshots`: the pictures of the README, taken of the sample workspace in light and dark, each in a
 * program freshly started. Needs a Chromium; writes docs/pictures/<room>-<theme>.png.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { buildIfStale } from '../scripts/lib/build.mjs'
import { inProject } from '../scripts/lib/paths.mjs'
import { findChromium } from '../src/main/shell-kit/find-chromium.mjs'
import { startApp } from './shells/start-app.ts'
import { introduce } from './steps.ts'

/** @typedef {import('playwright').Page} Page */

/** How each picture is come to. @type {Record<string, (page: Page) => Promise<void>>} */
const scenes = {
  read: async (page) => {
    await room(page, 'Read')
    await page.getByText('Seoul: more than 10,000').first().click()
    await page.getByRole('heading', { level: 1, name: /Seoul: more than 10,000/ }).waitFor()
    await page.keyboard.press('ControlOrMeta+f')
    await page.getByRole('searchbox', { name: 'Find in this article' }).fill('between 11,000 and 12,000')
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await page.getByRole('form', { name: 'New claim' }).waitFor()
  },
  claims: async (page) => {
    await room(page, 'Claims')
    await page
      .getByRole('region', { name: 'Claim details' })
      .getByText(/^Evidence · /)
      .waitFor()
  },
  compare: async (page) => {
    await room(page, 'Compare')
    await page.getByRole('main').getByRole('tab', { name: 'Spread' }).click()
    await page.getByText('American, South Korean').first().waitFor()
  },
  agreement: async (page) => {
    await room(page, 'Compare')
    await page.getByRole('main').getByRole('tab', { name: 'Agreement' }).click()
    await page.getByText('Contradiction', { exact: true }).first().waitFor()
  },
  independence: async (page) => {
    await room(page, 'Compare')
    await page.getByRole('main').getByRole('tab', { name: 'Independence' }).click()
    await page.getByText('How origins are found').waitFor()
  },
  suggestions: async (page) => {
    await room(page, 'Read')
    await page.getByText('Pentagon triples its count').first().click()
    await page.getByRole('heading', { level: 1, name: /Pentagon triples its count/ }).waitFor()
    await page.keyboard.press('ControlOrMeta+Shift+s')
    await page
      .getByRole('tree', { name: /^Suggested in / })
      .getByRole('treeitem')
      .first()
      .waitFor()
  },
  history: async (page) => {
    await room(page, 'History')
    await page.getByText('corroborated').first().click()
  },
  brief: (page) => room(page, 'Brief'),
  codebook: async (page) => {
    await room(page, 'Codebook')
    await page.getByText('force size').first().click()
  },
  // The last: a window that stands in the past stays there.
  past: async (page) => {
    await room(page, 'History')
    await page.getByRole('slider').first().focus()
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowLeft')
    await room(page, 'Read')
    await page.getByText('Seoul: more than 10,000').first().click()
    await page.getByRole('heading', { level: 1, name: /Seoul: more than 10,000/ }).waitFor()
    await room(page, 'Read')
  },
}

if (!(await buildIfStale(process.execPath))) process.exit(1)
const folder = inProject('docs/pictures')
mkdirSync(folder, { recursive: true })
const found = findChromium()
const browser = await chromium.launch({
  ...(found && { executablePath: found.path }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
for (const theme of /** @type {const} */ (['light', 'dark'])) {
  const dataDir = mkdtempSync(join(tmpdir(), 'claimtrail-pictures-'))
  const app = await startApp('browser', browser, dataDir)
  await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await app.page.setViewportSize({ width: 1440, height: 900 })
  await introduce(app.page, 'Analyst')
  for (const [name, show] of Object.entries(scenes)) {
    await show(app.page)
    await app.page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: 'disabled' })
    console.log(`docs/pictures/${name}-${theme}.png`)
  }
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
}
await browser.close()

/** Goes to a room and waits until nothing in it is still loading. @param {Page} page @param {string} name */
async function room(page, name) {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name }).click()
  await page.locator('[aria-busy="true"], [role="progressbar"]').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready)
}
