import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'

test.beforeEach(async ({ app }) => {
  await app.page.keyboard.press('g')
  await app.page.keyboard.press('k')
  await expect(tags(app.page)).toBeVisible()
})

test('a tag is made, named, styled and given a key, each change undone by its own step', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('n')
  await page.getByLabel('Name').last().fill('harbour')
  await page.keyboard.press('Enter')
  const entry = page.getByRole('region', { name: 'Tag harbour' })
  await expect(entry).toBeVisible()
  await entry.getByText('pink', { exact: true }).click()
  await entry.getByText('wavy', { exact: true }).click()
  await expect(entry.getByRole('radio', { name: 'wavy' })).toBeChecked()
  await entry.getByLabel('Description').fill('Ports and piers')
  await page.keyboard.press('Tab')
  await expect(tag(page, 'harbour')).toContainText('Ports and piers')
  await entry.getByRole('button', { name: /Key/ }).click()
  await page.getByRole('option', { name: /^1/ }).click()
  await expect(tag(page, 'harbour').locator('kbd')).toHaveText('1')
  await expect(tags(page).locator('kbd', { hasText: /^1$/ })).toHaveCount(1)
  await tag(page, 'harbour').focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(tag(page, 'harbour').locator('kbd')).toHaveCount(0)
  await expect(tags(page).locator('kbd', { hasText: /^1$/ })).toHaveCount(1)
})

test('a name is edited in place, and one that is taken stays in the field with the reason', async ({
  app,
}) => {
  const { page } = app
  await tag(page, 'combat').click()
  await page.keyboard.press('F2')
  const editor = page.getByRole('dialog', { name: /Name of the tag/ })
  await editor.getByRole('textbox').fill('losses')
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('alert')).toContainText('already a tag')
  await editor.getByRole('textbox').fill('fighting')
  await page.keyboard.press('Enter')
  await expect(editor).toBeHidden()
  await expect(tag(page, 'fighting')).toBeVisible()
})

test('a tag is moved under another one by the keyboard and by dragging', async ({ app }) => {
  const { page } = app
  await tag(page, 'combat').click()
  const entry = page.getByRole('region', { name: 'Tag combat' })
  await entry.getByRole('combobox', { name: 'Under' }).fill('Figure')
  await page.getByRole('option', { name: 'Figure' }).click()
  await expect(tag(page, 'combat')).toHaveAttribute('aria-level', '2')
  await expect(entry).toContainText('Figure › combat')
  await tag(page, 'weapon type').dragTo(tag(page, 'Limits'))
  await expect(tag(page, 'weapon type')).toHaveAttribute('aria-level', '2')
  await tag(page, 'weapon type').dragTo(tag(page, 'time reference'), { targetPosition: { x: 200, y: 1 } })
  await expect(tag(page, 'weapon type')).toHaveAttribute('aria-level', '1')
})

test('a tag is merged into another, which says beforehand what that changes', async ({ app }) => {
  const { page } = app
  const before = await countOf(tag(page, 'losses'))
  const more = await countOf(tag(page, 'combat'))
  await tag(page, 'combat').click()
  await page.getByRole('button', { name: 'Merge into…' }).click()
  const dialog = page.getByRole('dialog', { name: /Merge “combat”/ })
  await dialog.getByRole('searchbox').fill('losses')
  await dialog.getByRole('option', { name: /^losses/ }).click()
  await expect(dialog.getByRole('status')).toContainText('will carry “losses”')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(tag(page, 'combat')).toHaveCount(0)
  const after = await countOf(tag(page, 'losses'))
  expect(after).toBeGreaterThanOrEqual(Math.max(before, more))
  expect(after).toBeLessThanOrEqual(before + more)
  await tag(page, 'losses').focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(tag(page, 'combat')).toBeVisible()
  await expect.poll(() => countOf(tag(page, 'losses'))).toBe(before)
})

test('a tag is retired into the fold and reinstated from it', async ({ app }) => {
  const { page } = app
  await tag(page, 'combat').click()
  await page.getByRole('button', { name: 'Retire', exact: true }).click()
  await expect(tag(page, 'combat')).toHaveCount(0)
  await page.getByRole('button', { name: /^Retired ·/ }).click()
  await page.getByRole('button', { name: 'combat', exact: true }).click()
  await page.getByRole('button', { name: 'Reinstate' }).click()
  await expect(tag(page, 'combat')).toBeVisible()
})

test('a source is made, graded in words, given another name, and merged', async ({ app }) => {
  const { page } = app
  await page.getByRole('tab', { name: 'Sources' }).click()
  await page.getByRole('button', { name: 'New source' }).click()
  await page.getByLabel('Name').last().fill('Harbour office')
  await page.keyboard.press('Enter')
  const entry = page.getByRole('region', { name: 'Source Harbour office' })
  await entry.getByRole('button', { name: /Reliability/ }).click()
  await page.getByRole('option', { name: 'B usually reliable', exact: true }).click()
  const line = page.getByRole('option', { name: 'Harbour office' })
  await expect(line).toContainText('B usually reliable')
  await entry.getByLabel('Other names').first().fill('the port')
  await page.keyboard.press('Enter')
  await expect(line).toContainText('the port')
  await entry.getByRole('button', { name: 'Merge into…' }).click()
  const dialog = page.getByRole('dialog', { name: /Merge “Harbour office”/ })
  await dialog.getByRole('searchbox').fill('Pentagon')
  await dialog.getByRole('option', { name: /^Pentagon/ }).click()
  await expect(dialog.getByRole('status')).toContainText('Grades are not merged')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Source Pentagon' })).toContainText('Harbour office')
})

test('a topic is opened, and its claims are one press away', async ({ app }) => {
  const { page } = app
  await page.getByRole('tab', { name: 'Topics' }).click()
  await page.getByRole('button', { name: 'New topic' }).click()
  await page.getByLabel('Question').last().fill('How many boats are there?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /^Topic How many boats/ })).toContainText('0 claims')
  await page.getByRole('option', { name: /Has Russia fired North Korean/ }).click()
  await page.getByRole('button', { name: 'Show its claims' }).click()
  await expect(page.getByRole('grid', { name: 'Claims' })).toBeVisible()
  const filters = page.getByRole('toolbar', { name: 'Claims table' })
  await expect(filters.getByRole('button', { name: /^Topic: Has Russia fired/ })).toBeVisible()
})

test('the codebook has no barriers in light and dark', async ({ app }) => {
  const { page } = app
  await tag(page, 'combat').click()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('tab', { name: 'Sources' }).click()
  await page.getByRole('option').first().click()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('tab', { name: 'Topics' }).click()
  await page.getByRole('option').first().click()
  await expectAccessibleInBothThemes(page)
})

function tags(page: Page): Locator {
  return page.getByRole('treegrid', { name: 'Tags' })
}

function tag(page: Page, name: string): Locator {
  return tags(page).getByRole('row', { name, exact: true })
}

async function countOf(line: Locator): Promise<number> {
  return Number.parseInt((await line.locator('.tag-count').innerText()).replace(/\D/g, ''), 10)
}
