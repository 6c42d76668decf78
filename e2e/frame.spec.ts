import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { command, introduce, paste, useTheme } from './steps.ts'

const report = 'A bridge over the river\n\nThe council counted about 40 lorries on Monday.\n'

test.describe('the first start', () => {
  test.use({ firstStart: true })

  test('opens the sample and asks once who is working', async ({ app }) => {
    await expect(app.page.getByRole('dialog', { name: 'Who is working here?' })).toBeVisible()
    await expect(app.page.getByRole('contentinfo')).toContainText('Sample.claimtrail')
    await app.page.getByRole('textbox', { name: 'Name' }).fill('Ida Maria Lind')
    await expect(app.page.getByLabel('Initials')).toHaveValue('IL')
    await app.page.keyboard.press('Enter')
    await expect(app.page.getByRole('button', { name: /Ida Maria Lind/ })).toHaveText('IL')
    await app.restart()
    await expect(app.page.getByRole('button', { name: /Ida Maria Lind/ })).toBeVisible()
    await expect(app.page.getByRole('dialog')).toHaveCount(0)
  })

  test('the question can be put off, and comes back before the first change', async ({ app }) => {
    await app.page.getByRole('button', { name: 'Look around first' }).click()
    await paste(app.page, report)
    await app.page.getByRole('button', { name: /Import 1 article/ }).click()
    await introduce(app.page, 'Late Comer')
    await expect(app.page.getByText('Imported “A bridge over the river”')).toBeVisible()
  })

  test('has no barriers in light and dark', async ({ app }) => {
    await expect(app.page.getByRole('dialog', { name: 'Who is working here?' })).toBeVisible()
    await expectAccessibleInBothThemes(app.page)
  })
})

test('a second Enter in the same breath makes no second workspace and tells of none', async ({ app }) => {
  test.skip(app.shell !== 'browser', 'Elsewhere a system dialog asks for the file in between.')
  await command(app.page, 'New workspace')
  await app.page.getByRole('dialog', { name: 'New workspace' }).getByRole('textbox').fill('Bridges')
  await app.page.keyboard.press('Enter')
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('contentinfo')).toContainText('Bridges.claimtrail')
  await expect(app.page.getByText('There is already a file of this name')).toHaveCount(0)
})

test('undo and redo name what they do, by key and after a restart', async ({ app }) => {
  await paste(app.page, report)
  await app.page.keyboard.press('ControlOrMeta+Enter')
  await expect(app.page.getByText('Imported “A bridge over the river”')).toBeVisible()
  await app.restart()
  const button = app.page.getByRole('button', { name: 'Undo', exact: true })
  await expect(button).toBeEnabled()
  // A tooltip is shown to a pointer that has moved before.
  await app.page.mouse.move(20, 300)
  await button.hover()
  await expect(app.page.getByRole('tooltip')).toContainText('Undo: import “A bridge over the river”')
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(app.page.getByText('Undid: import “A bridge over the river”')).toBeVisible()
  await app.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(app.page.getByText('Redid: import “A bridge over the river”')).toBeVisible()
})

