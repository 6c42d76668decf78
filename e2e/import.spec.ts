import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { paste } from './steps.ts'

const report = [
  'Harbour authority counts nine barges',
  '',
  'By Lena Falk',
  '3 March 2025',
  '',
  'The harbour authority said on Monday that nine barges had left the northern basin during the night.',
  '',
  'A spokesman would not say what they carried. The number is higher than the six that were reported before.',
  '',
  'Most Popular',
  'Ten ways to cook lentils',
  'A garden in the rain',
  '',
].join('\n')

test('a pasted article is shown with every proposal before it is imported', async ({ app }) => {
  await paste(app.page, report)
  const dialog = app.page.getByRole('dialog', { name: 'Import articles' })
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(
    'Harbour authority counts nine barges',
  )
  await expect(dialog.getByRole('textbox', { name: 'Author' })).toHaveValue('Lena Falk')
  await expect(dialog.getByRole('textbox', { name: 'Published' })).toHaveValue('3 Mar 2025')
  await expect(dialog.getByRole('checkbox', { name: /most popular/ })).toBeChecked()
  await dialog.getByRole('textbox', { name: 'Publisher' }).fill('Harbour Wire')
  await app.page.keyboard.press('ControlOrMeta+Enter')
  await expect(app.page.getByText('Imported “Harbour authority counts nine barges”')).toBeVisible()
  await expect(dialog).toBeHidden()
})

test('lines are marked as furniture, and articles are split and joined, by key', async ({ app }) => {
  await paste(app.page, report)
  const dialog = app.page.getByRole('dialog', { name: 'Import articles' })
  await dialog.getByRole('option', { name: /A spokesman/ }).click()
  await app.page.keyboard.press('f')
  await expect(dialog.getByRole('checkbox', { name: /marked by you/ })).toBeChecked()
  await app.page.keyboard.press('t')
  await expect(dialog.getByRole('checkbox', { name: /marked by you/ })).toHaveCount(0)
  await app.page.keyboard.press('s')
  await expect(dialog.getByRole('button', { name: /Import 2 articles/ })).toBeVisible()
  await dialog.getByRole('button', { name: /A spokesman would not say/ }).click()
  await dialog.getByRole('button', { name: 'Join to the part before' }).click()
  await expect(dialog.getByRole('button', { name: /Import 1 article\b/ })).toBeVisible()
})

test('the same text twice is refused with the way to the first', async ({ app }) => {
  await paste(app.page, report)
  await app.page.keyboard.press('ControlOrMeta+Enter')
  await expect(app.page.getByText('Imported “Harbour authority')).toBeVisible()
  await paste(app.page, report)
  const dialog = app.page.getByRole('dialog', { name: 'Import articles' })
  await expect(dialog.getByText('This text is already in the workspace')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /Import 0 articles/ })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Open it' }).click()
  await expect(dialog).toBeHidden()
  await expect(app.page.getByRole('main', { name: 'Read' })).toBeVisible()
})

test('files of several encodings are read, and one that is no text is named', async ({ app }) => {
  await app.page.keyboard.press('ControlOrMeta+i')
  await chooseFiles(app.page, [
    {
      name: 'latin.txt',
      buffer: Buffer.from('Caf\xe9 reopens\n\nThe caf\xe9 on the quay is open again.\n', 'latin1'),
    },
    {
      name: 'wide.txt',
      buffer: Buffer.from('\ufeffSecond file\n\nFour boats came back on Tuesday.\n', 'utf16le'),
    },
    { name: 'picture.txt', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3]) },
  ])
  const dialog = app.page.getByRole('dialog', { name: 'Import articles' })
  await expect(dialog.getByText(/windows-1252/i).first()).toBeVisible()
  await expect(dialog.getByText('1 file could not be read')).toBeVisible()
  await dialog.getByRole('button', { name: /Import 2 articles/ }).click()
  await expect(app.page.getByText('Imported 2 articles')).toBeVisible()
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(app.page.getByText('Undid: import 2 articles')).toBeVisible()
})

test('a folder gives its files of every kind, and names those that are left out', async ({ app }) => {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-folder-'))
  for (const name of ['a.txt', 'b.markdown', 'c.text', 'deep/D.MD', 'e.xyz', 'deep/.f.txt', '.git/g.txt']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(
      join(folder, name),
      `Report ${name} from the quay\n\nFour boats came back to ${name} on Tuesday.\n`,
    )
  }
  // What lies outside stays outside: the browser gives no links of a folder.
  const outside = `${folder}-outside.txt`
  writeFileSync(outside, 'A secret of another folder\n\nIt is not to come in.\n')
  symlinkSync(outside, join(folder, 'out.txt'))
  await app.page.keyboard.press('ControlOrMeta+i')
  const chooser = app.page.waitForEvent('filechooser')
  await app.page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(folder)
  const dialog = app.page.getByRole('dialog', { name: 'Import articles' })
  await expect(dialog.getByRole('button', { name: /Import 4 articles/ })).toBeVisible()
  await dialog.getByText('3 files left out').click()
  for (const name of ['e.xyz', 'deep/.f.txt', '.git/g.txt']) {
    await expect(dialog.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  }
  await expectAccessibleInBothThemes(app.page)
  for (const path of [folder, outside]) rmSync(path, { recursive: true })
})

test('cancel keeps nothing and says so, while a pasted draft waits in its field', async ({ app }) => {
  await paste(app.page, report)
  await app.page.getByRole('button', { name: 'Cancel' }).click()
  await expect(app.page.getByText('Nothing was imported, and nothing of it was kept.')).toBeVisible()
  await app.page.keyboard.press('ControlOrMeta+i')
  await expect(app.page.getByLabel('Or paste an article')).toHaveValue(report)
})

test('closing the preview by mistake loses nothing', async ({ app }) => {
  await paste(app.page, report)
  await app.page.getByRole('textbox', { name: 'Title' }).fill('My own title')
  await app.page.keyboard.press('Escape')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await app.page.keyboard.press('ControlOrMeta+i')
  await expect(app.page.getByRole('textbox', { name: 'Title' })).toHaveValue('My own title')
})

test('the import has no barriers in light and dark', async ({ app }) => {
  await app.page.keyboard.press('ControlOrMeta+i')
  await expect(app.page.getByLabel('Or paste an article')).toBeVisible()
  await expectAccessibleInBothThemes(app.page)
  await app.page.getByLabel('Or paste an article').fill(report)
  await app.page.getByRole('button', { name: 'Preview the pasted text' }).click()
  await app.page.getByRole('option').first().click()
  await expectAccessibleInBothThemes(app.page)
})

async function chooseFiles(page: Page, files: { name: string; buffer: Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(files.map((file) => ({ ...file, mimeType: 'text/plain' })))
}
