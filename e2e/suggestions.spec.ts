import type { Locator, Page } from '@playwright/test'
import type { ArticleMarks, HistoryEntry, RejectedSuggestion } from '../src/contract/rows.ts'
import { ask } from './shells/ask.ts'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { command as runAction } from './steps.ts'

const articleId = 'suggestions-spec-article'
const title = 'Boats in the northern harbour'
const figure = 'Mara Lindqvist said on Tuesday that up to 40 boats had left the harbour.'
const denial = 'The Harbour Ministry denied that any boats had left.'
const text = [
  figure,
  denial,
  'The Harbour Board met in the morning. Later the Harbour Board went home, and the Harbour Board slept.',
].join('\n\n')

test.beforeEach(async ({ app }) => {
  await bring(app.page, { id: articleId, title, text, publishedDate: '2024-11-01' })
})

test('suggestions are judged by keyboard alone, and the text follows', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(list(page)).toBeFocused()
  await expect(lineOf(page, 'up to 40 boats')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => painted(page, 'reader-suggestion')).toBe(figure)
  await page.keyboard.press('j')
  await expect.poll(() => painted(page, 'reader-suggestion')).toBe(denial)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('a')
  await expect(lineOf(page, 'up to 40 boats')).toHaveCount(0)
  await expect(lineOf(page, 'denied')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('r')
  await expect(lineOf(page, 'denied')).toHaveCount(0)
  await expect.poll(async () => (await rejected(page)).map(({ quote }) => quote)).toEqual([denial])
  await expect(list(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('document', { name: title })).toBeFocused()
})

test('a key that is held down accepts one suggestion, not one after the other', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(lineOf(page, 'up to 40 boats')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.down('a')
  await expect(lineOf(page, 'denied')).toHaveAttribute('aria-selected', 'true')
  for (let time = 0; time < 5; time += 1) await page.keyboard.down('a')
  await page.keyboard.up('a')
  await page.keyboard.press('r')
  await expect.poll(async () => (await rejected(page)).map(({ quote }) => quote)).toEqual([denial])
  expect((await marksOf(page)).claims).toHaveLength(1)
})

test('accepted claims go to a topic made on the spot, and its list closes over it', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(list(page)).toBeFocused()
  const topic = page.getByRole('combobox', { name: 'Topic for accepted claims' })
  await expect(topic, 'the topic used last is offered').not.toHaveValue('')
  await topic.fill('How many boats?')
  await page.getByRole('option', { name: 'Create “How many boats?”' }).click()
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(topic).toHaveValue('How many boats?')
  await lineOf(page, 'up to 40 boats').click()
  await page.keyboard.press('a')
  await expect(page.getByText(/^Accepted the suggestion “/)).toBeVisible()
  const topics = (await value(page, 'topics.list', {})) as { id: string; question: string }[]
  const made = topics.find(({ question }) => question === 'How many boats?')
  expect((await marksOf(page)).claims).toMatchObject([{ topicId: made?.id }])
})

test('an accepted suggestion is a claim on its words, said by a source made with it, and one undo takes all of it back', async ({
  app,
}) => {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(lineOf(page, 'up to 40 boats')).toContainText('new person')
  await expect(lineOf(page, 'up to 40 boats')).toContainText('“on Tuesday” → 29 Oct 2024 · relative')
  await page.keyboard.press('a')
  await expect(page.getByText(/^Accepted the suggestion “/)).toBeVisible()
  const { claims, annotations } = await marksOf(page)
  expect(annotations.map(({ quote }) => quote)).toEqual([figure])
  expect(claims).toMatchObject([
    {
      sourceName: 'Mara Lindqvist',
      qualifier: 'up to',
      low: null,
      high: 40,
      unit: 'boats',
      stance: 'asserts',
      evidence: [annotations[0]?.id],
    },
  ])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await marksOf(page)).claims).toEqual([])
  expect((await marksOf(page)).annotations).toEqual([])
  expect(JSON.stringify(await value(page, 'sources.list', {}))).not.toContain('Mara Lindqvist')
  await expect(lineOf(page, 'up to 40 boats'), 'undone, it is offered again').toBeVisible()
})

