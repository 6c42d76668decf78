import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expect, expectAccessibleInBothThemes, test } from './fixtures.ts'

/** Where a script can stand for what opens web addresses. */
if (process.platform !== 'win32') {
  test.describe('an address of the web', { tag: '@browser' }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimtrail-outside-'))
    const opened = join(folder, 'opened')
    const path = process.env.PATH

    test.beforeAll(() => {
      writeFileSync(opened, '')
      const script = `#!/bin/sh\nprintf '%s\\n' "$@" >> '${opened}'\n`
      for (const opener of ['xdg-open', 'open']) writeFileSync(join(folder, opener), script, { mode: 0o700 })
      process.env.PATH = `${folder}${delimiter}${path}`
    })
    test.afterAll(() => {
      process.env.PATH = path
      rmSync(folder, { recursive: true })
    })

    test('is shown whole and opened only when the person agrees', async ({ app }) => {
      const { page } = app
      // Letters that look like Latin ones, a name before the host, and a mark that turns the order round.
      await offered(page, 'https://bank.example@аpple.com/\u202egnp.report?a=b c')
      const question = page.getByRole('dialog', { name: 'Open a page of xn--pple-43d.com in your browser?' })
      const shown = 'https://bank.example@xn--pple-43d.com/%E2%80%AEgnp.report?a=b%20c'
      await expect(question.getByText(shown, { exact: true })).toBeVisible()
      await expect(question.getByText(/another alphabet/)).toBeVisible()
      await expect(question.getByText(/before the @/)).toBeVisible()
      await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
      await expectAccessibleInBothThemes(page)

      await page.keyboard.press('Enter')
      await expect(question).toBeHidden()
      expect(readFileSync(opened, 'utf8')).toBe('')

      await page.getByRole('button', { name: 'Open in the browser' }).click()
      await page.keyboard.press('Escape')
      await expect(question).toBeHidden()
      expect(readFileSync(opened, 'utf8')).toBe('')

      await page.getByRole('button', { name: 'Open in the browser' }).click()
      await question.getByRole('button', { name: 'Open in browser' }).click()
      await expect(question).toBeHidden()
      await expect.poll(() => readFileSync(opened, 'utf8')).toBe(`${shown}\n`)
    })

    test('is the only kind that is opened', async ({ app }) => {
      for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share']) {
        expect(await ask(app.page, 'app.openExternal', { url })).toMatchObject({ ok: false })
      }
    })
  })
}

/** Gives the article in front an address, and asks for it. */
async function offered(page: Page, address: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Read' }).click()
  await page.getByRole('button', { name: /^About the article/ }).click()
  const field = page.getByRole('textbox', { name: 'Web address' })
  await field.fill(address)
  await field.press('Enter')
  await page.getByRole('button', { name: 'Open in the browser' }).click()
}
