import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'

const question = 'How many North Korean soldiers are in Russia?'

test.beforeEach(({ app }) => openAgreement(app.page))

test('findings are judged one after the other by single keys', async ({ app }) => {
  const { page } = app
  const count = await findings(page).count()
  const reasons = await findings(page).locator('.finding-reason').allInnerTexts()
  await findings(page).first().focus()
  await page.keyboard.press('c')
  await expect(findings(page).first().locator('.finding-verdict')).toHaveText('confirmed')
  await expect(findings(page).nth(1)).toBeFocused()
  await page.keyboard.press('d')
  await expect(findings(page)).toHaveCount(count - 1)
  await expect(findings(page).nth(1).locator('.finding-reason')).toHaveText(reasons[2]!)
  await expect(findings(page).nth(1)).toBeFocused()
  await expect(page.getByText(`2 of ${count} judged`)).toBeVisible()

  await page.keyboard.press('ControlOrMeta+z')
  await expect(findings(page)).toHaveCount(count)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(findings(page)).toHaveCount(count - 1)
})

test('what was dismissed stays away, also after a restart, and can be reopened', async ({ app }) => {
  const first = findings(app.page).first()
  const reason = await first.locator('.finding-reason').innerText()
  await first.getByRole('button', { name: 'Dismiss' }).click()
  await expect(card(app.page, reason)).toHaveCount(0)
  await app.restart()
  await openAgreement(app.page)
  await expect(card(app.page, reason)).toHaveCount(0)
  await app.page.getByText('Show dismissed · 1').click()
  await expect(card(app.page, reason).locator('.finding-verdict')).toHaveText('dismissed')
  await card(app.page, reason).getByRole('button', { name: 'Reopen' }).click()
  await expect(card(app.page, reason).locator('.finding-verdict')).toHaveCount(0)
  await expect(app.page.getByText('Show dismissed · 0')).toBeVisible()
})

test('a contradiction becomes a relation in the step that confirms it, and one undo takes both back', async ({
  app,
}) => {
  const { page } = app
  const first = findings(page).first()
  await first.focus()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Relate the two claims' })
  await expect(dialog.getByRole('radio', { name: 'contradicts' })).toBeChecked()
  await dialog.getByLabel('Note').fill('The same day.')
  await dialog.getByRole('button', { name: 'Confirm and relate' }).click()
  await expect(dialog).toBeHidden()
  await expect(first.locator('.finding-verdict')).toHaveText('confirmed')
  await expect(first).toContainText('related: contradict each other')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(first.locator('.finding-verdict')).toHaveCount(0)
  await expect(first).not.toContainText('related:')
})

test('a verdict takes a note', async ({ app }) => {
  const { page } = app
  const first = findings(page).first()
  await first.getByRole('button', { name: 'Confirm' }).click()
  await first.getByRole('button', { name: 'Add a note' }).click()
  const note = page.getByRole('dialog', { name: 'Note on the verdict' })
  await note.getByLabel('Note').fill('Seen by both desks.')
  await note.getByLabel('Note').press('ControlOrMeta+Enter')
  await expect(note).toBeHidden()
  await expect(first).toContainText('Seen by both desks.')
})

test('kinds are shown alone, and both sides lead to their words', async ({ app }) => {
  const { page } = app
  await page.getByRole('radio', { name: /^Agreement/ }).click()
  await expect(page.locator('.finding[data-kind="contradiction"]')).toHaveCount(0)
  await expect(page.locator('.finding[data-kind="agreement"]').first()).toBeVisible()
  await page.getByRole('radio', { name: /^Contradictions/ }).click()
  await expect(page.locator('.finding[data-kind="agreement"]')).toHaveCount(0)
  await findings(page).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: '2 claims' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(findings(page).first()).toBeFocused()
  await findings(page)
    .first()
    .getByRole('button', { name: /^Show the words/ })
    .first()
    .click()
  await expect(page.getByRole('main', { name: 'Read' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(findings(page).first()).toBeVisible()
})

test('the rules stand on the screen with the numbers that they work by', async ({ app }) => {
  const { page } = app
  const rules = page.getByRole('button', { name: 'How this is judged' })
  await expect(rules).toHaveAttribute('aria-expanded', 'false')
  await rules.click()
  await expect(page.getByText('10 %').first()).toBeVisible()
  await expect(page.getByText('7 days').last()).toBeVisible()
})

test('the past shows what was judged then and offers no verdicts', async ({ app }) => {
  const { page } = app
  await findings(page).first().focus()
  await page.keyboard.press('c')
  await expect(page.locator('.finding-verdict')).toHaveCount(1)
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await page.getByRole('slider').first().focus()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('region', { name: 'The past' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(findings(page).first()).toBeVisible()
  await expect(page.locator('.finding-verdict')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Confirm' })).toHaveCount(0)
  await page.keyboard.press('c')
  await expect(page.locator('.finding-verdict')).toHaveCount(0)
})

test('findings are readable for everyone in light and dark', async ({ app }) => {
  const { page } = app
  await findings(page).first().getByRole('button', { name: 'Confirm' }).click()
  await expect(findings(page).first().locator('.finding-verdict')).toBeVisible()
  await page.getByRole('button', { name: 'How this is judged' }).click()
  await expectAccessibleInBothThemes(page)
})

async function openAgreement(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.getByRole('grid', { name: 'Topics' }).getByRole('row', { name: question }).click()
  await page.getByRole('tab', { name: 'Agreement' }).click()
  await expect(findings(page).first()).toBeVisible()
}

function findings(page: Page): Locator {
  return page.getByRole('grid', { name: 'Findings' }).getByRole('row')
}

function card(page: Page, reason: string): Locator {
  return findings(page).filter({ hasText: reason })
}