test('History tells which claim began as a suggestion, and why', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(lineOf(page, 'up to 40 boats')).toBeVisible()
  await page.keyboard.press('a')
  await expect.poll(async () => (await marksOf(page)).claims.length).toBe(1)
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page.getByRole('option', { name: /Accepted the suggestion “Mara Lindqvist/ })).toBeVisible()
  const { entries } = (await value(page, 'history.page', { limit: 1 })) as { entries: HistoryEntry[] }
  const sentence = entries[0]?.sentence.map((part) => part.text).join('')
  expect(sentence).toMatch(
    /^Claimed, as suggested: Mara Lindqvist asserts .* Suggested: .*said by Mara Lindqvist/,
  )
})

test('a suggestion is edited in the claim form, filled in, and saving goes on with the next one', async ({
  app,
}) => {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(lineOf(page, 'up to 40 boats')).toBeVisible()
  await page.keyboard.press('e')
  const form = page.getByRole('form', { name: 'New claim' })
  await expect(form.getByRole('textbox', { name: 'Figure' })).toHaveValue('40')
  await expect(form.getByText('suggested from “up to 40')).toBeVisible()
  await form.getByRole('textbox', { name: 'Figure' }).fill('45')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(form).toBeHidden()
  await expect.poll(async () => (await marksOf(page)).claims.map(({ high }) => high)).toEqual([45])
  await expect(
    lineOf(page, 'up to 40 boats'),
    'its figure was corrected; it does not come again',
  ).toHaveCount(0)
  await expect(list(page)).toBeFocused()
  await expect(lineOf(page, 'denied')).toHaveAttribute('aria-selected', 'true')
})

test('rejected suggestions stay away, after a restart too, until they are reconsidered', async ({ app }) => {
  await app.page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(lineOf(app.page, 'denied')).toBeVisible()
  await app.page.getByRole('button', { name: 'All suggestions' }).click()
  await app.page.getByRole('menuitem', { name: /^Reject \d+ draft claims/ }).click()
  await expect.poll(async () => (await rejected(app.page)).length).toBeGreaterThan(1)
  await app.restart()
  const { page } = app
  await page.getByRole('region', { name: 'Library' }).getByText(title, { exact: true }).click()
  await expect(page.getByText('No draft claims are left.')).toBeVisible()
  await list(page)
    .getByRole('treeitem', { name: /^Rejected/ })
    .click()
  await lineOf(page, 'denied').click()
  await lineOf(page, 'denied')
    .getByRole('button', { name: /Reconsider/ })
    .click()
  await expect(page.getByText(/^Suggestions · 1$/)).toBeVisible()
})

test('words known from elsewhere are marked at every place in one step, with their tag', async ({ app }) => {
  const { page } = app
  const words = 'The Harbour Board'
  const tags = (await value(page, 'tags.list', {})) as { id: string; name: string }[]
  const [tag] = tags
  await command(page, 'article.import', {
    articles: [{ id: 'suggestions-spec-other', title: 'Other', text: words }],
  })
  await command(page, 'annotation.make', {
    spans: [
      {
        id: 'other-mark',
        articleId: 'suggestions-spec-other',
        start: 4,
        end: words.length,
        tagIds: [tag!.id],
      },
    ],
  })
  await page.keyboard.press('ControlOrMeta+Shift+s')
  const line = list(page).getByRole('treeitem').filter({ hasText: 'also here, 3 times' })
  await expect(line).toContainText('Harbour Board')
  await expect(line).toContainText(tag!.name)
  await line.click()
  await list(page).focus()
  await page.keyboard.press('a')
  await expect(line).toHaveCount(0)
  const { annotations } = await marksOf(page)
  expect(annotations.map(({ quote, tagIds }) => [quote, ...tagIds])).toEqual(
    Array.from({ length: 3 }, () => ['Harbour Board', tag!.id]),
  )
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await marksOf(page)).annotations).toEqual([])
})

