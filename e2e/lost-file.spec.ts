import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { App } from './shells/app.ts'
import { ask } from './shells/ask.ts'
import { expect, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { command } from './steps.ts'

test('a workspace whose file is moved, then deleted, is followed and kept, with what stands in its forms', async ({
  app,
}) => {
  const { page } = app
  const folder = join(app.dataDir, 'workspaces')
  await page.getByText('Seoul: more than 10,000').first().click()
  await page.getByRole('heading', { level: 1, name: /Seoul: more than 10,000/ }).waitFor()
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('searchbox', { name: 'Find in this article' }).fill('between 11,000 and 12,000')
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  const statement = page.getByRole('form', { name: 'New claim' }).getByRole('textbox', { name: 'Statement' })
  await statement.fill('Typed before the file was moved.')
  await expectEditSaved(page, 'first')

  await test.step('nobody works while it is renamed: it is told, and followed', async () => {
    renameSync(join(folder, 'Sample.claimtrail'), join(folder, 'Renamed.claimtrail'))
    const dialog = page.getByRole('dialog', { name: '“Sample.claimtrail” was moved' })
    await expect(dialog).toContainText('It is now “Renamed.claimtrail” in the same folder')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null))
      .toBe(true)
    expect(await tryEdit(page, 'refused')).toMatchObject({ ok: false, error: { code: 'file_moved' } })
    await expectAccessibleInBothThemes(page)
    await page.keyboard.press('Escape')
    await expect(statement).toHaveValue('Typed before the file was moved.')
    await page.getByRole('button', { name: 'How to go on…' }).click()
    await dialog.getByRole('button', { name: 'Go on there' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Renamed.claimtrail' })).toBeVisible()
    await expect(statement).toHaveValue('Typed before the file was moved.')
    await expectEditSaved(page, 'second')
  })

  await test.step('it is deleted: a whole copy is there, and the work goes on under a name of its own', async () => {
    rmSync(join(folder, 'Renamed.claimtrail'))
    const dialog = page.getByRole('dialog', { name: '“Renamed.claimtrail” was deleted' })
    await expect(dialog).toContainText('was put into a copy in the same folder')
    if (app.shell !== 'browser') await app.chooseFile('save', join(folder, 'Kept.claimtrail'))
    await dialog.getByRole('button', { name: 'Save under a new name…' }).click()
    if (app.shell === 'browser') {
      await dialog.getByRole('textbox').fill('Kept')
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('button', { name: 'Kept.claimtrail' })).toBeVisible()
    await expect(statement).toHaveValue('Typed before the file was moved.')
    await expectEditSaved(page, 'third')
    expect(await tagNames(page)).toEqual(expect.arrayContaining(['first', 'second', 'third']))
    expect(
      readdirSync(folder).filter((name) => /^(?:Sample|Renamed)\.claimtrail-(?:wal|shm)$/.test(name)),
    ).toEqual([])
  })

  await test.step('a copy is saved from the menu, and is whole', async () => {
    const path = await savedCopy(app)
    await app.restart({ openPath: path })
    expect(await tagNames(app.page)).toEqual(expect.arrayContaining(['first', 'second', 'third']))
  })
})

async function savedCopy(app: App): Promise<string> {
  if (app.shell === 'browser') {
    return (await app.collectExport(() => command(app.page, 'Save a copy'))).path
  }
  const path = join(app.dataDir, 'mailed.claimtrail')
  await app.chooseFile('save', path)
  await command(app.page, 'Save a copy')
  await expect(app.page.getByText(/^Saved mailed\.claimtrail/)).toBeVisible()
  return path
}

function tryEdit(page: Page, name: string) {
  return ask(page, 'execute', {
    commandId: `make-${name}`,
    type: 'tag.create',
    args: { id: `tag-${name}`, name, colour: 'green' },
  }) as Promise<unknown>
}

async function expectEditSaved(page: Page, name: string): Promise<void> {
  expect(await tryEdit(page, name)).toMatchObject({ ok: true })
}

async function tagNames(page: Page): Promise<string[]> {
  const answer = (await ask(page, 'tags.list', {})) as { ok: true; value: { name: string }[] }
  return answer.value.map(({ name }) => name)
}
