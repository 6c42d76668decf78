import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './shells/fixtures.ts'
import { command, useTheme } from './steps.ts'

test.beforeEach(async ({ app }) => {
  await openHistory(app.page)
})

test('a moment is named by key, renamed, gone to and removed, all from the keyboard', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Name this moment' })
  await expect(dialog).toContainText('Joined as Test Analyst')
  await dialog.getByLabel('Name').fill('as briefed')
  // What was typed is still there after Escape.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('m')
  await expect(dialog.getByLabel('Name')).toHaveValue('as briefed')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Named the moment “as briefed”')).toBeVisible()

  await page.keyboard.press('l')
  const moments = page.getByRole('grid', { name: 'Named moments' })
  const line = moments.getByRole('row', { name: /as briefed/ })
  await line.focus()
  await page.keyboard.press('F2')
  await page.getByLabel('Name', { exact: true }).fill('as briefed on Friday')
  await page.getByRole('textbox', { name: 'Note' }).fill('to the desk')
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(line).toContainText('as briefed on Friday')
  await expect(line).toContainText('to the desk')

  await line.focus()
  await page.keyboard.press('Enter')
  await expect(line).toContainText('you stand here')
  await line.focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('No moment has a name yet')).toBeVisible()
})

test('a taken name is told where it was typed', async ({ app }) => {
  const { page } = app
  await nameMoment(page, 'as briefed')
  await command(page, 'Name this moment…')
  const dialog = page.getByRole('dialog', { name: 'Name this moment' })
  await dialog.getByLabel('Name').fill('As Briefed')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/There is already a moment “as briefed”/)).toBeVisible()
})

test('a brief’s export has the choice to name the moment, and exporting adds no event', async ({ app }) => {
  const { page } = app
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Brief' }).click()
  const before = await page.locator('.brief-head').textContent()
  await app.collectExport(() => page.getByRole('button', { name: 'Export', exact: true }).click())
  expect(await page.locator('.brief-head').textContent()).toBe(before)
  await page.getByRole('button', { name: 'Name this moment' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('as exported')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Named the moment “as exported”')).toBeVisible()
})

test('a field gets an earlier value back, from its blame, and undo takes it back', async ({ app }) => {
  const { page } = app
  const panel = await openChangedClaim(page)
  const row = panel.locator('.item-fields > div').filter({ hasText: /^status/ })
  const now = await row.locator('dd > span').first().textContent()
  await row.getByText(/earlier value/).click()
  const earlier = await row.locator('del').first().textContent()
  await row.getByRole('button', { name: /^Restore status as of event/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Restore the claim/ })
  await expect(dialog.getByRole('checkbox')).toBeChecked()
  await dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(row.locator('dd > span').first()).toHaveText(earlier!)
  const toast = page.getByRole('alertdialog').filter({ hasText: 'Restored' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(row.locator('dd > span').first()).toHaveText(now!)
})

for (const theme of ['light', 'dark'] as const) {
  test(`moments, blame and restoring have no barriers in ${theme}`, async ({ app }) => {
    const { page } = app
    await useTheme(page, theme)
    await nameMoment(page, 'as briefed on Friday')
    await page.keyboard.press('l')
    await expect(page.getByRole('row', { name: /as briefed on Friday/ })).toBeVisible()
    await expectAccessible(page)
    const panel = await openChangedClaim(page)
    await panel
      .getByText(/earlier value/)
      .first()
      .click()
    await expectAccessible(page)
    await panel
      .getByRole('button', { name: /^Restore / })
      .first()
      .click()
    await expect(page.getByRole('checkbox').first()).toBeVisible()
    await expectAccessible(page)
  })
}

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'History' }).click()
}

async function nameMoment(page: Page, name: string): Promise<void> {
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Named the moment “${name}”`)).toBeVisible()
}

/** Chooses a claim whose status was set later; answers its panel. */
async function openChangedClaim(page: Page) {
  await page.getByRole('button', { name: /Everything/ }).click()
  await page.getByRole('option', { name: 'Claims and relations' }).click()
  const list = page.getByRole('listbox', { name: 'Events, newest first' })
  await list
    .getByRole('option', { name: /status of/ })
    .first()
    .dblclick()
  const panel = page.locator('.item-panel')
  await expect(panel).toContainText('statement')
  return panel
}