test('the underline can be switched off, and nothing enters the log unasked', async ({ app }) => {
  const { page } = app
  const { seq } = (await value(page, 'status', {})) as { seq: number }
  await expect.poll(() => painted(page, 'reader-suggested')).toContain('40')
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await page.keyboard.press('j')
  await page.getByRole('button', { name: 'All suggestions' }).click()
  await page.getByRole('menuitem', { name: 'Do not underline them in the text' }).click()
  await expect.poll(() => painted(page, 'reader-suggested')).toBe('')
  expect(await value(page, 'status', {})).toMatchObject({ seq })
})

test('a text in another language is left alone, with the reason', async ({ app }) => {
  const { page } = app
  const german =
    'Der Hafen war am Montag leer, sagte die Behörde. Bis zu 40 Boote waren nicht mehr da. '.repeat(6)
  await bring(page, { id: 'suggestions-spec-german', title: 'Der Hafen', text: german })
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(page.getByText(/The assistant reads English/)).toBeVisible()
})

test('in the past there is nothing to decide, and it says why', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(lineOf(page, 'denied')).toBeVisible()
  const { seq } = (await value(page, 'status', {})) as { seq: number }
  await command(page, 'topic.open', { id: 'suggestions-spec-topic', question: 'How many boats?' })
  await runAction(page, 'Go to a moment…')
  await page.getByLabel('Event, moment or time').fill(String(seq))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing to decide here')).toBeVisible()
  await expect(list(page)).toHaveCount(0)
  await expect.poll(() => painted(page, 'reader-suggested')).toBe('')
  await expect.poll(() => painted(page, 'reader-suggestion')).toBe('')
})

test('a long article gives all its suggestions, page after page', async ({ app }) => {
  const { page } = app
  const paragraphs = Array.from(
    { length: 900 },
    (_, index) =>
      `The council said at least ${index + 100} lorries crossed the bridge. It was a quiet day otherwise, and the road along the river stayed open for everybody who wanted to use it.`,
  )
  await bring(page, {
    id: 'suggestions-spec-long',
    title: 'Lorries, day by day',
    text: paragraphs.join('\n\n'),
  })
  await expect(page.getByText('Suggestions · 900')).toBeVisible({ timeout: 30_000 })
})

test('the list has no barriers in light and dark, narrow windows too', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(lineOf(page, 'up to 40 boats')).toHaveAttribute('aria-selected', 'true')
  await expectAccessibleInBothThemes(page)
  await page.setViewportSize({ width: 720, height: 800 })
  await page.keyboard.press('ControlOrMeta+Shift+s')
  await expect(list(page)).toBeFocused()
  await expectAccessibleInBothThemes(page)
})

let commands = 0

async function bring(
  page: Page,
  article: { id: string; title: string; text: string; publishedDate?: string },
): Promise<void> {
  await command(page, 'article.import', { articles: [article] })
  await page.getByRole('region', { name: 'Library' }).getByText(article.title, { exact: true }).click()
  await expect(page.getByRole('document', { name: article.title })).toBeVisible()
}

async function command(page: Page, type: string, args: unknown): Promise<void> {
  commands += 1
  await value(page, 'execute', { commandId: `suggestions-spec-${commands}`, type, args })
}

async function value(page: Page, name: string, input: unknown): Promise<unknown> {
  const answer = (await ask(page, name, input)) as { ok: boolean; value: unknown; error?: unknown }
  expect(answer.error, `the answer of ${name}`).toBeUndefined()
  return answer.value
}

async function marksOf(page: Page): Promise<ArticleMarks> {
  return (await value(page, 'article.marks', { id: articleId })) as ArticleMarks
}

async function rejected(page: Page): Promise<RejectedSuggestion[]> {
  return (await value(page, 'suggestions.rejected', { articleId })) as RejectedSuggestion[]
}

function list(page: Page): Locator {
  return page.getByRole('tree', { name: /^Suggested in / })
}

function lineOf(page: Page, words: string): Locator {
  return list(page).getByRole('treeitem').filter({ hasText: words })
}

/** The words that a highlight paints, in the order of the text. */
function painted(page: Page, name: string): Promise<string> {
  return page.evaluate((wanted) => {
    const ranges = [...(CSS.highlights.get(wanted) ?? [])]
    return ranges
      .map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.textContent ?? '').slice(startOffset, endOffset),
      )
      .join('|')
  }, name)
}
