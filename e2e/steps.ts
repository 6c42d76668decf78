import { expect, type Page } from '@playwright/test'

/** Answers the question of the first start: who is working here. */
export async function introduce(page: Page, name = 'Test Analyst'): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Who is working here?' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Start working' }).click()
  await expect(dialog).toBeHidden()
}

/** Runs an action by its title, through the command palette. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByPlaceholder('Search articles').fill(title)
  await page.getByRole('option', { name: title }).first().click()
}

/** Exports the open brief from its menu. */
export async function exportBriefAs(page: Page, format: 'Markdown' | 'HTML' | 'PDF'): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: format }).click()
}

/** Puts words into the import's field and opens their preview. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+i')
  await page.getByLabel('Or paste an article').fill(text)
  await page.getByRole('button', { name: 'Preview the pasted text' }).click()
  await expect(page.getByRole('button', { name: /^Import \d+ article/ })).toBeVisible()
}

/** Draws the page in light or dark, whatever the system likes. */
export async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await expect(page.locator(`html[data-theme=${theme}]`)).toHaveCount(1)
  // Colours on their way from one to the other are in neither.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? [one.finished] : [])),
    ),
  )
}

/**
 * From here on every answer of the program is held back, as on a busy machine. Only for the browser's shell: there the
 * answers pass where a spec can hold them.
 */
export async function answerLate(page: Page): Promise<void> {
  await page.route('**/request', async (route) => {
    const response = await route.fetch()
    await new Promise((go) => setTimeout(go, 400))
    await route.fulfill({ response })
  })
}
