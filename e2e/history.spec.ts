import { ask } from './shells/ask.ts'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { paste } from './steps.ts'

test.beforeEach(async ({ app }) => {
  await app.page.keyboard.press('g')
  await app.page.keyboard.press('h')
})

test('every event is told, the newest first, and a bulk command opens into its events', async ({ app }) => {
  const list = app.page.getByRole('listbox', { name: 'Events, newest first' })
  await expect(list.getByRole('option').first()).toContainText('Joined as Test Analyst')
  await paste(
    app.page,
    'First report on the boats\n\nMost Popular\nTwo boats\nThree boats\n\nThe boats are here, said the harbour.\n',
  )
  await app.page.keyboard.press('ControlOrMeta+Enter')
  await expect(app.page.getByText('Imported “First report on the boats”')).toBeVisible()
  await app.page.keyboard.press('g')
  await app.page.keyboard.press('h')
  const bulk = list.getByRole('option').first()
  await expect(bulk).toContainText('Imported “First report on the boats”')
  await expect(bulk).toHaveAccessibleName(/2 events folded/)
  await bulk.click()
  await expect(list.getByRole('option', { name: /Marked a stretch of/ }).first()).toBeVisible()
  await bulk.click()
  await expect(list.getByRole('option').nth(1)).toContainText('Joined as')
})

test('what is renamed has its new name in the sentences that stand there already', async ({ app }) => {
  const { page } = app
  const give = (commandId: string, type: string, args: unknown) =>
    ask(page, 'execute', { commandId, type, args })
  const list = page.getByRole('listbox', { name: 'Events, newest first' })
  const article = { id: 'history-article', title: 'Boats', text: 'Two boats lie there.\n' }
  const span = { id: 'history-span', articleId: article.id, start: 0, end: 9 }
  await give('history-1', 'article.import', { articles: [article] })
  await give('history-2', 'tag.create', { id: 'history-tag', name: 'harbour', colour: 'blue' })
  await give('history-3', 'annotation.make', { spans: [{ ...span, tagIds: ['history-tag'] }] })
  const tagged = (name: string) => list.getByRole('option', { name: new RegExp(`Two boats.*${name}`) })
  await expect(tagged('harbour')).toBeVisible()
  await give('history-4', 'tag.change', { id: 'history-tag', set: { name: 'seaport' } })
  await expect(tagged('seaport')).toBeVisible()
})

test('the log is read on while it is scrolled, back to its first event', async ({ app }) => {
  const list = app.page.getByRole('listbox', { name: 'Events, newest first' })
  await expect(list.getByRole('option').first()).toBeVisible()
  const toFirst = async () => {
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    return list.getByRole('option').last().locator('.history-seq').textContent()
  }
  await expect.poll(toFirst, { timeout: 30_000 }).toBe('1')
})

test('an item shows who set each field, and leads to where it lives', async ({ app }) => {
  await app.page.getByRole('button', { name: /Everything/ }).click()
  await app.page.getByRole('option', { name: 'Claims and relations' }).click()
  const list = app.page.getByRole('listbox', { name: 'Events, newest first' })
  await list
    .getByRole('option', { name: /status of/ })
    .first()
    .click()
  const panel = app.page.locator('.item-panel')
  await expect(panel).toContainText('statement')
  await expect(panel).toContainText(/set by .+, event \d+/)
  await panel.getByRole('button', { name: 'Only its events' }).click()
  await expect(app.page.getByText(/^Only “/)).toBeVisible()
  await panel.getByRole('button', { name: 'Go to it' }).click()
  await expect(app.page.getByRole('main', { name: 'Claims' })).toBeVisible()
  await app.page.keyboard.press('Alt+ArrowLeft')
  await expect(app.page.getByText(/^Only “/)).toBeVisible()
})

test('events are filtered by person', async ({ app }) => {
  await app.page.getByRole('button', { name: /Everyone/ }).click()
  await app.page.getByRole('option', { name: 'Test Analyst (you)' }).click()
  await expect(
    app.page.getByRole('listbox', { name: 'Events, newest first' }).getByRole('option'),
  ).toHaveCount(1)
})

test('the history has no barriers in light and dark', async ({ app }) => {
  const list = app.page.getByRole('listbox', { name: 'Events, newest first' })
  await list.getByRole('option').nth(2).click()
  await expect(app.page.locator('.item-panel h2')).toBeVisible()
  await expectAccessibleInBothThemes(app.page)
})
