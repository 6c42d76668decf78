import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../src/main/shell-kit/find-chromium.mjs'
import type { App } from './shells/app.ts'
import { chromiumSwitches } from './shells/chromium-switches.ts'
import { expect, expectAccessible, test } from './shells/fixtures.ts'
import { command } from './steps.ts'

const topic = 'How many North Korean soldiers are in Russia?'

const opened: Browser[] = []

test.afterEach(async () => {
  for (const browser of opened.splice(0)) await browser.close()
})

test('the size is told before, and the file plays in a plain page without a network', async ({ app }) => {
  const file = await handOn(app)
  const { page, requests, problems } = await openOffline(file)
  await expect(page).toHaveTitle(/^Replay: /)
  await expect(page.getByRole('button', { name: /✓ The chain holds: \d+ events/ })).toBeVisible()
  const slider = page.getByRole('slider', { name: 'Moment' })
  await expect(slider).toHaveAttribute('aria-valuenow', '0')
  await expect(page.getByText('No claim yet at this moment.')).toBeVisible()

  // Step by key.
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /^1 of [\d,]+: Joined as /)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuenow', '1')

  // Play.
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('100')
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  const last = (await slider.getAttribute('aria-valuemax'))!
  await expect(slider).toHaveAttribute('aria-valuenow', last, { timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await expect(page.locator('.event-line').last()).toBeVisible()

  // Scrub.
  const box = (await slider.boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + 20)
  await expect(slider).not.toHaveAttribute('aria-valuenow', last)
  await page.getByRole('listbox', { name: 'Claims at this moment' }).getByRole('option').first().click()
  await page.getByRole('button', { name: 'Show its words' }).click()
  await expect(page.locator('.text .look').first()).toBeInViewport()
  expect(requests).toEqual([])
  expect(problems).toEqual([])
})

test('a topic’s replay holds only its own, and says what was left out', async ({ app }) => {
  const file = await handOn(app, { topic, around: true })
  const { page } = await openOffline(file)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Replay: ${topic}`)
  await expect(
    page.getByText(/^.* up to event \d+, \d+ of \d+ events; the others were left out$/),
  ).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByText(/characters are not in this replay/).first()).toBeAttached()
  await page.getByRole('button', { name: /✓ The chain holds for the \d+ events inside/ }).click()
  const about = page.getByRole('dialog', { name: 'About this replay' })
  await expect(about).toContainText(/links lead to events that are not in this file/)
  await expect(about).toContainText(/Claims: \d+; \d+ others were left out/)
  // A claim, a topic and a tag of which nothing may be inside.
  const html = await readFile(file, 'utf8')
  expect(html).not.toContain('What struck Dnipro on 21 November?')
})

test('a file that was altered says so', async ({ app }) => {
  const file = await handOn(app)
  const html = await readFile(file, 'utf8')
  const altered = join(app.dataDir, 'altered.html')
  expect(html).toContain('North Korean soldiers will be 12,000')
  await writeFile(
    altered,
    html.replace('North Korean soldiers will be 12,000', 'North Korean soldiers will be 92,000'),
  )
  const { page } = await openOffline(altered)
  await page.getByRole('button', { name: '✗ The chain does not hold: this file was altered.' }).click()
  await expect(page.getByRole('dialog')).toContainText(
    /Event \d+ \(claim\.made\) was altered after it was written/,
  )
})

for (const theme of ['light', 'dark'] as const) {
  test(`the page has no barriers in ${theme}, wide and narrow`, async ({ app }) => {
    const { page } = await openOffline(await handOn(app), theme)
    await page.keyboard.press('End')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expect(page.getByRole('button', { name: /✓ The chain holds/ })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: /✓ The chain holds/ }).click()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 720, height: 430 })
    await page.getByRole('button', { name: 'Article', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Text of the article' })).toBeVisible()
    await expectAccessible(page)
  })
}

test('the dialog has no barriers', async ({ app }) => {
  await command(app.page, 'Share a replay')
  await expect(app.page.getByRole('dialog').getByText(/^\d+ kB: all/)).toBeVisible()
  await expectAccessible(app.page)
})

test('markup and scripts in a text are words like others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'claimtrail-evil-'))
  const at = (name: string) => join(folder, name)
  const evil =
    '</script><script>window.hit=1</script><img src="https://example.org/x.png" onerror="window.hit=2"> <!-- \u2028 \u202eRTL\u202c'
  await writeFile(at('evil.txt'), `A title for it\n\n${evil}\n\n<style>*{display:none}</style> ends it.\n`)
  for (const args of [
    ['new', at('evil.claimtrail')],
    ['import', at('evil.claimtrail'), at('evil.txt'), '--by', 'Test Analyst'],
    ['export', at('evil.claimtrail'), '--replay', '--out', at('evil.html')],
  ]) {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../out/main/cli.js'), ...args])
  }
  const { page, requests, problems } = await openOffline(at('evil.html'))
  await page.keyboard.press('End')
  await expect(page.getByRole('region', { name: 'Text of the article' })).toContainText(evil.slice(0, 60))
  await expect(page.locator('img, .text style, .text script')).toHaveCount(0)
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  expect({ requests, problems }).toEqual({ requests: [], problems: [] })
  await rm(folder, { recursive: true })
})

/** Exports a replay through the dialog. */
async function handOn(app: App, choice: { topic?: string; around?: boolean } = {}): Promise<string> {
  const { page } = app
  await command(page, 'Share a replay')
  const dialog = page.getByRole('dialog', { name: 'Share a replay' })
  if (choice.topic) {
    await dialog.getByRole('button', { name: /Everything/ }).click()
    await page.getByRole('option', { name: choice.topic }).click()
  }
  if (choice.around) await dialog.getByRole('radio', { name: 'Only around the spans' }).click()
  const size = dialog.getByText(choice.topic ? /kB: \d+ of \d+ events/ : /kB: all \d+ events/)
  await expect(size).toBeVisible()
  const { path } = await app.collectExport(() => dialog.getByRole('button', { name: 'Export' }).click())
  await expect(page.getByText(/^Exported /)).toBeVisible()
  // A dialog's prepared answer has no ending, and without one a browser shows the file as plain text.
  const replay = `${path.replace(/\.html$/, '')}.html`
  await rename(path, replay)
  return replay
}

/** Opens a file in a browser of its own that has no network, and notes every request and every complaint. */
async function openOffline(file: string, colorScheme: 'light' | 'dark' = 'light') {
  const own = findChromium()
  const browser = await chromium.launch({
    ...(own && { executablePath: own.path }),
    args: chromiumSwitches(),
  })
  opened.push(browser)
  const context = await browser.newContext({
    colorScheme,
    viewport: { width: 1280, height: 800 },
  })
  await context.setOffline(true)
  const page = await context.newPage()
  const requests: string[] = []
  const problems: string[] = []
  const address = pathToFileURL(file).href
  page.on('request', (request) => request.url() !== address && requests.push(request.url()))
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await page.goto(address)
  await expect(page.getByRole('slider', { name: 'Moment' })).toBeVisible()
  return { page, requests, problems }
}
