import type { Locator, Page } from '@playwright/test'
import type { ArticleListItem, ArticleMarks, ClaimDetail } from '../src/contract/rows.ts'
import { ask } from './shells/ask.ts'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { answerLate } from './steps.ts'

const articleId = 'inspector-spec-article'
const title = 'Barges on the river'
const lines = [
  'The spokeswoman Ida Lund said on Monday that up to 90 barges were waiting.',
  'A clerk counted 120 barges a day later.',
]
const text = `${lines.join('\n\n')}\n`
const article = { id: articleId, title, text, publisher: 'River Post', publishedDate: '2024-11-05' }

test.beforeEach(async ({ app }) => {
  await give(app.page, 'article.import', { articles: [article] })
  await library(app.page).getByText(title, { exact: true }).click()
  await expect(app.page.getByRole('document', { name: title })).toBeVisible()
})

test('the library finds articles by words of their text, and opens them there', async ({ app }) => {
  const { page } = app
  await library(page).getByRole('searchbox').fill('waiting barges')
  const found = library(page).getByRole('treeitem', { name: title })
  await expect(found.locator('mark').first()).toHaveText('barges')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(found).toHaveAttribute('aria-selected', 'true')
  await library(page).getByRole('searchbox').fill('no such words anywhere')
  await expect(library(page).getByText('No article fits')).toBeVisible()
  await library(page).getByRole('button', { name: 'Show all articles' }).click()
  await expect(found).toBeAttached()
})

test('an article is moved among to read, reading and read by key and by its menu', async ({ app }) => {
  const { page } = app
  await page.getByRole('document', { name: title }).focus()
  await page.keyboard.press('m')
  await expect.poll(() => statusOf(page)).toBe('read')
  await page.keyboard.press('ControlOrMeta+Shift+l')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Mark as being read' }).press('Enter')
  await expect.poll(() => statusOf(page)).toBe('reading')
  await expect(library(page).getByRole('tree')).toBeFocused()
})

test('what is marked stands in a list that jumps by key, and groups by tag and by claim', async ({ app }) => {
  const { page } = app
  await give(page, 'tag.create', { id: 'spec-tag', name: 'spec count', colour: 'blue' })
  await mark(page, 'first', '90 barges', ['spec-tag'])
  await mark(page, 'second', 'clerk')
  await make(page, 'spec-claim', { statement: 'Ninety wait.', evidence: ['first'] })
  const list = page.getByRole('tree', { name: `Marked in ${title}` })
  await expect(list.getByRole('treeitem')).toHaveText([/spec count.*90 barges.*1 claim/, /clerk/])
  await page.keyboard.press('ControlOrMeta+Shift+a')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Selected mark' })).toContainText('clerk')

  await page.getByRole('radio', { name: 'Under their tags' }).click()
  await expect(list.getByRole('treeitem')).toHaveText([/^spec count/, /90 barges/, /^No tag/, /clerk/])
  await page.getByRole('radio', { name: 'Under the claims' }).click()
  await expect(list.getByRole('treeitem')).toHaveText([/^Ninety wait/, /90 barges/, /^No claim/, /clerk/])
  await page.keyboard.press('ControlOrMeta+Shift+a')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(list.getByRole('treeitem')).toHaveText([/^Ninety wait/, /^No claim/, /clerk/])
})

test('the chosen words’ tags and note are changed beside the text; the note is kept by itself', async ({
  app,
}) => {
  const { page } = app
  await mark(page, 'first', '90 barges')
  await page.getByRole('treeitem', { name: '90 barges' }).click()
  const chosen = page.getByRole('region', { name: 'Selected mark' })
  await chosen.getByRole('combobox', { name: 'Add a tag' }).fill('made on the spot')
  await page.getByRole('option', { name: 'Create “made on the spot”' }).click()
  // The list of tags stays open for more.
  await page.keyboard.press('Escape')
  await expect(chosen.getByRole('button', { name: 'Take made on the spot off' })).toBeVisible()
  await chosen.getByRole('textbox', { name: 'Note' }).fill('Who counted?')
  await expect.poll(async () => (await marks(page)).annotations[0]?.note).toBe('Who counted?')
  expect((await marks(page)).annotations[0]?.tagIds).toHaveLength(1)
})

