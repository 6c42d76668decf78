import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ask } from './shells/ask.ts'
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './shells/fixtures.ts'
import { command } from './steps.ts'

test('@browser a head is copied; an older copy in place of the file is told with both heads, and gone on from', async ({
  app,
}) => {
  const { page } = app
  const sample = join(app.dataDir, 'workspaces/Sample.claimtrail')
  const older = join(app.dataDir, 'older.claimtrail')
  await copyFile(sample, older)
  const first = await head()
  await ask(page, 'execute', {
    commandId: 'later',
    type: 'topic.open',
    args: { id: 'later', question: 'Later?' },
  })
  const last = await head()
  expect(last.seq).toBe(first.seq + 1)

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const copy = page.getByRole('button', { name: 'Copy the head' })
  await copy.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Copied the head ${last.seq}:${last.hash.slice(0, 12)}…`)).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${last.seq}:${last.hash}`)
  await expectAccessible(page)

  await command(page, 'New workspace')
  await page.getByRole('dialog', { name: 'New workspace' }).getByRole('textbox').fill('Between')
  await page.getByRole('dialog', { name: 'New workspace' }).getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('Between.claimtrail')
  await copyFile(older, sample)
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('row', { name: /Sample/ }).click()
  await expect(page.getByRole('contentinfo')).toContainText('Sample.claimtrail')

  const notice = page.locator('.notice')
  await expect(notice).toContainText('This file ends earlier than when it was last open here')
  for (const { seq, hash } of [first, last])
    await expect(notice).toContainText(`${seq}:${hash.slice(0, 12)}…`)
  await expect(page.getByRole('contentinfo')).toContainText('read-only')
  await expectAccessibleInBothThemes(page)

  await notice.getByRole('button', { name: 'Go on from here' }).click()
  await expect(notice).toBeHidden()
  await expect(page.getByRole('contentinfo')).toContainText('saved')
  await app.restart()
  await expect(app.page.getByRole('contentinfo')).toContainText('Sample.claimtrail')
  await expect(app.page.locator('.notice')).toBeHidden()

  async function head(): Promise<{ seq: number; hash: string }> {
    const answer = (await ask(page, 'status', {})) as { value: { seq: number; hash: string } }
    return answer.value
  }
})
