import { execFile } from 'node:child_process'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import type { App } from './shells/app.ts'
import { expect, expectAccessible, test } from './shells/fixtures.ts'
import { exportBriefAs, useTheme } from './steps.ts'

const question = 'How many North Korean soldiers are in Russia?'
const comparisons = ['Spread', 'Matrix', 'Agreement', 'Independence', 'Timeline', 'Hypotheses']

test.beforeEach(async ({ app }) => {
  await openBriefs(app.page, 'Troop figures')
})

test('a topic is compared in a brief in every way, and goes into the page with its charts', async ({
  app,
  browser,
}) => {
  // Six sections are added, and three pages looked at.
  test.slow()
  const { page } = app
  for (const comparison of comparisons) await addComparison(page, comparison)
  const paper = page.getByRole('article', { name: 'Preview' })
  for (const comparison of comparisons) {
    await expect(paper.getByRole('heading', { name: `${comparison}: ${question}` })).toBeVisible()
  }
  await expect(paper.getByRole('img', { name: /^soldiers: \d+ claims$/ })).toBeVisible()
  await expectAccessible(page)
  await useTheme(page, 'dark')
  await expectAccessible(page)

  const file = await htmlExport(app)
  for (const colorScheme of ['light', 'dark'] as const) {
    const seen = await openedOffline(browser, file, colorScheme)
    await expect(seen.page.getByRole('heading', { level: 1 })).toHaveText(/^North Korean soldiers in Russia/)
    await expect(seen.page.getByRole('img', { name: /^soldiers: \d+ claims$/ })).toBeVisible()
    await expectAccessible(seen.page)
    expect(seen.problems).toEqual([])
    const note = seen.page.locator('[role=doc-noteref]').first()
    await note.click()
    const target = seen.page.locator(':target')
    await expect(target).toHaveAttribute('id', (await note.getAttribute('href'))!.slice(1))
    await target.locator('[role=doc-backlink]').first().click()
    await expect(note).toBeInViewport()
    await seen.close()
  }
})

test('what is looked at in Compare is added to a brief once', async ({ app }) => {
  const { page } = app
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('tab', { name: 'Timeline' }).click()
  await page.getByRole('button', { name: 'Add to a brief' }).click()
  await page.getByRole('menuitem', { name: 'Missiles' }).click()
  await expect(page.getByText('Changed sections of the brief “Missiles”')).toBeVisible()
  await page.getByRole('button', { name: 'Add to a brief' }).click()
  await expect(page.getByRole('menuitem', { name: /Missiles/ })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await openBriefs(page, 'Missiles')
  await expect(page.getByRole('article').getByRole('heading', { name: /^Timeline: / })).toBeVisible()
})

test('the same page is given again, and proved by its manifest', async ({ app }) => {
  const first = await readFile(await htmlExport(app), 'utf8')
  const file = await htmlExport(app)
  expect(await readFile(file, 'utf8')).toBe(first)
  expect(first).not.toMatch(/<script|<link|src=|https?:\/\/(?!\w)/)
})

test('a PDF is printed from that page, and its manifest says from which', async ({ app }) => {
  test.slow()
  const printed = await app.collectExport(() => exportBriefAs(app.page, 'PDF'))
  const bytes = await readFile(printed.path)
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const text = bytes.toString('latin1')
  expect(text.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(1)
  expect(text).not.toMatch(/\/(?:CreationDate|ModDate)/)
  if (app.shell === 'browser') expect(printed.name).toBe('Troop figures.pdf')
})

test('tables of comparisons are exported from the app and the command line alike', async ({ app }) => {
  const { page } = app
  const { path } = await app.collectExport(async () => {
    await page.getByRole('button', { name: 'Tables' }).click()
    await page.getByRole('button', { name: /^Spread/ }).click()
  })
  const rows = parse(await readFile(path), { columns: true }) as Record<string, string>[]
  expect(rows.filter(({ topic }) => topic === question).length).toBeGreaterThan(8)
  const workspace = join(app.dataDir, 'workspaces/Sample.claimtrail')
  const { exit, out } = await claimtrail(['export', workspace, '--table', 'spread'])
  expect(exit).toBe(0)
  expect(out).toBe(await readFile(path, 'utf8'))
})

test('the command line prints the same PDF, proves it, and says what to do without a browser', async ({
  app,
}) => {
  test.slow()
  const workspace = join(app.dataDir, 'workspaces/Sample.claimtrail')
  const file = join(app.dataDir, 'brief.pdf')
  const command = ['export', workspace, '--brief', 'Missiles', '--format', 'pdf']
  expect((await claimtrail(command)).told).toContain('--out')
  expect(await claimtrail([...command, '--out', file])).toMatchObject({ exit: 0 })
  const proved = await claimtrail(['verify-export', file, workspace])
  expect(proved).toMatchObject({ exit: 0, out: '' })
  expect(proved.told).toContain('printed from the page')
  const none = await claimtrail([...command, '--out', `${file}2`], { CLAIMTRAIL_CHROMIUM: '/nowhere' })
  expect(none.exit).toBe(1)
  expect(none.told).toContain('none was found on this machine')
})

async function addComparison(page: Page, comparison: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('menuitem', { name: `Compare: ${question}` }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${comparison}`) }).click()
  await expect(page.getByRole('row', { name: `${comparison}: ${question}` })).toBeVisible()
}

/** Behind a dialog the person chooses the name: a browser opens as a page only what is called one. */
async function htmlExport(app: App): Promise<string> {
  const { path } = await app.collectExport(() => exportBriefAs(app.page, 'HTML'))
  const file = path.endsWith('.html') ? path : `${path}.html`
  if (file !== path) await rename(path, file)
  return file
}

async function openedOffline(browser: Browser, file: string, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ colorScheme, offline: true })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(pathToFileURL(file).href)
  return { page, problems, close: () => context.close() }
}

function claimtrail(args: string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<{ exit: number; out: string; told: string }>((done) => {
    const cli = join(import.meta.dirname, '../out/main/cli.js')
    execFile(
      process.execPath,
      [cli, ...args],
      { maxBuffer: 1 << 26, env: { ...process.env, ...env } },
      (error, out, told) => done({ exit: error ? Number(error.code) : 0, out, told }),
    )
  })
}

async function openBriefs(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Brief' }).click()
  await page
    .getByRole('button', { name: /Brief$/ })
    .and(page.locator('.select-button'))
    .click()
  await page.getByRole('option', { name }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name)
}