test('what the import got wrong about an article is corrected in place', async ({ app }) => {
  const { page } = app
  await page.getByRole('document', { name: title }).focus()
  await page.keyboard.press('i')
  const details = page.getByRole('region', { name: 'About the article' })
  await details.getByLabel('Author').fill('B. Writer')
  await details.getByLabel('Published').fill('6 Nov 2024')
  await details.getByLabel('Web address').fill('not an address')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/begins with http/)).toBeVisible()
  await expect
    .poll(async () => (await marks(page)).article)
    .toMatchObject({ author: 'B. Writer', publishedDate: '2024-11-06', url: '' })
})

test('a new claim makes its speaker, its publisher and its topic on the spot', async ({ app }) => {
  const { page } = app
  await mark(page, 'first', 'up to 90 barges')
  const form = await newClaim(page, 'up to 90 barges')
  await expect(form.getByText('suggested: the article’s date')).toBeVisible()
  await form.getByRole('button', { name: 'person' }).click()
  await form.getByRole('button', { name: 'Add the publisher “River Post”' }).click()
  await expect(form.getByRole('combobox', { name: 'Speaker' })).toHaveValue('Ida Lund')
  await form.getByRole('combobox', { name: 'Topic' }).fill('How many barges wait?')
  await page.getByRole('option', { name: /^Create/ }).click()
  await expect(form.getByRole('combobox', { name: 'Topic' })).toHaveValue('How many barges wait?')
  await form.getByLabel('Happened').fill('the other day')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(form.getByRole('alert')).toContainText('cannot be read yet')
  await expect(form.getByLabel('Happened')).toBeFocused()
  await form.getByLabel('Happened').fill('3–4 Nov 2024')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(form).toBeHidden()
  const { claims } = await marks(page)
  expect(claims).toMatchObject([
    {
      sourceName: 'Ida Lund',
      viaNames: ['River Post'],
      topicQuestion: 'How many barges wait?',
      qualifier: 'up to',
      high: 90,
      eventFrom: '2024-11-03',
      eventTo: '2024-11-04',
      statementFrom: '2024-11-05',
      evidence: ['first'],
    },
  ])
})

test('a claim saved at once waits for the topic that is being made for it', { tag: '@browser' }, async ({
  app,
}) => {
  const { page } = app
  await mark(page, 'first', 'up to 90 barges')
  const form = await newClaim(page, 'up to 90 barges')
  await answerLate(page)
  await form.getByRole('combobox', { name: 'Topic' }).fill('How many barges wait?')
  await page.getByRole('option', { name: /^Create/ }).click()
  await form.getByLabel('Happened').press('ControlOrMeta+Enter')
  await expect(form).toBeHidden()
  expect((await marks(page)).claims).toMatchObject([{ topicQuestion: 'How many barges wait?' }])
})

