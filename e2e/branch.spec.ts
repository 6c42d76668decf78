import type { Page } from '@playwright/test'
import { ask } from './shells/ask.ts'
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { command } from './steps.ts'

test('a reading is tried in a branch, and what proved right is taken back and undone', async ({ app }) => {
  const { page } = app
  await branchHere(app, 'What if')
  await expect(page.getByRole('region', { name: 'A branch' })).toContainText(/Branch of “Sample” at event \d/)
  await expect(page.getByRole('button', { name: 'What if.claimtrail' })).toBeVisible()
  const id = await firstClaim(page)
  await execute(page, 'claim.change', { ids: [id], set: { place: 'Somewhere else' } })
  await execute(page, 'tag.create', { id: 'new-tag', name: 'another reading', colour: 'green' })

  await page.getByRole('button', { name: 'Compare with the original' }).click()
  const compare = page.getByRole('dialog', { name: 'Compare with “Sample”' })
  await expect(compare.getByRole('checkbox', { name: /another reading/ })).toBeChecked()
  await expect(compare).toContainText('Nothing was done in the original since.')
  await expect(compare).toContainText('Somewhere else')
  await compare.getByRole('checkbox', { name: /^Change/ }).uncheck()
  await compare.getByRole('button', { name: 'Go to “Sample”' }).click()

  const back = page.getByRole('dialog', { name: 'Bring changes over from “What if”' })
  await expect(back.getByRole('checkbox', { name: /another reading/ })).toBeChecked()
  await expect(back.getByRole('checkbox', { name: /^Change/ })).not.toBeChecked()
  await back.getByRole('button', { name: 'See what they would change' }).click()
  const look = page.getByRole('dialog', { name: 'Preview' })
  await expect(look).toContainText('New tag another reading')
  expect(await tagNames(page)).not.toContain('another reading')
  await look.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('Applied 1 change from “What if”')).toBeVisible()
  await expect(look).toBeHidden()
  expect(await tagNames(page)).toContain('another reading')
  await expect(page.getByRole('region', { name: 'A branch' })).toBeHidden()

  await command(page, 'Undo: create the tag “another reading”')
  await expect.poll(() => tagNames(page)).not.toContain('another reading')
})

test('what both changed is shown with both sides, and taken only by an explicit choice', async ({ app }) => {
  const { page } = app
  const id = await firstClaim(page)
  await branchHere(app, 'Otherwise')
  await execute(page, 'claim.change', { ids: [id], set: { place: 'As the branch says' } })
  await ask(page, 'branch.goToOther', { role: 'branch' })
  await expect(page.getByRole('button', { name: 'Sample.claimtrail' })).toBeVisible()
  await execute(page, 'claim.change', { ids: [id], set: { place: 'As the original says' } })

  await command(page, 'Bring changes over from a branch')
  const back = page.getByRole('dialog', { name: 'Bring changes over from “Otherwise”' })
  await expect(back).toContainText('changed in the original too')
  await back.getByRole('button', { name: 'See what they would change' }).click()
  const look = page.getByRole('dialog', { name: 'Preview' })
  await expect(look).toContainText('Held back')
  await expect(look.getByText('As the original says').first()).toBeVisible()
  await expect(look.getByText('As the branch says').first()).toBeVisible()
  await expect(look.getByRole('button', { name: 'Apply 0 changes' })).toBeDisabled()
  await expectAccessibleInBothThemes(page)
  await look.getByRole('checkbox', { name: /Take it all the same/ }).check()
  await look.getByRole('button', { name: 'Apply 1 change' }).click()
  await expect(page.getByText('Applied 1 change')).toBeVisible()
  expect(await placeOf(page, id)).toBe('As the branch says')
})

test('a branch begins in the past where the window stands, never inside a step', async ({ app }) => {
  const { page } = app
  const { value } = (await ask(page, 'history.page', { limit: 500 })) as {
    value: { entries: { seq: number; ofCommand: number; commandId: string }[] }
  }
  const steps = value.entries.filter(({ ofCommand }) => ofCommand > 1)
  const inside = steps.find(({ commandId }, index) => steps[index - 1]?.commandId === commandId)!
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await command(page, 'Go to a moment')
  await page.getByLabel('Event, moment or time').fill(String(inside.seq))
  await page.keyboard.press('Enter')
  const past = page.getByRole('region', { name: 'The past' })
  await past.getByRole('button', { name: 'Branch from here' }).click()
  const dialog = page.getByRole('dialog', { name: 'Branch from here' })
  await dialog.getByLabel('Name of the branch').fill('Earlier')
  if (app.shell === 'browser') {
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('lies inside one step')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: /, before it/ }).click()
    await dialog.getByRole('button', { name: 'Create and open branch' }).click()
    await expect(page.getByRole('region', { name: 'A branch' })).toContainText('Branch of “Sample”')
    await expect(past).toBeHidden()
  }
})

test('an original that cannot be found is asked for, and another workspace is refused with the reason', async ({
  app,
}) => {
  const { page } = app
  await command(page, 'Bring changes over from a branch')
  const which = page.getByRole('dialog', { name: 'Which branch?' })
  await expect(which).toContainText('Choose the branch whose changes you want to see.')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await branchHere(app, 'Alone')
  if (app.shell === 'browser') {
    await ask(page, 'workspace.create', { name: 'Unrelated' })
    await expect(page.getByRole('button', { name: 'Unrelated.claimtrail' })).toBeVisible()
    await command(page, 'Bring changes over from a branch')
    await which.getByRole('button', { name: /Alone/ }).click()
    await expect(which.getByRole('alert')).toContainText('is not the workspace that this branch came from')
    await which.getByRole('button', { name: /Sample/ }).click()
    await expect(which.getByRole('alert')).toContainText('is no branch')
  }
})

/** Makes a branch of the head by hand, and waits until it is open. */
async function branchHere(
  app: {
    page: Page
    shell: string
    dataDir: string
    chooseFile(dialog: 'save', path: string): Promise<void>
  },
  name: string,
): Promise<void> {
  const { page } = app
  if (app.shell !== 'browser') await app.chooseFile('save', `${app.dataDir}/${name}.claimtrail`)
  await command(page, 'Branch from here')
  const dialog = page.getByRole('dialog', { name: 'Branch from here' })
  await dialog.getByLabel('Name of the branch').fill(name)
  await dialog.getByRole('button', { name: 'Create and open branch' }).click()
  await expect(page.getByRole('region', { name: 'A branch' })).toBeVisible()
}

async function execute(page: Page, type: string, args: object): Promise<void> {
  const commandId = `e2e-${Math.random().toString(36).slice(2)}`
  expect(await ask(page, 'execute', { commandId, type, args })).toMatchObject({ ok: true })
}

async function firstClaim(page: Page): Promise<string> {
  const { value } = (await ask(page, 'claims.ids', { query: {} })) as { value: string[] }
  return value[0]!
}

async function placeOf(page: Page, id: string): Promise<string> {
  const { value } = (await ask(page, 'claim.get', { id })) as { value: { claim: { place: string } } }
  return value.claim.place
}

async function tagNames(page: Page): Promise<string[]> {
  const { value } = (await ask(page, 'tags.list', {})) as { value: { name: string }[] }
  return value.map(({ name }) => name)
}
