import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { exportBriefAs } from './steps.ts'

test.beforeEach(async ({ app }) => {
  await openBriefs(app.page, 'Troop figures')
})

test('the document is typeset, and a note leads to its words and back', async ({ app }) => {
  const { page } = app
  const paper = page.getByRole('article', { name: 'Preview' })
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText(/^North Korean soldiers in Russia/)
  await expect(paper.getByText('up to 8,000 soldiers').first()).toBeVisible()
  const note = paper.getByRole('button', { name: /^Note 1: open the words in/ }).first()
  const quote = (await note.getAttribute('title'))!.slice(1, -1)
  await note.click()
  const read = page.getByRole('main', { name: 'Read' })
  await expect(read).toBeVisible()
  await expect(read.getByText(quote.slice(0, 40)).first()).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(paper.getByRole('heading', { level: 1 })).toBeVisible()
})

test('sections are ordered by keys, and undo brings the order back', async ({ app }) => {
  const { page } = app
  const titles = page.locator('.brief-section-title')
  const before = await titles.allInnerTexts()
  await page.getByRole('row', { name: before[1] }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(titles.first()).toHaveText(before[1]!)
  await expect(page.getByRole('article').locator('h2').first()).toHaveText(before[1]!)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(titles.first()).toHaveText(before[0]!)
})

test('what is written is kept by itself, shows in the document and survives a restart', async ({ app }) => {
  await app.page.getByRole('row', { name: 'In short' }).click()
  const field = app.page.getByRole('textbox', { name: 'Text', exact: true })
  await field.fill('Two counts, one origin. 🙂\n\nNobody saw them.')
  await expect(app.page.getByRole('article').getByText('Two counts, one origin. 🙂')).toBeVisible()
  await app.restart()
  await openBriefs(app.page, 'Troop figures')
  await expect(app.page.getByRole('article').getByText('Nobody saw them.')).toBeVisible()
})

test('a claim can be worded otherwise here, and get its own words back', async ({ app }) => {
  const claim = app.page.locator('.brief-claim').first()
  const own = (await claim.locator('.brief-statement').textContent())!
  await claim.hover()
  await claim.getByRole('button', { name: 'Word it otherwise in this brief' }).click()
  await app.page.getByRole('textbox', { name: 'Wording in this brief' }).fill('A first transport.')
  await claim.getByRole('button', { name: 'Done' }).click()
  await expect(claim.locator('.brief-statement')).toContainText('A first transport.')
  await claim.hover()
  await claim.getByRole('button', { name: 'Word it otherwise in this brief' }).click()
  await claim.getByRole('button', { name: 'Use the claim’s own words' }).click()
  await expect(claim.locator('.brief-statement')).toHaveText(own)
})

test('the scope narrows the document', async ({ app }) => {
  const summary = app.page.locator('.brief-summary')
  const claims = async () => Number.parseInt((await summary.textContent())!, 10)
  await expect.poll(claims).toBeGreaterThan(0)
  const before = await claims()
  await app.page.getByRole('button', { name: /^Scope/ }).click()
  await app.page.getByRole('button', { name: 'denies' }).click()
  await expect.poll(claims).toBeLessThan(before)
  await expect(app.page.getByRole('button', { name: /^Scope/ })).toContainText('denies')
})

test('the brief and the tables are exported whole, and every quote equals its text', async ({ app }) => {
  const { page } = app
  const markdown = await app.collectExport(() => exportBriefAs(page, 'Markdown'))
  // Behind a dialog the person chooses the name; a browser takes the one proposed.
  if (app.shell === 'browser') expect(markdown.name).toBe('Troop figures.md')
  const text = await readFile(markdown.path, 'utf8')
  expect(text).toMatch(/^# North Korean soldiers in Russia/)
  expect(text).toMatch(/whose hash \(SHA-256\) is `[0-9a-f]{64}`/)
  await expect(page.getByText(`Exported ${markdown.name}`)).toBeVisible()

  const csv = await app.collectExport(async () => {
    await page.getByRole('button', { name: 'Tables' }).click()
    await page.getByText('With a byte order mark').click()
    await page.getByRole('button', { name: /^Evidence/ }).click()
  })
  const bytes = await readFile(csv.path)
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  const rows = parse(bytes, { columns: true, bom: true }) as Record<string, string>[]
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.every(({ claim_id, annotation_id }) => claim_id && annotation_id)).toBe(true)
})

test('a new brief has a section for each topic that has claims', async ({ app }) => {
  await app.page.getByRole('button', { name: 'New brief' }).click()
  await expect(app.page.getByRole('textbox', { name: 'Name' })).toHaveValue('New brief')
  // What is typed next is what it is called.
  await expect(app.page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await expect(app.page.getByRole('row', { name: 'Sources' })).toBeVisible()
  await app.page.getByRole('button', { name: 'More about this brief' }).click()
  await app.page.getByRole('menuitem', { name: /Remove this brief/ }).click()
  await expect(app.page.getByText('Removed the brief “New brief”')).toBeVisible()
})

test('the room is accessible in light and dark', async ({ app }) => {
  await app.page.getByRole('button', { name: /^Scope/ }).click()
  await app.page.getByRole('row', { name: 'In short' }).click()
  await expectAccessibleInBothThemes(app.page)
})

async function openBriefs(page: Page, name: string): Promise<void> {
  // By its button, which is waited for: right after a start nobody listens to keys yet.
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Brief' }).click()
  await page
    .getByRole('button', { name: /Brief$/ })
    .and(page.locator('.select-button'))
    .click()
  await page.getByRole('option', { name }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name)
}
