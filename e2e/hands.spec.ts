import type { Page } from '@playwright/test'
import type { ArticleMarks } from '../src/contract/rows.ts'
import { ask } from './shells/ask.ts'
import { expect, test } from './shells/fixtures.ts'
import { command } from './steps.ts'

/* Keys as people press them: whole names, Escape at any point, letters wherever the focus happens to be. */

const articleId = 'hands-spec-article'
const title = 'Ferries in the strait'
const text = 'The harbour office counted 40 ferries on Monday.\n\nA pilot spoke of 35 ferries.\n'

test.beforeEach(async ({ app }) => {
  await give(app.page, 'article.import', { articles: [{ id: articleId, title, text }] })
  await app.page.getByRole('tree', { name: 'Articles' }).getByText(title, { exact: true }).click()
  await expect(app.page.getByRole('document', { name: title })).toBeVisible()
})

test('a tag’s whole name and Enter makes one mark, one undo; what the arrows choose is what is taken', async ({
  app,
}) => {
  const { page } = app
  await give(page, 'tag.create', { id: 'hands-1', name: 'ferry tag 1', colour: 'blue' })
  await give(page, 'tag.create', { id: 'hands-10', name: 'ferry tag 10', colour: 'green' })
  await selectFirstWord(page)
  await page.keyboard.press('t')
  await page.keyboard.type('ferry tag 1')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await marksOf(page)).map(({ tagIds }) => tagIds)).toEqual([['hands-1']])
  await expect(page.getByRole('document', { name: title })).toBeFocused()

  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => marksOf(page)).toEqual([])
  await selectFirstWord(page)
  await page.keyboard.press('t')
  await page.keyboard.type('ferry tag 1')
  await expect(page.getByRole('option', { name: 'ferry tag 10' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await marksOf(page)).map(({ tagIds }) => tagIds)).toEqual([['hands-10']])
})

test('panes opened on a mark chosen by the mouse have the focus, and Escape closes them', async ({ app }) => {
  const { page } = app
  await give(page, 'annotation.make', { spans: [{ id: 'hands-mark', articleId, start: 27, end: 37 }] })
  await page.getByRole('treeitem', { name: '40 ferries' }).click()
  await page.getByRole('document', { name: title }).focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Counted from the quay.')
  await expect(page.getByRole('textbox', { name: 'Note' }).first()).toHaveValue('Counted from the quay.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('document', { name: title })).toBeFocused()
})

test('find takes what is typed instead of what stood there, and Escape leaves nothing selected that was not found', async ({
  app,
}) => {
  const { page } = app
  await selectFirstWord(page)
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('pilot')
  const field = page.getByRole('searchbox', { name: 'Find in this article' })
  await expect(field).toHaveValue('pilot')
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('nowhere')
  await expect(field).toHaveValue('nowhere')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('document', { name: title })).toBeFocused()
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeHidden()
})

