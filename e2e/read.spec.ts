import type { Locator, Page } from '@playwright/test'
import type { Annotation, ArticleMarks, TagListItem } from '../src/contract/rows.ts'
import { ask } from './shells/ask.ts'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'

const title = 'Lorries on the northern road'
const lines = [
  'The council said up to 40 lorries 🚚🚚 crossed the bridge on Monday.',
  'Subscribe to our newsletter',
  'More about roads',
  'A driver named שרה counted up to 40 lorries, and a clerk wrote 40 again.',
  '橋の上に車が多い。',
]
const text = `${lines.join('\n\n')}\n`
const articleId = 'read-spec-article'

test.beforeEach(async ({ app }) => {
  await bring(app.page, { id: articleId, title, text })
})

test('words are marked by keyboard alone: by word, with a tag’s number', async ({ app }) => {
  const { page } = app
  await textOf(page).focus()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('ControlOrMeta+ArrowRight')
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await page.keyboard.press('w')
  await expect(page.getByText('Selected: up to 40', { exact: true })).toBeAttached()
  await page.keyboard.press('1')
  await expect.poll(() => quotes(page)).toEqual(['up to 40'])
  await expect(textOf(page)).toBeFocused()
})

test('a tag is made by its name and Enter, and has a key from then on; leaving the field chooses nothing', async ({
  app,
}) => {
  const { page } = app
  const nine = (await tagsOf(page)).find(({ hotkey }) => hotkey === '9')
  await command(page, 'tag.change', { id: nine?.id, set: { hotkey: null } })
  await select(page, 'council')
  await page.keyboard.press('t')
  const field = page.getByRole('combobox', { name: 'Tag' })
  await field.fill('force')
  await expect(page.getByRole('option', { name: 'force size' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await select(page, 'driver')
  await page.keyboard.press('t')
  await field.fill('bridge traffic')
  await page.keyboard.press('Enter')
  await expect.poll(() => quotes(page)).toEqual(['driver'])

  expect((await tagsOf(page)).find(({ name }) => name === 'bridge traffic')).toMatchObject({ hotkey: '9' })
  await select(page, 'clerk')
  await page.keyboard.press('9')
  await expect.poll(() => quotes(page)).toEqual(['driver', 'clerk'])
  const [driver, clerk] = await annotations(page)
  expect(clerk?.tagIds).toEqual(driver?.tagIds)
})

test('a selection grows over whole emoji and right-to-left letters, and offsets are exact', async ({
  app,
}) => {
  const { page } = app
  const emoji = text.indexOf('🚚')
  await caretTo(page, emoji)
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('1')
  await expect.poll(() => quotes(page)).toEqual(['🚚🚚'])
  await select(page, 'שרה')
  await page.keyboard.press('1')
  await select(page, '橋の上')
  await page.keyboard.press('1')
  await expect.poll(() => quotes(page)).toEqual(['🚚🚚', 'שרה', '橋の上'])
  for (const { start, end, quote } of await annotations(page)) expect(text.slice(start, end)).toBe(quote)
})

test('words dragged over with the mouse are offered a bar beside them, inside the window', async ({
  app,
}) => {
  const { page } = app
  const from = await boxOf(page, 'council')
  const to = await boxOf(page, 'lorries')
  await page.mouse.move(from.x, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  const box = (await bar.boundingBox())!
  expect(box.y + box.height <= from.y || box.y >= to.y + to.height, 'the bar leaves the words free').toBe(
    true,
  )
  const size = page.viewportSize()!
  expect(box.x >= 0 && box.x + box.width <= size.width).toBe(true)
  await bar.getByRole('button', { name: /force size/ }).click()
  await expect.poll(() => quotes(page)).toEqual(['council said up to 40 lorries'])
})

test('where spans overlap, each is painted and a list asks which is meant', async ({ app }) => {
  const { page } = app
  await mark(page, 'said up to 40', 'outer')
  await mark(page, 'up to 40 lorries', 'later')
  await mark(page, 'up to', 'inner')
  await expect.poll(() => painted(page)).toBe(3)
  const place = await boxOf(page, 'to 40')
  // A click as quick as this one comes before the browser tells of the moved selection.
  await page.mouse.click(place.x + 6, place.y + place.height / 2)
  const picker = page.getByRole('listbox', { name: 'Spans here' })
  await expect(picker.getByRole('option')).toHaveText([/^up to/, /^said up to 40/, /^up to 40 lorries/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => shown(page, 'reader-chosen')).toBe('said up to 40')
  await expect(textOf(page)).toBeFocused()

  await caretTo(page, text.indexOf('to 40'))
  await page.keyboard.press('Enter')
  await expect(picker.getByRole('option').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(picker).toBeHidden()
})

test('a chosen span’s end is moved by key, word by word, as one undo', async ({ app }) => {
  const { page } = app
  await mark(page, 'up to 40', 'moved')
  await caretTo(page, text.indexOf('up to') + 1)
  await page.keyboard.press('Enter')
  await expect.poll(() => shown(page, 'reader-chosen')).toBe('up to 40')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect.poll(() => quotes(page)).toEqual(['up to 40 lorries 🚚🚚'])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => quotes(page)).toEqual(['up to 40'])
})

test('a span’s grip drops at a whole character, whatever is dragged over', async ({ app }) => {
  const { page } = app
  await mark(page, '🚚🚚', 'emoji')
  await caretTo(page, text.indexOf('🚚'))
  await page.keyboard.press('Enter')
  const grip = (await page.locator('.reader-grip[data-which=end]').boundingBox())!
  const first = await boxOf(page, 'council')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(first.x, first.y + first.height / 2, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => quotes(page)).toEqual(['🚚'])
})

test('every occurrence is marked in one step after a preview, and undone in one', async ({ app }) => {
  const { page } = app
  await select(page, 'up to 40')
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: /Mark every/ })
  await expect(dialog.getByRole('checkbox', { name: /up to 40/ })).toHaveCount(2)
  await dialog.getByRole('combobox', { name: 'Tags' }).fill('force')
  await page.getByRole('option', { name: /force size/ }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Tag 2 places' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => quotes(page)).toEqual(['up to 40', 'up to 40'])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => quotes(page)).toEqual([])
})

test('furniture is folded to a handle that opens by key, and a selection across it is exact', async ({
  app,
}) => {
  const { page } = app
  const start = text.indexOf('Subscribe')
  const end = text.indexOf('More about roads') + 'More about roads'.length
  const furniture = [{ id: 'read-spec-furniture', start, end, kind: 'newsletter' }]
  await command(page, 'furniture.mark', { articleId, spans: furniture })
  const handle = page.getByRole('button', { name: /2 lines of page furniture folded: newsletter/ })
  await expect(handle).toBeVisible()
  const folded = textOf(page).getByText('Subscribe to our newsletter')
  await expect(folded).toBeHidden()

  // From one paragraph to the next shown one: what is folded between them is in the selection, exactly.
  const from = text.indexOf('Monday')
  const driver = await boxOf(page, 'driver')
  const monday = await boxOf(page, 'Monday')
  await page.mouse.move(monday.x, monday.y + monday.height / 2)
  await page.mouse.down()
  await page.mouse.move(driver.x + driver.width, driver.y + driver.height / 2, { steps: 8 })
  await page.mouse.up()
  await page.keyboard.press('1')
  await expect.poll(() => quotes(page)).toEqual([text.slice(from, text.indexOf('driver') + 'driver'.length)])

  await handle.focus()
  await page.keyboard.press('Enter')
  await expect(folded).toBeVisible()
})

test('lines are marked as furniture by one key', async ({ app }) => {
  const { page } = app
  await caretTo(page, text.indexOf('More about'))
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: /1 line of page furniture folded/ })).toBeVisible()
  const { furniture } = await marksOf(page)
  expect(furniture.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['More about roads'])
})

test('furniture that is text after all is unmarked where it is opened', async ({ app }) => {
  const { page } = app
  await caretTo(page, text.indexOf('More about'))
  await page.keyboard.press('f')
  await page.getByRole('button', { name: /1 line of page furniture folded/ }).click()
  await page.getByRole('button', { name: 'This is text, not furniture' }).click()
  await expect(page.getByRole('button', { name: /page furniture/ })).toHaveCount(0)
  expect((await marksOf(page)).furniture).toEqual([])
})

test('a note is written on words, and found in its pane again', async ({ app }) => {
  const { page } = app
  await select(page, 'up to 40 lorries')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note', exact: true }).first().fill('Counted by whom?')
  await page.keyboard.press('ControlOrMeta+Enter')
  const pane = page.getByRole('toolbar', { name: 'Selected words' })
  await expect(pane, 'it is saved').toBeHidden()
  expect((await marksOf(page)).annotations[0]?.note).toBe('Counted by whom?')
  await select(page, 'up to 40 lorries')
  await page.keyboard.press('n')
  await expect(pane.getByRole('textbox', { name: 'Note' })).toHaveValue('Counted by whom?')
})

test('the caret stays put at the ends of the text, whatever key is pressed', async ({ app }) => {
  const { page } = app
  await caretTo(page, text.indexOf('多'))
  for (const key of ['PageDown', 'PageDown', 'ArrowDown', 'End', 'ArrowRight', 'ControlOrMeta+End']) {
    await page.keyboard.press(key)
  }
  for (const key of ['PageUp', 'PageUp', 'ArrowUp', 'Home', 'ArrowLeft', 'ControlOrMeta+Home']) {
    await page.keyboard.press(key)
  }
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await expect(page.getByText('Selected: The', { exact: true })).toBeAttached()
})

test('a claim takes its figure from the selected words, and rests on them', async ({ app }) => {
  const { page } = app
  await select(page, 'up to 40 lorries')
  await page.keyboard.press('c')
  const form = page.getByRole('form', { name: 'New claim' })
  await expect(form.getByRole('textbox', { name: 'Statement' })).toHaveValue(lines[0]!)
  await expect(form.getByRole('textbox', { name: 'Figure' })).toHaveValue('40')
  await expect(form.getByRole('textbox', { name: 'Unit' })).toHaveValue('lorries')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(form).toBeHidden()
  const { claims, annotations: made } = await marksOf(page)
  expect(made.map(({ quote }) => quote)).toEqual(['up to 40 lorries'])
  expect(claims).toMatchObject([
    {
      statement: lines[0],
      qualifier: 'up to',
      low: null,
      high: 40,
      unit: 'lorries',
      evidence: [made[0]?.id],
    },
  ])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await marksOf(page)).claims).toEqual([])
  expect(await quotes(page), 'the claim and its span were one step').toEqual([])
})

