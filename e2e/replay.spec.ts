import type { Page } from '@playwright/test'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { command } from './steps.ts'

/** The sample's own events, without that of the analyst who joins. */
const head = 495

const slider = (page: Page) => page.getByRole('slider', { name: 'Place in the history' })
const band = (page: Page) => page.getByRole('region', { name: 'The past' })

async function goTo(page: Page, words: string): Promise<void> {
  // A key that is pressed while the last dialog still closes is lost.
  await expect(page.getByLabel('Event, moment or time')).toBeHidden()
  await command(page, 'Go to a moment…')
  await page.getByLabel('Event, moment or time').fill(words)
  await page.keyboard.press('Enter')
}

async function openHistory(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(slider(page)).toHaveAttribute('aria-valuemax', String(head))
}

test('the history is scrubbed by keys: events, sessions, far steps and the ends', async ({
  app: { page },
}) => {
  await openHistory(page)
  await slider(page).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '494')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Event 494 of 495: Changed the brief .*2024/)
  await expect(band(page)).toContainText('As of event 494 · 25 Nov 2024')
  await expect(page.getByText('viewing the past')).toBeVisible()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(slider(page)).not.toHaveAttribute('aria-valuenow', '494')
  const session = Number(await slider(page).getAttribute('aria-valuenow'))
  await page.keyboard.press('Shift+ArrowRight')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '494')
  expect(session).toBeGreaterThan(0)
  await page.keyboard.press('PageDown')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '444')
  await page.keyboard.press('Home')
  await expect(band(page)).toContainText('As of event 0')
  await page.keyboard.press('ArrowRight')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '1')
  await page.keyboard.press('End')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', String(head))
  await page.keyboard.press('Escape')
  await expect(band(page)).toBeHidden()
  await expect(slider(page)).toBeVisible()
})

test('a click and a drag on the timeline go there, and the list shows where one stands', async ({
  app: { page },
}) => {
  await openHistory(page)
  const box = (await slider(page).boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + 20)
  await expect(band(page)).toBeVisible()
  const middle = Number(await slider(page).getAttribute('aria-valuenow'))
  expect(middle).toBeGreaterThan(200)
  expect(middle).toBeLessThan(300)
  await page.mouse.move(box.x + box.width / 2, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 4, box.y + 20, { steps: 5 })
  await page.mouse.up()
  await expect
    .poll(async () => Number(await slider(page).getAttribute('aria-valuenow')))
    .toBeLessThan(middle - 50)
  const list = page.getByRole('listbox', { name: 'Events, newest first' })
  const here = list.getByRole('option', { name: /you stand here/ })
  await expect(here).toBeInViewport()
  await expect(list.getByRole('option', { name: /later: / }).first()).toBeVisible()
})