test('the pointer and the arrows select what they are put on', async ({ app }) => {
  const { page } = app
  const words = 'قال مسؤول إن العدد كبير.'
  const body = `Ships\tAway   Here\n\nSubscribe to our letter today.\n\n${words}\n\nThe last line has seven plain words.\n`
  const id = 'hands-pointer'
  await give(page, 'article.import', { articles: [{ id, title: 'Pointer', text: body }] })
  const start = body.indexOf('Subscribe')
  const spans = [{ id: 'hands-fold', start, end: body.indexOf('today.') + 6, kind: 'newsletter' }]
  await give(page, 'furniture.mark', { articleId: id, spans })
  await page.getByRole('tree', { name: 'Articles' }).getByText('Pointer', { exact: true }).click()
  const reader = page.getByRole('document', { name: 'Pointer' })
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  const selected = reader.locator('..').locator('[aria-live=polite]')

  // A third click takes the paragraph and no line feeds, on the last one too; one click inside lets go of it.
  await reader.getByText('The last line').click({ clickCount: 3 })
  await expect(selected).toHaveText('Selected: The last line has seven plain words.')
  await reader.getByText('The last line').click()
  await expect(bar).toBeHidden()

  // Arrows go where they point.
  const left = () => caretLeft(page)
  await reader.getByText(words).click({ position: { x: 300, y: 10 } })
  const before = await left()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await left()) < before).toBe(true)

  // Tabs and runs of spaces take room.
  await expect(reader.getByText('Ships')).toHaveCSS('white-space-collapse', 'preserve')

  // What is folded is no selection by itself, and is told where it is part of one.
  await reader.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await expect(selected).not.toContainText('Subscribe')
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bar).toContainText('includes 1 hidden line')

  // A key goes from mark to mark, and Delete means the words that are selected, not a mark elsewhere.
  const [first, second] = ['Ships', 'seven'].map((word) => body.indexOf(word)) as [number, number]
  await give(page, 'annotation.make', {
    spans: [
      { id: 'hands-a', articleId: id, start: first, end: first + 5 },
      { id: 'hands-b', articleId: id, start: second, end: second + 5 },
    ],
  })
  await expect(page.getByRole('treeitem', { name: /seven/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Home')
  const chosen = page.getByRole('region', { name: 'Selected mark' })
  await page.keyboard.press('Alt+ArrowDown')
  await expect(chosen).toContainText('Ships')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(chosen).toContainText('seven')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+ArrowRight')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await expect(chosen).toBeHidden()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(chosen).toBeVisible()
  expect(
    ((await ask(page, 'article.marks', { id })) as { value: ArticleMarks }).value.annotations,
  ).toHaveLength(2)
})

test('no letter is a command while the focus is in a form, a closed list, a chip or a popover', async ({
  app,
}) => {
  const { page } = app
  await selectFirstWord(page)
  await page.keyboard.press('c')
  await expect(page.getByRole('form', { name: 'New claim' })).toBeVisible()
  await expectNoCommands(page)
  for (const room of ['Claims', 'Compare', 'History', 'Brief', 'Codebook']) {
    await page
      .getByRole('link', { name: room, exact: true })
      .or(page.getByRole('button', { name: room, exact: true }))
      .first()
      .click()
    await expect(page.getByRole('main', { name: room })).toBeVisible()
    await expectNoCommands(page)
  }
})

test('the status line tells of the workspace that is open, at once', async ({ app }) => {
  const { page } = app
  test.skip(app.shell !== 'browser', 'a new workspace asks the system’s dialog on the desktop shells')
  await expect(page.getByRole('contentinfo')).toContainText(/event [45]\d\d/)
  await command(page, 'New workspace')
  await page.getByRole('dialog').getByRole('textbox').fill('Straits')
  await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click()
  const line = page.getByRole('contentinfo')
  await expect(line).toContainText('Straits.claimtrail')
  const status = (await ask(page, 'status', {})) as { value: { seq: number; articles: number } }
  await expect(line).toContainText(`event ${status.value.seq}`)
  await expect(line).toContainText('0 articles')
})

/** Presses every letter and digit on everything there that has keys of its own and is no text: nothing may happen. */
async function expectNoCommands(page: Page): Promise<void> {
  const controls = page.locator(
    'main :is(form, .field, .chip) :is(button, [role="radio"], [role="checkbox"]):visible:not(:disabled)',
  )
  const before = await stateOf(page)
  const most = Math.min(await controls.count(), 12)
  for (let index = 0; index < most; index += 1) {
    const control = controls.nth(index)
    const value = await control.innerText()
    await control.focus()
    for (const letter of 'acdefhmnrstxgp123') await page.keyboard.press(letter)
    expect(await stateOf(page), `after letters on “${value}”`).toEqual(before)
    expect(await control.innerText()).toBe(value)
  }
}

async function stateOf(page: Page): Promise<unknown> {
  const { value } = (await ask(page, 'status', {})) as { value: { seq: number } }
  const room = await page.getByRole('main').getAttribute('aria-label')
  return { seq: value.seq, room, dialogs: await page.getByRole('dialog').count() }
}

/** Where the caret's line stands, in pixels of the window. */
function caretLeft(page: Page): Promise<number> {
  return page.locator('.reader-caret').evaluate((line) => line.getBoundingClientRect().left)
}

async function selectFirstWord(page: Page): Promise<void> {
  await page.getByRole('document', { name: title }).focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
}

async function marksOf(page: Page): Promise<ArticleMarks['annotations']> {
  const { value } = (await ask(page, 'article.marks', { id: articleId })) as { value: ArticleMarks }
  return value.annotations
}

async function give(page: Page, type: string, args: unknown): Promise<void> {
  const answer = (await ask(page, 'execute', { commandId: crypto.randomUUID(), type, args })) as {
    ok: boolean
  }
  expect(answer, `${type} is accepted`).toMatchObject({ ok: true })
}