test('a claim begun is kept by Escape and stands there again for the same words', async ({ app }) => {
  const { page } = app
  await select(page, 'up to 40 lorries')
  await page.keyboard.press('c')
  const statement = page.getByRole('form', { name: 'New claim' }).getByRole('textbox', { name: 'Statement' })
  await statement.fill('Half a thought')
  await page.keyboard.press('Escape')
  await expect(statement).toBeHidden()
  await expect(textOf(page)).toBeFocused()
  await select(page, 'up to 40 lorries')
  await page.keyboard.press('c')
  await expect(statement).toHaveValue('Half a thought')
})

test('words are found in the article, counted, and stepped through', async ({ app }) => {
  const { page } = app
  await textOf(page).focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('searchbox', { name: 'Find in this article' }).fill('40')
  await expect(page.getByText('1 of 3')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await expect.poll(() => shown(page, 'reader-selected')).toBe('40')
})

test('the article that opens by itself stays open when it is marked as read', async ({ app }) => {
  await app.restart()
  const { page } = app
  const reader = page.getByRole('main', { name: 'Read' }).getByRole('document')
  await expect(reader).toBeVisible()
  const name = (await reader.getAttribute('aria-label'))!
  const library = page.getByRole('region', { name: 'Library' })
  const readCount = async () => {
    const heading = library.getByText(/^read · \d/)
    return (await heading.count()) === 0 ? 0 : Number((await heading.innerText()).split(' · ')[1])
  }
  const before = await readCount()
  await page.keyboard.press('m')
  await expect.poll(readCount).toBe(before + 1)
  await expect(page.getByRole('document', { name, exact: true })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(page.getByRole('document', { name, exact: true })).toBeVisible()
})

test('a long article comes back to where it was left, after a restart too', async ({ app }) => {
  const long = Array.from({ length: 120 }, (_, index) => `Paragraph ${index} of a long report.`).join('\n\n')
  await bring(app.page, { id: 'read-spec-long', title: 'A long report', text: long })
  await app.page.getByText('Paragraph 80 of').scrollIntoViewIfNeeded()
  await expect
    .poll(
      async () =>
        ((await value(app.page, 'view.getPosition', { articleId: 'read-spec-long' })) as Place)?.offset,
    )
    .toBeGreaterThan(long.indexOf('Paragraph 60'))
  await app.restart()
  await app.page.getByText('A long report', { exact: true }).first().click()
  await expect(app.page.getByText('Paragraph 80 of')).toBeInViewport()
})

test('the room has no barriers in light and dark', async ({ app }) => {
  const { page } = app
  await mark(page, 'up to 40', 'axe')
  await select(page, 'the bridge')
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
})

type Place = { offset: number } | null

/** Imports an article as a command and opens it from the library. */
async function bring(page: Page, article: { id: string; title: string; text: string }): Promise<void> {
  await command(page, 'article.import', { articles: [article] })
  await page.getByRole('region', { name: 'Library' }).getByText(article.title, { exact: true }).click()
  await expect(page.getByRole('document', { name: article.title })).toBeVisible()
}

async function tagsOf(page: Page): Promise<TagListItem[]> {
  return (await value(page, 'tags.list', {})) as TagListItem[]
}

let commands = 0

async function command(page: Page, type: string, args: unknown): Promise<void> {
  commands += 1
  await value(page, 'execute', { commandId: `read-spec-${commands}`, type, args })
}

async function value(page: Page, name: string, input: unknown): Promise<unknown> {
  const answer = (await ask(page, name, input)) as { ok: boolean; value: unknown; error?: unknown }
  expect(answer.error, `the answer of ${name}`).toBeUndefined()
  return answer.value
}

/** Marks the first place of some words, as a command, and waits until it is painted. */
async function mark(page: Page, words: string, id: string): Promise<void> {
  const start = text.indexOf(words)
  const before = await painted(page)
  await command(page, 'annotation.make', { spans: [{ id, articleId, start, end: start + words.length }] })
  await expect.poll(() => painted(page)).toBe(before + 1)
}

async function marksOf(page: Page): Promise<ArticleMarks> {
  return (await value(page, 'article.marks', { id: articleId })) as ArticleMarks
}

async function annotations(page: Page): Promise<Annotation[]> {
  const marks = await marksOf(page)
  return marks.annotations.toSorted((a, b) => a.start - b.start)
}

async function quotes(page: Page): Promise<string[]> {
  return (await annotations(page)).map(({ quote }) => quote)
}

function textOf(page: Page): Locator {
  return page.getByRole('document', { name: title })
}

/** Puts the caret at an offset of the text, as a click there does. */
async function caretTo(page: Page, offset: number): Promise<void> {
  await selectRange(page, offset, offset)
}

/** Selects the first place of some words within one line, as dragging over them does. */
async function select(page: Page, words: string): Promise<void> {
  const start = text.indexOf(words)
  await selectRange(page, start, start + words.length)
  await expect(page.getByText(`Selected: ${words}`, { exact: true })).toBeAttached()
}

async function selectRange(page: Page, start: number, end: number): Promise<void> {
  const line = lines.findLast((one) => text.indexOf(one) <= start)!
  const begin = text.indexOf(line)
  await textOf(page).focus()
  await textOf(page).evaluate(
    (host, [words, from, to]) => {
      const paragraph = [...host.querySelectorAll('p')].find((one) => one.textContent === words)!
      const node = paragraph.firstChild!
      document.getSelection()!.setBaseAndExtent(node, from, node, to)
      // The room follows the selection a moment after it changed; so must what comes next here.
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    },
    [line, start - begin, end - begin] as const,
  )
}

/** Where some words stand in the window. */
async function boxOf(
  page: Page,
  words: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  return textOf(page).evaluate((host, wanted) => {
    for (const { firstChild } of host.querySelectorAll('p')) {
      const at = firstChild?.textContent?.indexOf(wanted) ?? -1
      if (!firstChild || at < 0) continue
      const range = document.createRange()
      range.setStart(firstChild, at)
      range.setEnd(firstChild, at + wanted.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }
    throw new Error(`The text does not show ${wanted}`)
  }, words)
}

/** How many annotations' words are painted. */
function painted(page: Page): Promise<number> {
  return page.evaluate(() => {
    const styles = [...CSS.highlights].filter(([name]) => /^(tag|plain)-/.test(name))
    return styles.reduce((sum, [, highlight]) => sum + highlight.size, 0)
  })
}

/** The words that a highlight shows. */
function shown(page: Page, name: string): Promise<string> {
  return page.evaluate((wanted) => {
    const ranges = [...(CSS.highlights.get(wanted) ?? [])]
    return ranges
      .map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.textContent ?? '').slice(startOffset, endOffset),
      )
      .join('')
  }, name)
}
