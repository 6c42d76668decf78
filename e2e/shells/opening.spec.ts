import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './app.ts'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'

interface Info {
  workspace: { name: string } | null
  failedToOpen: { code: string; message: string } | null
}

test.describe('without any settings', () => {
  test.use({ firstStart: true })

  test('the first start opens the sample, and the next one what was open last', async ({ app }) => {
    expect((await infoOf(app)).workspace?.name).toBe('Sample')
    const file = await copyOfSample(app, 'Day two.claimtrail')
    await app.restart({ openPath: file })
    expect((await infoOf(app)).workspace?.name).toBe('Day two')
    await app.restart()
    expect((await infoOf(app)).workspace?.name).toBe('Day two')
  })
})

test('a file that is no workspace is refused with a sentence and left as it is', async ({ app }) => {
  const file = join(app.dataDir, 'shopping.claimtrail')
  await writeFile(file, 'milk, bread')
  await app.restart({ openPath: file })
  const { failedToOpen } = await infoOf(app)
  expect(failedToOpen?.message).toMatch(/\w+ .+\./)
  await expect(app.page.getByText(failedToOpen!.message)).toBeVisible()
})

test.describe('in the desktop shell', { tag: '@stand-in' }, () => {
  test('a file opened from the desktop comes to the running program', async ({ app }) => {
    const first = await copyOfSample(app, 'From a second start.claimtrail')
    await app.restart()
    await app.standIn!.ask('emit-app', { event: 'second-instance', args: [[], '', { openPath: first }] })
    await expect.poll(async () => (await infoOf(app)).workspace?.name).toBe('From a second start')

    const second = join(app.dataDir, 'From the Finder.claimtrail')
    await copyFile(join(app.dataDir, 'workspaces', 'Sample.claimtrail'), second)
    expect(await app.standIn!.ask('emit-app', { event: 'open-file', args: [second] })).toEqual({
      prevented: true,
    })
    await expect.poll(async () => (await infoOf(app)).workspace?.name).toBe('From the Finder')
  })

  test('a file that cannot be opened is told in a dialog of the system', async ({ app }) => {
    const file = join(app.dataDir, 'nothing.claimtrail')
    await writeFile(file, 'nothing')
    await app.standIn!.ask('emit-app', { event: 'open-file', args: [file] })
    await expect.poll(() => app.standIn!.shown.map(({ method }) => method)).toEqual(['showErrorBox'])
    expect((await infoOf(app)).workspace?.name).toBe('Sample')
  })
})

async function infoOf(app: App): Promise<Info> {
  const answer = (await ask(app.page, 'app.info', {})) as { ok: true; value: Info }
  return answer.value
}

/** The sample under another name; the program is closed meanwhile, so that the file is whole. */
async function copyOfSample(app: App, name: string): Promise<string> {
  const file = join(app.dataDir, name)
  await app.close()
  await copyFile(join(app.dataDir, 'workspaces', 'Sample.claimtrail'), file)
  return file
}
