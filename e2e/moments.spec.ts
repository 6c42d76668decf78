import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { command, exportBriefAs } from './steps.ts'

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
  await app.collectExport(() => exportBriefAs(page, 'Markdown'))
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

test('two moments are compared: counts first, then cards that lead to events, the item and back', async ({
  app,
}) => {
  const { page } = app
  await compareFrom(page, 300)
  const changes = page.getByRole('region', { name: 'From event 300 to now' })
  await expect(changes.getByRole('button', { name: /^Claims/ })).toContainText(/\+ \d+ · \d+ changed/)
  await changes.getByRole('button', { name: /^Relations/ }).click()
  await expect(changes.getByRole('heading', { name: 'Relations: removed' })).toBeVisible()
  await expect(changes.getByRole('heading', { name: 'Claims: changed' })).toBeHidden()
  await changes.getByRole('button', { name: /^Relations/ }).click()
  const card = cards(page, 'Claims: changed').filter({ hasText: 'statement' }).first()
  await expect(card.locator('del').first()).toBeVisible()
  await expect(card.locator('ins').first()).toBeVisible()
  await card.getByRole('button', { name: /^event \d/ }).click()
  await expect(page.getByText(/^Only “/)).toBeVisible()
  await expect(page.locator('.history-line[data-marked]')).toHaveCount(1)
  // The comparison is still beside the events.
  await card.getByRole('button', { name: 'Go to it' }).click()
  await expect(page.getByRole('main', { name: 'Claims' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(card).toBeVisible()
})

test('what changed is exported as Markdown and as CSV', async ({ app }) => {
  const { page } = app
  await compareFrom(page, 480)
  const markdown = await app.collectExport(() =>
    page.getByRole('button', { name: 'Export as Markdown' }).click(),
  )
  expect(await readFile(markdown.path, 'utf8')).toMatch(/^# What changed/)
  const csv = await app.collectExport(() => page.getByRole('button', { name: 'Export as CSV' }).click())
  expect(await readFile(csv.path, 'utf8')).toContain('corroborated')
})

test('a card’s change is restored, drops out of the comparison, and undo brings it back', async ({ app }) => {
  const { page } = app
  await compareFrom(page, 480)
  const card = cards(page, 'Claims: changed').filter({ hasText: 'corroborated' })
  await card.getByRole('button', { name: /^Restore the claim/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click()
  const toast = page.getByRole('alertdialog').filter({ hasText: /Restored “.+” as of event 480/ })
  await expect(toast).toBeVisible()
  await expect(card).toBeHidden()
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toBeVisible()
})

test('several cards are restored together, and what nobody chose stays', async ({ app }) => {
  const { page } = app
  await compareFrom(page, 480)
  const changed = cards(page, 'Claims: changed')
  await changed.nth(0).getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await changed.nth(1).getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Restore them' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restore 2 items' })
  await expect(dialog.getByRole('checkbox', { checked: true }).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore 2 items' }).click()
  await expect(page.getByText('Restored 2 items as of event 480')).toBeVisible()
})

test('later work stands in the way: it is shown first and only overwritten by choice', async ({ app }) => {
  const { page } = app
  // Event 437 set the claim's status; event 448, after what is compared, its speaker.
  await compareFrom(page, 436)
  await page.locator('.end-picker').nth(1).getByRole('button').first().click()
  await page.getByRole('option', { name: 'An event by its number' }).click()
  const to = page.getByRole('textbox', { name: 'To: event' })
  await to.fill('440')
  await to.press('Enter')
  await expect(page.getByRole('region', { name: 'From event 436 to event 440' })).toBeVisible()
  const card = cards(page, 'Claims: changed').filter({ hasText: 'About 10,000' })
  await card.getByRole('button', { name: /^Restore the claim/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Restore the claim/ })
  await expect(dialog.getByText(/1 field was worked on later/)).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: /^status/ })).toBeChecked()
  const speaker = dialog.getByRole('checkbox', { name: /^speaker/ })
  await expect(speaker).not.toBeChecked()
  await expect(dialog.getByText('Later work:')).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByText(/^Restored “.+” as of event 436/)).toBeVisible()
  // Only the status came back: the speaker can still be restored by choice.
  await card.getByRole('button', { name: /^Restore the claim/ }).click()
  await expect(dialog.getByRole('checkbox')).toHaveCount(1)
  await speaker.focus()
  await page.keyboard.press('Space')
  await expect(speaker).toBeChecked()
})

test('from the past an item comes back as it was there, and undo works from there too', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByLabel('Name').fill('before')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Named the moment “before”')).toBeVisible()
  const panel = await openChangedClaim(page)
  const name = await panel.locator('h2').textContent()
  await panel.getByRole('button', { name: 'Go to it' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText(/^Removed the claim/)).toBeVisible()
  await openHistory(page)
  // Its relations went with it: the command opens into its events.
  const removal = page.getByRole('option', { name: /Removed the claim/ })
  await removal.first().click()
  await removal.nth(1).click()
  await expect(panel).toContainText('It is gone now')
  await page.keyboard.press('l')
  const line = page.getByRole('grid', { name: 'Named moments' }).getByRole('row', { name: /before/ })
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(line).toContainText('you stand here')
  await page.keyboard.press('i')
  await expect(panel.locator('h2')).toHaveText(name!)
  await panel.getByRole('button', { name: 'Restore it as it was here' }).click()
  const dialog = page.getByRole('dialog', { name: /^Restore the claim/ })
  const whole = dialog.getByRole('checkbox', { name: /^The whole claim comes back/ })
  await expect(whole).not.toBeChecked()
  await whole.focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  const toast = page.getByRole('alertdialog').filter({ hasText: 'Restored' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('region', { name: 'Messages' }).getByText(/^Undid: restore/)).toBeVisible()
})

test('a line of a brief and its note lead to the claim’s events and its words, and back', async ({ app }) => {
  const { page } = app
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Brief' }).click()
  const claim = page.locator('.brief-claim').first()
  await claim.hover()
  await claim.getByRole('button', { name: 'The claim’s events' }).click()
  const panel = page.locator('.item-panel')
  await expect(panel.getByRole('heading', { name: 'The words it rests on' })).toBeVisible()
  await panel.locator('.item-words').first().click()
  await expect(page.getByRole('main', { name: 'Read' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(panel).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await page
    .getByRole('button', { name: /^Events of the claim/ })
    .first()
    .click()
  await expect(panel.getByRole('heading', { name: 'The words it rests on' })).toBeVisible()
})

test('moments, blame and restoring have no barriers in light and dark', async ({ app }) => {
  const { page } = app
  await nameMoment(page, 'as briefed on Friday')
  await page.keyboard.press('l')
  await expect(page.getByRole('row', { name: /as briefed on Friday/ })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await compareFrom(page, 300)
  await page.getByRole('button', { name: /^Spans/ }).click()
  await expect(cards(page, 'Spans: changed').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  const panel = await openChangedClaim(page)
  await panel
    .getByText(/earlier value/)
    .first()
    .click()
  await expectAccessibleInBothThemes(page)
  await panel
    .getByRole('button', { name: /^Restore / })
    .first()
    .click()
  await expect(page.getByRole('checkbox').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
})

test('in the past, in a narrow window and at 200 %, the panels have no barriers', async ({ app }) => {
  const { page } = app
  await nameMoment(page, 'as briefed')
  await page.setViewportSize({ width: 760, height: 800 })
  await page.keyboard.press('l')
  const line = page.getByRole('row', { name: /as briefed/ })
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(line).toContainText('you stand here')
  await expectAccessible(page)
  await page.keyboard.press('d')
  await expect(page.getByRole('heading', { name: 'From “as briefed” to now' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ControlOrMeta+=')
  await expect(page.getByRole('heading', { name: 'From “as briefed” to now' })).toBeVisible()
  const panel = page.locator('.changes')
  expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1)
})

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'History' }).click()
  // Nobody listens to keys before the room is there.
  await expect(page.getByRole('option').first()).toBeVisible()
}

async function nameMoment(page: Page, name: string): Promise<void> {
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Named the moment “${name}”`)).toBeVisible()
}

/** Compares an event with now, in the panel beside the events. */
async function compareFrom(page: Page, seq: number): Promise<void> {
  await page.keyboard.press('d')
  await page.locator('.end-picker').first().getByRole('button').first().click()
  await page.getByRole('option', { name: 'An event by its number' }).click()
  const field = page.getByRole('textbox', { name: 'From: event' })
  await field.fill(String(seq))
  await field.press('Enter')
  await expect(page.getByRole('region', { name: `From event ${seq} to now` })).toBeVisible()
  await field.blur()
}

function cards(page: Page, group: string) {
  return page.getByRole('region', { name: group }).getByRole('listitem')
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
