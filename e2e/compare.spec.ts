import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'

const question = 'How many North Korean soldiers are in Russia?'

test.beforeEach(async ({ app }) => {
  await goToCompare(app.page)
  await topics(app.page).getByRole('row', { name: question }).click()
  await expect(app.page.getByRole('heading', { name: question })).toBeVisible()
})

test('topics are gone through by keys, and the one looked at is remembered', async ({ app }) => {
  const { page } = app
  await page.getByRole('heading', { name: question }).click()
  const first = await page.locator('.compare-question').innerText()
  await page.keyboard.press('j')
  await expect(page.locator('.compare-question')).not.toHaveText(first)
  const second = await page.locator('.compare-question').innerText()
  await showTab(page, 'Timeline')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await goToCompare(page)
  await expect(page.locator('.compare-question')).toHaveText(second)
  await expect(tab(page, 'Timeline')).toHaveAttribute('aria-selected', 'true')
})

test('in a narrow window the tab that is shown is in sight', async ({ app }) => {
  const { page } = app
  await showTab(page, 'Hypotheses')
  await page.setViewportSize({ width: 520, height: 800 })
  await expect(tab(page, 'Hypotheses')).toBeInViewport({ ratio: 1 })
})

// A message that a page sends while it goes is lost in the stand-in; whether Electron delivers it was not tried.
test('the file remembers what was looked at, however soon the program ends', {
  tag: '@browser',
}, async ({ app }) => {
  const { page } = app
  await page.getByRole('heading', { name: question }).click()
  await page.keyboard.press('j')
  await expect(page.locator('.compare-question')).not.toHaveText(question)
  const second = await page.locator('.compare-question').innerText()
  await showTab(page, 'Timeline')
  await app.restart()
  await goToCompare(app.page)
  await expect(app.page.locator('.compare-question')).toHaveText(second)
  await expect(tab(app.page, 'Timeline')).toHaveAttribute('aria-selected', 'true')
})

