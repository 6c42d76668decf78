import type { Locator, Page } from '@playwright/test'
import { ask } from './shells/ask.ts'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { answerLate } from './steps.ts'

const answers = ['They were sent to fight', 'They were sent to train', 'Nobody was sent']

test.beforeEach(async ({ app }) => {
  const { page } = app
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.getByRole('tab', { name: 'Hypotheses' }).click()
  const field = page.getByLabel('A possible answer')
  for (const answer of answers) {
    await field.fill(answer)
    await field.press('Enter')
    await expect(grid(page).getByRole('columnheader', { name: answer })).toBeVisible()
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('')
  }
  await page.keyboard.press('Escape')
})

test('a second Enter in the same breath adds no second hypothesis', async ({ app }) => {
  const { page } = app
  const field = page.getByLabel('A possible answer')
  await page.getByRole('button', { name: 'Hypothesis', exact: true }).click()
  await field.fill('They were sent to watch')
  await field.evaluate((input) => {
    const enter = () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
    input.dispatchEvent(enter())
    input.dispatchEvent(enter())
  })
  await expect(field).toHaveValue('')
  await expect(grid(page).getByRole('columnheader', { name: 'They were sent to watch' })).toHaveCount(1)
})

test('ratings are given by keys as in a spreadsheet, and one undo takes many back', async ({ app }) => {
  const { page } = app
  await cell(page, 0, 0).click()
  for (const key of ['5', 'ArrowRight', '-', 'ArrowRight', '-', '-', 'ArrowDown', '0']) {
    await page.keyboard.press(key)
  }
  await expect(cell(page, 0, 0)).toHaveText(/very consistent/)
  await expect(cell(page, 0, 1)).toHaveText(/−\s*inconsistent/)
  await expect(cell(page, 0, 2)).toHaveText(/very inconsistent/)
  await expect(cell(page, 1, 2)).toHaveText(/neutral/)
  await expect(cell(page, 1, 2)).toBeFocused()
  await expect(head(page, answers[2]!)).toContainText('2 against')
  await expect(apart(page, 0)).toContainText('2.7')

  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('4')
  for (const [row, column] of [
    [1, 0],
    [1, 1],
    [2, 0],
    [2, 1],
  ] as const) {
    await expect(cell(page, row, column)).toHaveText(/consistent/)
  }
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(page, 2, 1)).toHaveText(/not rated yet/)
  await expect(cell(page, 0, 0)).toHaveText(/very consistent/)

  await cell(page, 0, 0).click()
  await page.keyboard.press('Delete')
  await expect(cell(page, 0, 0)).toHaveText(/not rated yet/)
})

test('a note stands in its cell, and the words of the evidence are one key away', async ({ app }) => {
  const { page } = app
  await cell(page, 0, 1).click()
  await page.keyboard.press('n')
  const note = page.getByRole('dialog', { name: 'Note on this rating' })
  await note.getByLabel('Note').fill('With high confidence this is likely.')
  await expect(note.getByRole('list', { name: 'Wording' })).toContainText('in one sentence')
  await page.keyboard.press('Escape')
  await expect(cell(page, 0, 1)).toContainText('note: With high confidence this is likely.')
  await expect(cell(page, 0, 1)).toBeFocused()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: 'Claim' })
  await expect(card.locator('blockquote').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cell(page, 0, 1)).toBeFocused()
})

test('a rating undone at once is shown no more', { tag: '@browser' }, async ({ app }) => {
  const { page } = app
  await cell(page, 0, 0).click()
  await answerLate(page)
  await page.keyboard.press('5')
  await expect(cell(page, 0, 0)).toHaveText(/very consistent/)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell(page, 0, 0)).toHaveText(/not rated yet/)
})

