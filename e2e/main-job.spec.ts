import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { RequestInput, RequestName, RequestOutput } from '../src/contract/requests.ts'
import type { Answer } from '../src/contract/wire.ts'
import type { App } from './shells/app.ts'
import { ask as askRaw } from './shells/ask.ts'
import { expect, test } from './shells/fixtures.ts'
import { command, exportBriefAs, introduce } from './steps.ts'

const seeds = new URL('../seeds/articles/', import.meta.url).pathname
const files = [
  '02-pyongyang-rejects-claim.txt',
  '03-pentagon-ten-thousand.txt',
  '12-meridian-category-page.txt',
]

test.use({ firstStart: true })

test('from files to a brief whose every line leads back to its words', async ({ app }) => {
  test.setTimeout(180_000)
  app.page.setDefaultTimeout(15_000)
  await introduce(app.page)
  await newWorkspace(app, 'Troops')
  await importFiles(app.page, files)

  await openArticle(app.page, 'Pentagon triples its count')
  await markLineAsFurniture(app.page)
  await claim(app.page, 'about 10,000 North Korean soldiers', 'Pentagon', 'How many soldiers?')
  await openArticle(app.page, 'Envoy calls troop reports')
  await claim(app.page, 'At least 3,000 soldiers', 'White House', 'How many soldiers?')

  await relate(app.page)
  await writeBrief(app.page, 'Figures')
  const { path } = await app.collectExport(() => exportBriefAs(app.page, 'Markdown'))
  const markdown = await readFile(path, 'utf8')
  expect(markdown).toContain('## How many soldiers?')
  expect(markdown).toContain('about 10,000')
  expect(markdown).toContain('at least 3,000')
  expect(markdown).toMatch(/\[\^1\]:/)
  await expectQuotesToEqualTheirTexts(app.page)

  const before = await ask(app.page, 'status', {})
  await app.restart()
  await expect.poll(() => ask(app.page, 'status', {})).toEqual(before)
  const { undo } = await ask(app.page, 'undo.state', {})
  await expect(app.page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled()
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(app.page.getByText(`Undid: ${undo?.label}`)).toBeVisible()
  await app.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(app.page.getByText(`Redid: ${undo?.label}`)).toBeVisible()
  const report = await ask(app.page, 'workspace.verify', { job: 'verify' })
  expect(report.findings).toEqual([])
})

async function newWorkspace(app: App, name: string): Promise<void> {
  if (app.shell !== 'browser') await app.chooseFile('save', join(app.dataDir, `${name}.claimtrail`))
  await command(app.page, 'New workspace')
  const dialog = app.page.getByRole('dialog', { name: 'New workspace' })
  await dialog.getByRole('textbox').fill(name)
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByText('No articles yet').first()).toBeVisible()
}

/** Imports the files as proposed; the category page becomes its articles. */
async function importFiles(page: Page, names: readonly string[]): Promise<void> {
  await page.keyboard.press('ControlOrMeta+i')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(names.map((name) => seeds + name))
  await expect(page.getByRole('button', { name: 'Import 8 articles' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('Imported 8 articles')).toBeVisible()
}

async function openArticle(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Read' }).click()
  await page.getByText(title).first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

async function markLineAsFurniture(page: Page): Promise<void> {
  await select(page, 'The figure travelled fast')
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: /page furniture folded: other/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
}

/** Selects words by finding them, makes a claim, its speaker and its topic on the spot. */
async function claim(page: Page, words: string, speaker: string, topic: string): Promise<void> {
  await select(page, words)
  await page.keyboard.press('c')
  const form = page.getByRole('form', { name: 'New claim' })
  await pickOrMake(page, 'Speaker', speaker)
  await pickOrMake(page, 'Topic', topic)
  await form.getByRole('button', { name: 'Add claim' }).click()
  await expect(page.getByText(/^Claimed “/).first()).toBeVisible()
}

async function select(page: Page, words: string): Promise<void> {
  await page.getByRole('document', { name: /./ }).last().focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('searchbox', { name: 'Find in this article' }).fill(words)
  await expect(page.getByText(/^1 of /)).toBeVisible()
  await page.keyboard.press('Escape')
}

async function pickOrMake(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  if ((await field.inputValue()) === name) return
  await field.fill(name)
  await page.getByRole('option', { name }).first().click()
  await expect(field).toHaveValue(name)
}

async function relate(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Claims' }).click()
  const cells = page.getByRole('grid').getByRole('gridcell', { name: /soldiers|North Kore/ })
  await cells.first().click()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Relate two claims' })
  await dialog.getByRole('button', { name: 'Relate', exact: true }).click()
  await expect(dialog).toBeHidden()
  expect((await ask(page, 'claims.page', { query: {}, offset: 0, limit: 10 })).rows[0]?.relations).toBe(1)
}

async function writeBrief(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Brief' }).click()
  await page
    .getByRole('button', { name: /new brief|write a brief|make a brief/i })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Preview' }).getByText('How many soldiers?')).toBeVisible()
}

async function expectQuotesToEqualTheirTexts(page: Page): Promise<void> {
  const articles = await ask(page, 'articles.list', {})
  for (const { id, textHash } of articles) {
    const { text } = await ask(page, 'article.text', { textHash })
    const { annotations } = await ask(page, 'article.marks', { id })
    for (const { start, end, quote } of annotations) expect(quote).toBe(text.slice(start, end))
  }
}

/** The answer's value; a problem fails the spec. */
async function ask<Name extends RequestName>(
  page: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer = (await askRaw(page, name, input)) as Answer<RequestOutput<Name>>
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value
}