test('an event of the list is a place to stand at: Enter goes there', async ({ app: { page } }) => {
  await openHistory(page)
  const list = page.getByRole('listbox', { name: 'Events, newest first' })
  await list.getByRole('option', { name: /Saved the brief Missiles/ }).click()
  await page.getByRole('button', { name: 'View the workspace at this point' }).click()
  await expect(band(page)).toContainText('Saved the brief Missiles')
  const before = await slider(page).getAttribute('aria-valuenow')
  await list.getByRole('option', { name: /you stand here/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', String(Number(before) - 1))
})

test('every room shows the past, also before the first event', async ({ app: { page } }) => {
  await goTo(page, '0')
  await expect(band(page)).toContainText('As of event 0')
  for (const [letter, room] of [
    ['r', 'Read'],
    ['c', 'Claims'],
    ['k', 'Codebook'],
    ['b', 'Brief'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    const main = page.getByRole('main', { name: room })
    await expect(main.getByText('Nothing yet as of event 0').first()).toBeVisible()
    await expect(slider(page)).toBeVisible()
  }
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page.getByRole('option', { name: /Joined as Desk analyst/ })).toBeInViewport()
})

test('a day and a clock lead to what was known then, and what is no moment is told', async ({
  app: { page },
}) => {
  await goTo(page, '25 Nov 2024')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '494')
  await goTo(page, '2024-11-24')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '0')
  await goTo(page, '9999')
  await expect(page.getByText('the log ends at event 495')).toBeVisible()
  await page.getByLabel('Event, moment or time').fill('as briefed on Sunday')
  await page.keyboard.press('Enter')
  await expect(page.getByText('is no moment of this workspace')).toBeVisible()
})

test('the work is played, faster, to its end, and stops there', async ({ app: { page } }) => {
  await openHistory(page)
  await page.getByRole('button', { name: /Speed/ }).click()
  await page.getByRole('option', { name: '100×' }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(band(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await expect(slider(page)).toHaveAttribute('aria-valuenow', String(head), { timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('in Read the replay opens the article and scrolls to where an edit lands', async ({ app: { page } }) => {
  await goTo(page, '344')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  // From the tagged words back, over edits of other articles, by key.
  const title = page.locator('.article-title')
  await expect(title).toBeVisible()
  await slider(page).focus()
  for (let seq = 343; seq >= 341; seq -= 1) await page.keyboard.press('ArrowLeft')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '341')
  await expect(title).toContainText('Moscow names the missile')
  await goTo(page, '493')
  await expect(title).toContainText('$425 million')
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('reader-landed') !== undefined)).toBe(true)
  await page.getByLabel('Follow to other articles').uncheck()
  await goTo(page, '344')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '344')
  await expect(title).toContainText('$425 million')
})

test('in Claims the claim that an event changes comes into sight', async ({ app: { page } }) => {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await goTo(page, '493')
  const row = page.getByRole('row', { name: /As many as 8,000 North Korean soldiers/ })
  await expect(row).toBeInViewport()
  await expect(row).toHaveAttribute('data-landed', '1')
  await expect(page.locator('.details')).toContainText('corroborated')
  await slider(page).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('.details')).toContainText(/status\s*open/i)
  await expect(slider(page)).toBeFocused()
})

test('a replay about one tag visits only its events', async ({ app: { page } }) => {
  await openHistory(page)
  await page.getByRole('button', { name: 'Replay only…' }).click()
  const choice = page.getByRole('dialog', { name: 'Replay only' })
  await choice.getByRole('button', { name: /About/ }).click()
  await page.getByRole('option', { name: 'A tag' }).click()
  await choice.getByRole('combobox', { name: 'Tag' }).fill('weapon')
  await page.getByRole('option', { name: 'weapon type' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/of \d+ chosen events/)).toBeVisible()
  await slider(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(band(page)).toContainText('Created the tag weapon type')
  await page.keyboard.press('ArrowRight')
  await expect(band(page)).toContainText('weapon type')
  await page.getByRole('button', { name: 'Replay edits of everything' }).click()
  await page.keyboard.press('g')
  await expect(page.getByText(/chosen events/)).toBeHidden()
})

test('a named moment has a flag, and Ctrl and an arrow stop there', async ({ app: { page } }) => {
  await goTo(page, '300')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '300')
  await command(page, 'Name this moment…')
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('as briefed on Friday')
  await page.keyboard.press('Enter')
  await expect(band(page)).toContainText('“as briefed on Friday”')
  await slider(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ControlOrMeta+ArrowRight')
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '300')
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: /Go to the moment “as briefed on Friday”/ }).click()
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '300')
})

// A new workspace of the desktop shell asks the system’s dialog.
test('another workspace is shown as it is now', { tag: '@browser' }, async ({ app: { page } }) => {
  await goTo(page, '300')
  await expect(band(page)).toBeVisible()
  await command(page, 'New workspace…')
  await page.getByRole('dialog').getByLabel('Name').fill('another desk')
  await page.keyboard.press('Enter')
  await expect(page.getByText('another desk.claimtrail')).toBeVisible()
  await expect(band(page)).toBeHidden()
})

test('the past has no barriers in light and dark', async ({ app: { page } }) => {
  await openHistory(page)
  await goTo(page, '300')
  await expect(page.getByRole('option', { name: /you stand here/ })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.setViewportSize({ width: 760, height: 800 })
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(slider(page)).toBeVisible()
  await expectAccessibleInBothThemes(page)
})