test('every mark of the spread is reached by keys and leads to its words and back', async ({ app }) => {
  const { page } = app
  await showTab(page, 'Spread')
  const first = marks(page).first()
  await first.focus()
  await page.keyboard.press('Home')
  await expect(page.locator('.mark-tooltip')).toBeVisible()
  const count = await chart(page, /^Spread of/)
    .first()
    .locator('[data-mark]')
    .count()
  const reached = new Set([await nameOfFocused(page)])
  for (let step = 1; step < count; step++) {
    await page.keyboard.press('ArrowDown')
    reached.add(await nameOfFocused(page))
  }
  expect(reached.size).toBe(count)
  await page.keyboard.press('Home')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog')
  await expect(card.getByText('Credibility', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await card.getByRole('button', { name: 'Show its words' }).click()
  await expect(page.getByRole('main', { name: 'Read' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('heading', { name: question })).toBeVisible()
  await first.click()
  await card.getByRole('button', { name: 'Open the claim' }).click()
  await expect(page.getByRole('main', { name: 'Claims' })).toBeVisible()
})

test('the spread lies along figures or along time, a row a claim or a source, or as a table', async ({
  app,
}) => {
  const { page } = app
  await showTab(page, 'Spread')
  const claims = await marks(page).count()
  await page.getByRole('radio', { name: 'One row per source' }).click()
  await expect.poll(() => marks(page).count()).toBe(claims)
  await page.getByRole('radio', { name: 'Statement date' }).click()
  await expect(page.getByRole('radio', { name: 'One row per source' })).toBeHidden()
  await expect(marks(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Show as table' }).first().click()
  const table = page.getByRole('table', { name: /^Spread of/ }).first()
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  await table.getByRole('button').first().click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Show its words' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await expect(marks(page).first()).toBeVisible()
})

test('a chart is zoomed and panned by keys, buttons, wheel and dragging', async ({ app }) => {
  const { page } = app
  await showTab(page, 'Spread')
  const all = page.getByRole('button', { name: 'Show all of it' }).first()
  await expect(all).toBeDisabled()
  await marks(page).first().focus()
  await page.keyboard.press('+')
  await expect(all).toBeEnabled()
  await page.keyboard.press('0')
  await expect(all).toBeDisabled()
  await page.getByRole('button', { name: 'Zoom in' }).first().click()
  await expect(all).toBeEnabled()
  const axis = page.locator('.chart-axis').first()
  const words = await axis.innerText()
  const box = (await page.locator('.chart-body').first().boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + 4)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 - 150, box.y + 4, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => axis.innerText()).not.toBe(words)
  await page.keyboard.down('Control')
  for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, 120)
  await page.keyboard.up('Control')
  await expect(all).toBeDisabled()
})

test('the matrix goes by keys from cell to cell; a cell opens its claims', async ({ app }) => {
  const { page } = app
  await showTab(page, 'Matrix')
  const grid = page.getByRole('grid', { name: 'Sources side by side' })
  const first = grid.locator('[data-row="0"][data-column="0"]')
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(grid.locator('[data-row="1"][data-column="-1"]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+End')
  await expect(grid.locator(':focus')).toBeInViewport()
  await page.getByRole('radio', { name: 'Things counted' }).click()
  await expect(grid.getByRole('columnheader', { name: /soldiers/ }).first()).toBeVisible()
  await page.getByRole('radio', { name: 'Topics', exact: true }).click()
  const before = Number(await grid.getAttribute('aria-rowcount'))
  await page.getByRole('radio', { name: 'All sources' }).click()
  await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(before)
})

test('the timeline is narrowed to a speaker, and to all again', async ({ app }) => {
  const { page } = app
  await showTab(page, 'Timeline')
  const detail = page.locator('.chart-detail')
  const all = await detail.innerText()
  await page.getByRole('button', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'articles' }).click()
  await page.keyboard.press('Escape')
  await expect(detail).toContainText(' of ')
  await page.getByRole('radio', { name: 'When it was entered' }).click()
  await expect(marks(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(detail).toHaveText(all)
})

test('in the past the charts show what stood then', async ({ app }) => {
  const { page } = app
  const sum = page.locator('.compare-sum')
  const now = await sum.innerText()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await page.getByRole('slider').first().focus()
  await page.keyboard.press('Home')
  await goToCompare(page)
  await expect(page.getByText(/^Nothing yet as of event/)).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Back to now' }).click()
  await expect(sum).toHaveText(now)
})

test('the ways to compare have no barriers in light and dark', async ({ app }) => {
  const { page } = app
  for (const name of await page.getByRole('tab').allInnerTexts()) {
    await showTab(page, name)
    await expectAccessibleInBothThemes(page)
  }
})

test('a mark’s claim and the charts’ tables have no barriers in light and dark', async ({ app }) => {
  const { page } = app
  await showTab(page, 'Spread')
  await marks(page).first().click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Show its words' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show as table' }).first().click()
  await expectAccessibleInBothThemes(page)
  await showTab(page, 'Timeline')
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessibleInBothThemes(page)
})

test('in a narrow window the topics and the comparison are reached by tabs', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 760, height: 800 })
  await page.getByRole('radio', { name: 'Topics', exact: true }).click()
  await topics(page).getByRole('row', { name: question }).press('Enter')
  for (const name of await page.getByRole('tab').allInnerTexts()) {
    await showTab(page, name)
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await expect.poll(overflow).toBe(0)
  }
})

async function goToCompare(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page.getByRole('main', { name: 'Compare' })).toBeVisible()
}

function topics(page: Page): Locator {
  return page.getByRole('grid', { name: 'Topics' })
}

function tab(page: Page, name: string): Locator {
  return page.getByRole('tab', { name, exact: true })
}

async function showTab(page: Page, name: string): Promise<void> {
  await tab(page, name).click()
  await expect(page.getByRole('tabpanel', { name }).locator('[aria-busy="true"]')).toHaveCount(0)
}

function chart(page: Page, name: RegExp): Locator {
  return page.locator('.chart-body').getByRole('group', { name })
}

function marks(page: Page): Locator {
  return page.locator('.chart-body [data-mark]')
}

function nameOfFocused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.mark)
}