test('a name half typed never takes the chosen one away', async ({ app }) => {
  const { page } = app
  await give(page, 'topic.open', { id: 'spec-topic', question: 'Barges waiting?' })
  await mark(page, 'first', 'up to 90 barges')
  const form = await newClaim(page, 'up to 90 barges')
  const topic = form.getByRole('combobox', { name: 'Topic' })
  await topic.fill('barges WAITING?')
  await expect(page.getByRole('option', { name: 'Barges waiting?' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(topic).toHaveValue('Barges waiting?')

  await topic.fill('zz')
  await page.keyboard.press('Escape')
  await expect(topic).toHaveValue('Barges waiting?')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(form, 'Escape was the field’s').toBeVisible()

  await topic.fill('Ships waiting?')
  // An open list hides the rest from readers of the screen, not from the pointer.
  await page.getByLabel('Statement', { exact: true }).click()
  await expect(topic).toHaveValue('Ships waiting?')
  await expect(form.getByText('“Barges waiting?” stays chosen')).toBeAttached()
  await form.getByRole('button', { name: 'Create “Ships waiting?”' }).click()
  await expect(form.getByRole('button', { name: /^Create/ })).toBeHidden()
  await topic.fill('zz')
  await page.keyboard.press('Escape')
  await expect(topic).toHaveValue('Ships waiting?')

  await topic.fill('')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(form).toBeHidden()
  expect((await marks(page)).claims[0]?.topicQuestion, 'an emptied field means none').toBe('')
})

test('the list of several values closes when the field is left', async ({ app }) => {
  const { page } = app
  await mark(page, 'first', 'up to 90 barges')
  const form = await newClaim(page, 'up to 90 barges')
  const via = form.getByRole('combobox', { name: 'Via' })
  const list = page.getByRole('listbox')
  await via.click()
  await list.getByRole('option').first().click()
  await expect(page.getByLabel('Via: chosen').locator('li')).toHaveCount(1)
  await page.getByRole('heading', { name: title, includeHidden: true }).click()
  await expect(list).toBeHidden()
  await via.fill('zz')
  await expect(list).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(list).toBeHidden()
})

test('claims that give another figure are told before the claim is added', async ({ app }) => {
  const { page } = app
  await give(page, 'topic.open', { id: 'spec-topic', question: 'Barges waiting?' })
  const figure = { qualifier: 'exactly', low: 120, high: 120, unit: 'barges', topicId: 'spec-topic' }
  await make(page, 'spec-other', { statement: 'One hundred and twenty wait.', ...figure })
  await mark(page, 'first', 'up to 90 barges')
  const form = await newClaim(page, 'up to 90 barges')
  await form.getByRole('combobox', { name: 'Topic' }).fill('Barges waiting')
  await page.getByRole('option', { name: 'Barges waiting?' }).click()
  await expect(form.getByRole('status')).toContainText('Another claim on this topic gives 120 barges')
})

test('a claim rests on more words: taken in while it is made, or added to it later', async ({ app }) => {
  const { page } = app
  await make(page, 'spec-claim', { statement: 'Many wait.' })
  await mark(page, 'first', '90 barges')
  await page.getByRole('treeitem', { name: '90 barges' }).click()
  await page.getByRole('button', { name: 'Add to a claim' }).click()
  await page.getByRole('searchbox', { name: /Claim/ }).fill('Many wait')
  await page.getByRole('option', { name: 'Many wait.' }).click()
  await expect.poll(async () => (await claim(page, 'spec-claim')).evidence).toEqual(['first'])

  await page.getByRole('button', { name: 'Edit the claim “Many wait.”' }).click()
  const form = page.getByRole('form', { name: 'Edit claim' })
  await expect(form.getByText('Evidence · 1')).toBeVisible()
  await form.getByRole('button', { name: 'Take “90 barges” off this claim' }).click()
  await expect.poll(async () => (await claim(page, 'spec-claim')).evidence).toEqual([])
})

test.describe('a claim changed elsewhere while its form was open', () => {
  test.use({ allowProblems: true })

  test('is not overwritten: both values are shown and chosen from, field by field', async ({ app }) => {
    const { page } = app
    await mark(page, 'first', '90 barges')
    await make(page, 'spec-claim', { statement: 'Many wait.', evidence: ['first'] })
    await page.getByRole('treeitem', { name: '90 barges' }).click()
    await page.getByRole('button', { name: 'Edit the claim “Many wait.”' }).click()
    const form = page.getByRole('form', { name: 'Edit claim' })
    await form.getByLabel('Place').fill('the upper basin')
    await form.getByRole('textbox', { name: 'Note' }).fill('Mine')
    await give(page, 'claim.change', { ids: ['spec-claim'], set: { place: 'the lock', status: 'disputed' } })
    await page.keyboard.press('ControlOrMeta+Enter')
    await form.getByRole('button', { name: 'Now: the lock' }).click()
    await expect(form.getByLabel('Place')).toHaveValue('the lock')
    await form.getByRole('button', { name: 'Save changes' }).click()
    await expect(form).toBeHidden()
    expect(await claim(page, 'spec-claim')).toMatchObject({
      place: 'the lock',
      status: 'disputed',
      note: 'Mine',
    })
  })
})

test('a claim begun outlives a restart, and is found from another article', async ({ app }) => {
  await mark(app.page, 'first', '90 barges')
  const form = await newClaim(app.page, '90 barges')
  await form.getByRole('textbox', { name: 'Statement' }).fill('Half a claim')
  await app.page.keyboard.press('Escape')
  const kept = async () => JSON.stringify(await value(app.page, 'view.get', { key: 'claim drafts' }))
  await expect.poll(kept).toContain('Half a claim')
  await app.restart()
  await library(app.page).getByText('One number, many mouths', { exact: true }).click()
  const begun = app.page.getByRole('region', { name: 'Claims begun' })
  await expect(begun).toContainText(`in ${title}`)
  await begun.getByRole('button', { name: /^Half a claim/ }).click()
  await expect(app.page.getByRole('document', { name: title })).toBeVisible()
  await begun.getByRole('button', { name: /^Half a claim/ }).click()
  await expect(app.page.getByRole('textbox', { name: 'Statement' })).toHaveValue('Half a claim')
})

test('claim form, article details and grouped list have no barriers in light and dark', async ({ app }) => {
  const { page } = app
  await mark(page, 'first', 'up to 90 barges')
  await page.getByRole('radio', { name: 'Under their tags' }).click()
  await newClaim(page, 'up to 90 barges')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'About the article' }).click()
  await expectAccessibleInBothThemes(page)
})

function library(page: Page): Locator {
  return page.getByRole('region', { name: 'Library' })
}

/** Opens the form for words that are marked, through the list of marks. */
async function newClaim(page: Page, words: string): Promise<Locator> {
  await page.getByRole('treeitem', { name: words }).click()
  await page.getByRole('button', { name: 'New claim' }).click()
  const form = page.getByRole('form', { name: 'New claim' })
  await expect(form.getByRole('textbox', { name: 'Statement' })).toBeFocused()
  return form
}

let commands = 0

async function give(page: Page, type: string, args: object): Promise<void> {
  commands += 1
  await value(page, 'execute', { commandId: `inspector-spec-${commands}`, type, args })
}

async function value(page: Page, name: string, input: unknown): Promise<unknown> {
  const answer = (await ask(page, name, input)) as { value: unknown; error?: unknown }
  expect(answer.error, `the answer of ${name}`).toBeUndefined()
  return answer.value
}

/** Marks the first place of some words and waits until it is in the list. */
async function mark(page: Page, id: string, words: string, tagIds: string[] = []): Promise<void> {
  const start = text.indexOf(words)
  await give(page, 'annotation.make', {
    spans: [{ id, articleId, start, end: start + words.length, tagIds }],
  })
  await expect(page.getByRole('treeitem', { name: words })).toBeVisible()
}

async function make(page: Page, id: string, fields: object): Promise<void> {
  await give(page, 'claim.make', { id, ...fields })
}

async function marks(page: Page): Promise<ArticleMarks> {
  return (await value(page, 'article.marks', { id: articleId })) as ArticleMarks
}

async function claim(page: Page, id: string): Promise<ClaimDetail['claim']> {
  return ((await value(page, 'claim.get', { id })) as ClaimDetail).claim
}

async function statusOf(page: Page): Promise<string | undefined> {
  const articles = (await value(page, 'articles.list', {})) as ArticleListItem[]
  return articles.find(({ id }) => id === articleId)?.status
}
