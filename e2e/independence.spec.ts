import type { Page } from '@playwright/test'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'

const question = 'How many North Korean soldiers are in Russia?'

test.beforeEach(async ({ app }) => {
  await goToIndependence(app.page)
})

test('reports and links are gone through by keys; a link says why and is corrected, undone and found again', async ({
  app,
}) => {
  const { page } = app
  await expect(detail(page)).toHaveText(/^17 reports, 10 independent origins/)
  const first = page.locator('.origins [data-mark]').first()
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.mark-tooltip')).toContainText('Same speaker, only likely')
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('.mark-tooltip')).toContainText('Origin National Intelligence Service')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.mark-tooltip')).toContainText('Same speaker, only likely')
  await page.keyboard.press('Enter')
  const pane = page.getByRole('dialog', { name: 'Why these go back to one origin' })
  await expect(pane).toContainText('nobody confirms themselves')
  await expect(pane.getByRole('radio', { name: 'As found' })).toBeChecked()
  await pane.getByRole('radio', { name: 'Independent' }).click()
  await expect(pane).toBeHidden()
  await expect(detail(page)).toHaveText(/^17 reports, 11 independent origins/)
  await expect(page.locator('.compare-sum')).toContainText('11 independent origins')
  // The link is gone; the keys go on from where it was.
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.origins [data-mark]:focus')).toHaveCount(1)
  const cuts = page.getByRole('region', { name: 'Held to be independent' })
  await expect(cuts).toContainText('Without the correction:')
  await cuts.getByRole('button', { name: /^Note:/ }).click()
  await cuts.getByLabel('Why').fill('Two briefings of different days.')
  await cuts.getByRole('button', { name: 'Keep the note' }).click()
  await expect(cuts).toContainText(': Two briefings of different days.')
  await cuts.getByRole('button', { name: /^Correct:/ }).click()
  await page.getByRole('menuitem', { name: 'As found' }).click()
  await expect(cuts).toBeHidden()
  await expect(detail(page)).toHaveText(/^17 reports, 10 independent origins/)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cuts).toContainText(': Two briefings of different days.')
})

test('two origins are joined by hand, and History tells it', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: /^Same origin as Pentagon, 28 October 2024/ }).click()
  await page.getByRole('menuitem', { name: /South Korea’s defence ministry/ }).click()
  await expect(detail(page)).toHaveText(/^17 reports, 9 independent origins/)
  const origins = page.getByRole('list', { name: 'Origins' })
  await expect(origins).toContainText('corrected by an analyst')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page.getByText(/to be of the/).first()).toBeVisible()
})

test('a report leads to its words, its claim and back, from the graph, the list and the table', async ({
  app,
}) => {
  const { page } = app
  await page.locator('.origins .origin-node').first().click()
  await page.getByRole('dialog', { name: 'Claim' }).getByRole('button', { name: 'Show its words' }).click()
  await expect(page.getByRole('main', { name: 'Read' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await page.locator('.origin-list .origin-quote').first().click()
  await expect(page.getByRole('main', { name: 'Read' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await page.getByRole('button', { name: 'Show as table' }).click()
  const table = page.getByRole('table', { name: 'Reports and their origins' })
  await expect(table).toHaveAttribute('aria-rowcount', '18')
  await table.getByRole('button').first().click()
  await page.getByRole('dialog', { name: 'Claim' }).getByRole('button', { name: 'Open the claim' }).click()
  await expect(page.getByRole('main', { name: 'Claims' })).toBeVisible()
})

test('a claim that rests on one origin is warned of here and where its status is set', async ({ app }) => {
  const { page } = app
  const warned = page.getByRole('list', { name: 'Confirmed by one origin only' })
  await expect(warned).toContainText('The status is corroborated, but no claim of an independent origin')
  await warned.getByRole('button').first().click()
  await expect(page.getByRole('region', { name: 'Claim details' })).toContainText(
    'The status is corroborated, but',
  )
})

test('in the past nothing is corrected, and the origins are those of then', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await page.getByRole('slider').first().focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('PageDown')
  await goToIndependence(page)
  await expect(page.getByRole('list', { name: 'Origins' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Correct:/ })).toHaveCount(0)
  await page.locator('.origins .origin-link').first().click()
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Independent' })).toBeDisabled()
})

test('independence has no barriers in light and dark, as a graph, a pane and a table', async ({ app }) => {
  const { page } = app
  await page.locator('.origin-rules summary').click()
  await expectAccessibleInBothThemes(page)
  await page.locator('.origins .origin-link').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show as table' }).click()
  await expectAccessibleInBothThemes(page)
})

async function goToIndependence(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.getByRole('grid', { name: 'Topics' }).getByRole('row', { name: question }).click()
  await page.getByRole('tab', { name: 'Independence' }).click()
  await expect(page.getByRole('heading', { name: 'Reports by origin' })).toBeVisible()
}

function detail(page: Page) {
  return page.getByRole('region', { name: 'Independence', exact: true }).locator('.chart-detail')
}