test('evidence is left out, taken in again, and taken from other topics', async ({ app }) => {
  const { page } = app
  const words = await name(page, 0).locator('.ach-statement').innerText()
  await cell(page, 0, 0).click()
  await page.getByRole('button', { name: 'Exclude' }).click()
  await expect(apart(page, 0)).toContainText('left out')
  await page.getByRole('button', { name: 'Sort again' }).click()
  await expect(grid(page).getByText(words)).toBeHidden()
  await choose(page, 'Which evidence', /^Left out · 1/)
  await expect(name(page, 0)).toContainText(words)
  await cell(page, 0, 0).click()
  await page.getByRole('button', { name: 'Include again' }).click()
  await expect(page.getByRole('button', { name: /Which evidence/ })).toHaveText('Left out · 0')
  await choose(page, 'Which evidence', /^All evidence/)
  await expect(grid(page).getByText(words)).toBeVisible()

  await page.getByRole('button', { name: 'Evidence', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Take other claims as evidence' })
  await dialog.getByRole('searchbox').fill('Oreshnik')
  await dialog
    .getByRole('option', { name: /Oreshnik/ })
    .first()
    .click()
  await expect(dialog.getByText('Oreshnik')).toBeHidden()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const foreign = grid(page).getByRole('row', { name: /Oreshnik.*from “/ })
  await expect(foreign).toBeVisible()
  await foreign.getByRole('gridcell').nth(1).click()
  await page.keyboard.press('4')
  await page.keyboard.press('Delete')
  await expect(foreign).toBeVisible()
  await page.getByRole('button', { name: 'Take out of the matrix' }).click()
  await expect(foreign).toBeHidden()
})

test('hypotheses are graded apart, ordered, set aside and removed, and History tells it', async ({ app }) => {
  const { page } = app
  await choose(page, 'Sort hypotheses by', 'Manual order')
  await head(page, answers[1]!).click()
  const dialog = page.getByRole('dialog', { name: 'Hypothesis' })
  await choose(dialog, 'Likelihood (ICD 203)', /^very likely/)
  await choose(dialog, 'Confidence in this judgement', 'low')
  await dialog.getByLabel('Note').fill('It is probable. They may well stay.')
  await expect(dialog.getByRole('list', { name: 'Wording' })).toContainText('“may well” is no term')
  await choose(dialog, 'Place in their own order', '1 of 3')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(grid(page).getByRole('columnheader').nth(2)).toContainText(answers[1]!)
  await expect(head(page, answers[1]!)).toContainText('Likelihood: very likely (80–95 %)')
  await expect(head(page, answers[1]!)).toContainText('Confidence: low')

  await head(page, answers[0]!).click()
  await dialog.getByRole('button', { name: 'Set aside' }).click()
  await page.keyboard.press('Escape')
  await expect(grid(page).getByRole('columnheader').nth(4)).toContainText('set aside')

  await head(page, answers[2]!).click()
  await dialog.getByRole('button', { name: 'Remove with its ratings' }).click()
  await expect(head(page, answers[2]!)).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(head(page, answers[2]!)).toBeVisible()

  await head(page, answers[1]!).click()
  await dialog.getByRole('button', { name: 'History' }).click()
  await expect(page.getByText(/Moved the hypothesis/).first()).toBeVisible()
})

test('the past shows the matrix as it was, and nothing there can be changed', async ({ app }) => {
  const { page } = app
  await cell(page, 0, 0).click()
  await page.keyboard.press('1')
  await expect(head(page, answers[0]!)).toContainText('2 against')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  const slider = page.getByRole('slider', { name: 'Place in the history' })
  const { value } = (await ask(page, 'status', {})) as { value: { seq: number } }
  // A step back from a head that is not yet known would go too far.
  await expect(slider).toHaveAttribute('aria-valuemax', String(value.seq))
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuenow', String(value.seq - 1))
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(cell(page, 0, 0)).toHaveText(/not rated yet/)
  await expect(page.getByRole('toolbar', { name: 'Rate the selected cells' })).toBeHidden()
  await cell(page, 0, 0).click()
  await page.keyboard.press('5')
  await expect(cell(page, 0, 0)).toHaveText(/not rated yet/)
})

test('the grades weigh where that is wanted', async ({ app }) => {
  const { page } = app
  await cell(page, 0, 0).click()
  await page.keyboard.press('1')
  await page.getByRole('button', { name: 'Weigh by grades' }).click()
  const weight = await apart(page, 0).locator('.ach-apart-weight').innerText()
  const share = Number(/(\d+) %/.exec(weight)?.[1])
  await expect(head(page, answers[0]!)).toContainText(`${((2 * share) / 100).toFixed(1)} against`)
})

test('a brief’s own sentences get hints on their wording', async ({ app }) => {
  const { page } = app
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Brief' }).click()
  await page
    .getByRole('button', { name: /Brief$/ })
    .and(page.locator('.select-button'))
    .click()
  await page.getByRole('option', { name: 'Troop figures' }).click()
  await page.getByRole('row', { name: 'In short' }).click()
  const text = page.getByRole('textbox', { name: 'Text', exact: true })
  await text.fill('We have high confidence that an attack is likely.')
  await expect(page.getByRole('list', { name: 'Wording' })).toContainText('“high confidence” and “likely”')
  await text.fill('An attack is likely.')
  await expect(page.getByRole('list', { name: 'Wording' })).toBeHidden()
})

test('the hypotheses have no barriers in light and dark', async ({ app }) => {
  const { page } = app
  await cell(page, 0, 0).click()
  for (const key of ['1', 'ArrowRight', '2', 'ArrowRight', 'x', 'ArrowDown', '4', 'ArrowLeft', '5', '+']) {
    await page.keyboard.press(key)
  }
  await page.getByRole('button', { name: 'Weigh by grades' }).click()
  await expectAccessibleInBothThemes(page)
  await head(page, answers[0]!).click()
  await page.getByRole('dialog', { name: 'Hypothesis' }).getByLabel('Note').fill('It may well be probable.')
  await expectAccessibleInBothThemes(page)
})

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Evidence against hypotheses' })
}

/** The cell of a hypothesis, both counted from 0. */
function cell(page: Page, row: number, column: number): Locator {
  return grid(page).locator(`[data-row="${row}"][data-column="${column + 2}"]`)
}

function name(page: Page, row: number): Locator {
  return grid(page).locator(`[data-row="${row}"][data-column="0"]`)
}

function apart(page: Page, row: number): Locator {
  return grid(page).locator(`[data-row="${row}"][data-column="1"]`)
}

function head(page: Page, statement: string): Locator {
  return grid(page).getByRole('columnheader', { name: statement })
}

/** Chooses in a select or among buttons that are all in sight. */
async function choose(within: Page | Locator, label: string, choice: string | RegExp): Promise<void> {
  const group = within.getByRole('radiogroup', { name: label })
  if ((await group.count()) > 0) {
    await group.getByRole('radio', { name: choice }).click()
    return
  }
  await within.getByRole('button', { name: new RegExp(label.replace(/[()]/g, '.')) }).click()
  const page = 'page' in within ? (within as Locator).page() : (within as Page)
  await page.getByRole('option', { name: choice }).click()
}
