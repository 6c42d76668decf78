import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { App } from './shells/app.ts'
import { expect, test } from './shells/fixtures.ts'
import { command, exportBriefAs } from './steps.ts'

test.beforeEach(async ({ app }) => {
  await openBrief(app.page)
})

test('what was exported is given again, byte for byte, from the past after more work', async ({ app }) => {
  const { page } = app
  const seq = await headOf(page)
  const then = await exportBrief(app)
  await page.getByRole('row', { name: 'In short' }).click()
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Written after the export.')
  await expect(page.getByRole('article').getByText('Written after the export.')).toBeVisible()

  await goTo(page, String(seq))
  await expect(page.getByRole('article').getByText('Written after the export.')).toBeHidden()
  for (const again of [await exportBrief(app), await exportBrief(app)]) {
    expect(await readFile(again.path, 'utf8')).toBe(await readFile(then.path, 'utf8'))
    if (app.shell === 'browser') expect(again.name).toBe(`Troop figures at event ${seq}.md`)
  }

  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'The past' })).toBeHidden()
  const now = await exportBrief(app)
  expect(await readFile(now.path, 'utf8')).toContain('Written after the export.')
})

test('an export comes with a manifest, by which the command line proves it and finds a changed word', async ({
  app,
}) => {
  const seq = await headOf(app.page)
  const { file, manifest } = await exportClaims(app)
  const told = JSON.parse(await readFile(manifest, 'utf8'))
  expect(told).toMatchObject({ workspace: 'Sample', asOf: { seq }, exported: { name: 'claims' } })
  const bytes = await readFile(file)
  expect(told.files[0].sha256).toBe(createHash('sha256').update(bytes).digest('hex'))

  const workspace = join(app.dataDir, 'workspaces/Sample.claimtrail')
  const check = ['verify-export', file, workspace, '--manifest', manifest]
  expect(await claimtrail(check)).toMatchObject({ exit: 0, out: '' })
  await writeFile(file, bytes.toString('utf8').replace('asserts', 'denies '))
  const { exit, out } = await claimtrail(check)
  expect(exit).toBe(1)
  expect(out).toMatch(/\[bytes_differ\]\n {2}file: .*denies .*\n {2}workspace: .*asserts/)
})

test('every kind of export is proved by its manifest on the command line', async ({ app }) => {
  // A dozen starts of the program.
  test.slow()
  const workspace = join(app.dataDir, 'workspaces/Sample.claimtrail')
  const exports = {
    'evidence.csv': ['export', workspace, '--table', 'evidence', '--as-of', '200', '--bom'],
    'brief.md': ['export', workspace, '--brief', 'Missiles'],
    'changes.md': ['changes', workspace, '--from', '100', '--to', '200'],
    'changes.csv': ['changes', workspace, '--from', '0', '--format', 'csv'],
    'replay.html': ['export', workspace, '--replay', '--as-of', '200'],
  }
  for (const [name, command] of Object.entries(exports)) {
    const file = join(app.dataDir, name)
    expect(await claimtrail([...command, '--out', file]), name).toMatchObject({ exit: 0 })
    expect(await claimtrail(['verify-export', file, workspace]), name).toMatchObject({ exit: 0, out: '' })
    if (name.endsWith('.csv')) continue
    const text = await readFile(file, 'utf8')
    await writeFile(file, `${text.slice(0, -20)}x${text.slice(-19)}`)
    const changed = await claimtrail(['verify-export', file, workspace])
    expect(changed.exit, name).toBe(1)
    expect(changed.out, name).toContain('[bytes_differ]')
  }
})

test('a table of the past holds what stood then', async ({ app }) => {
  await goTo(app.page, '0')
  // Before the first brief the palette has the tables.
  const { path } = await app.collectExport(() => command(app.page, 'Export the claims as CSV…'))
  expect(await readFile(path, 'utf8')).toMatch(/^claim_id,[^\n]+\r\n$/)
})

test('claims are filtered by when they entered the workspace', async ({ app }) => {
  const { page } = app
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Claims' }).click()
  const total = page.locator('.claims-total')
  await expect(total).toContainText(/\d/)
  const all = await total.textContent()
  const only = async (when: string) => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Entered', exact: true }).click()
    const field = page.getByRole('dialog', { name: 'Filter by entered' }).getByRole('textbox')
    await field.fill(when)
    await field.press('Enter')
    await page.keyboard.press('Escape')
  }
  await only('25 Nov 2024')
  await expect(page.getByRole('button', { name: 'Entered: 25 Nov 2024', exact: true })).toBeVisible()
  await expect(total).toContainText(all!.match(/\d+/)![0])
  await only('Oct 1999')
  await expect(page.getByText('No claim fits', { exact: true })).toBeVisible()
})

async function openBrief(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Brief' }).click()
  await page
    .getByRole('button', { name: /Brief$/ })
    .and(page.locator('.select-button'))
    .click()
  await page.getByRole('option', { name: 'Troop figures' }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Troop figures')
}

async function goTo(page: Page, word: string): Promise<void> {
  await command(page, 'Go to a moment…')
  await page.getByLabel('Event, moment or time').fill(word)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'The past' })).toContainText(`As of event`)
}

/** The head's number, from the status line. */
async function headOf(page: Page): Promise<number> {
  const told = await page.locator('.status-line').textContent()
  return Number(/event ([\d,]+)/i.exec(told!)![1]!.replaceAll(',', ''))
}

function exportBrief(app: App) {
  return app.collectExport(() => exportBriefAs(app.page, 'Markdown'))
}

/** The claims and their manifest: beside the file where there is a dialog, by the message's button in a browser. */
async function exportClaims(app: App): Promise<{ file: string; manifest: string }> {
  const { page } = app
  const { path } = await app.collectExport(async () => {
    await page.getByRole('button', { name: 'Tables' }).click()
    await page
      .getByRole('button', { name: /^Claims/ })
      .last()
      .click()
  })
  const manifest = `${path}.manifest.json`
  if (app.shell !== 'browser') {
    await expect.poll(() => readFile(manifest, 'utf8').catch(() => '')).toContain('sha256')
    return { file: path, manifest }
  }
  const second = await app.collectExport(() =>
    page.getByRole('button', { name: 'Save its manifest too' }).click(),
  )
  expect(second.path).toBe(manifest)
  return { file: path, manifest }
}

function claimtrail(args: string[]): Promise<{ exit: number; out: string }> {
  const cli = join(import.meta.dirname, '../out/main/cli.js')
  return new Promise((done) => {
    const child = execFile(process.execPath, [cli, ...args], (_, out) => done({ exit: child.exitCode!, out }))
  })
}