test('the palette finds commands, articles and words', async ({ app }) => {
  await app.page.keyboard.press('ControlOrMeta+k')
  const field = app.page.getByPlaceholder('Search articles')
  await field.fill('hist go')
  await expect(app.page.getByRole('dialog').getByRole('option')).toHaveCount(1)
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('button', { name: 'History', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await app.page.keyboard.press('ControlOrMeta+k')
  await field.fill('Kazan')
  await expect(app.page.locator('mark').first()).toHaveText(/Kazan/i)
  await app.page.keyboard.press('Escape')
  await expect(field).toBeHidden()
})

test('what is told stands at the foot of the window, and at its head while a dialog is open', async ({
  app,
}) => {
  const { page } = app
  await paste(page, report)
  await page.keyboard.press('ControlOrMeta+Enter')
  const told = page.getByRole('alertdialog').filter({ hasText: 'Imported' })
  const middle = async () => {
    const box = await told.boundingBox()
    return box && (box.y + box.height / 2) / page.viewportSize()!.height
  }
  await expect.poll(middle).toBeGreaterThan(0.9)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expect.poll(middle).toBeLessThan(0.1)
  await page.keyboard.press('Escape')
  await expect.poll(middle).toBeGreaterThan(0.9)
})

test('rooms are reached by keys, and the list of keys tells which', async ({ app }) => {
  await app.page.keyboard.press('g')
  await app.page.keyboard.press('h')
  await expect(app.page.getByRole('main', { name: 'History' })).toBeVisible()
  await app.page.keyboard.press('?')
  const keys = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys).toContainText('Go to Claims')
  await expectAccessible(app.page)
  await app.page.keyboard.press('Escape')
  await app.page.keyboard.press('Alt+ArrowLeft')
  await expect(app.page.getByRole('main', { name: 'Read' })).toBeVisible()
})

test('size and theme are kept', async ({ app }) => {
  const size = () => app.page.evaluate(() => document.documentElement.style.fontSize)
  await command(app.page, 'Larger')
  await expect.poll(size).toBe('110%')
  await useTheme(app.page, 'light')
  await command(app.page, 'Toggle dark mode')
  await expect(app.page.locator('html[data-theme=dark]')).toHaveCount(1)
  await app.restart()
  await expect(app.page.locator('html[data-theme=dark]')).toHaveCount(1)
  await expect.poll(size).toBe('110%')
})

test('the workspaces are listed, and a new one opens empty', async ({ app }) => {
  test.skip(app.shell !== 'browser', 'a new workspace of the desktop shell asks the system’s dialog')
  await command(app.page, 'New workspace')
  await app.page.getByLabel('Name', { exact: true }).fill('Field notes')
  await app.page.getByRole('button', { name: 'Create' }).click()
  await expect(app.page.getByRole('contentinfo')).toContainText('Field notes.claimtrail')
  await app.page.getByRole('button', { name: 'Claimtrail', exact: true }).click()
  const list = app.page.getByRole('grid', { name: 'Workspaces' })
  await expect(list.getByRole('row')).toHaveCount(2)
  await list.getByRole('row', { name: /Sample/ }).click()
  await expect(app.page.getByRole('contentinfo')).toContainText('Sample.claimtrail')
})

test('a check of the workspace says that all is well', async ({ app }) => {
  await command(app.page, 'Check the workspace')
  await expect(app.page.getByText(/Everything is as it was written: \d+ events checked/)).toBeVisible()
})

test('the frame has no barriers in light and dark', async ({ app }) => {
  await app.page.keyboard.press('g')
  await app.page.keyboard.press('s')
  await expect(app.page.getByRole('grid', { name: 'Workspaces' })).toBeVisible()
  await expectAccessibleInBothThemes(app.page)
  await app.page.keyboard.press('ControlOrMeta+k')
  await app.page.getByPlaceholder('Search articles').fill('troops')
  await expect(app.page.locator('mark').first()).toBeVisible()
  await expectAccessibleInBothThemes(app.page)
})

test('a narrow window at twice the size needs no sideways scrolling', async ({ app }) => {
  await app.page.setViewportSize({ width: 720, height: 800 })
  for (let step = 0; step < 5; step++) await app.page.keyboard.press('ControlOrMeta+=')
  for (const key of ['s', 'h']) {
    await app.page.keyboard.press('g')
    await app.page.keyboard.press(key)
    const overflow = () =>
      app.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await expect.poll(overflow).toBe(0)
  }
})

test.describe('a file that is no workspace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-e2e-'))
  const openPath = join(folder, 'letter.claimtrail')
  test.use({ startOptions: { openPath } })
  test.beforeAll(() => writeFileSync(openPath, 'Dear reader, this is no database.'))
  test.afterAll(() => rmSync(folder, { recursive: true }))

  test('is refused in the Start room and left as it is', async ({ app }) => {
    await expect(app.page.getByRole('alert')).toContainText('not a Claimtrail workspace')
    expect(readFileSync(openPath, 'utf8')).toBe('Dear reader, this is no database.')
    await expectAccessible(app.page)
    await app.page.getByRole('button', { name: 'Open the sample' }).click()
    await expect(app.page.getByRole('contentinfo')).toContainText('Sample.claimtrail')
  })
})

test.describe('when the program behind a browser window is gone', { tag: '@browser' }, () => {
  test.use({ allowProblems: true })

  test('the window says so', async ({ app }) => {
    const page = app.page
    await page.route('**/request', (route) => route.abort())
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await expect(page.getByText('does not answer; it may have been ended').first()).toBeVisible()
    await expect(page.getByText('not connected')).toBeVisible()
  })
})
