import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import type { App, ShellName, StartOptions } from './app.ts'
import { startApp } from './start-app.ts'

export { expect }

/** Every spec gets the program freshly started in the shell of its project, with a data folder of its own. */
export const test = base.extend<
  { app: App; startOptions: StartOptions; allowProblems: boolean },
  { shell: ShellName }
>({
  shell: ['browser', { option: true, scope: 'worker' }],
  /** `test.use({ startOptions: { openPath } })` opens a file by the command line. */
  startOptions: [{}, { option: true }],
  /** A spec that provokes errors in the window says so; in all others an error on its console is a failure. */
  allowProblems: [false, { option: true }],
  app: async ({ shell, startOptions, allowProblems, browser }, use, info) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'claimtrail-e2e-'))
    const app = await startApp(shell, browser, dataDir, startOptions)
    await use(app)
    if (info.status !== info.expectedStatus && !app.page.isClosed()) {
      await info.attach('window', { body: await app.page.screenshot(), contentType: 'image/png' })
    }
    await app.close()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    if (!allowProblems) expect(app.problems, 'messages on the error console of the window').toEqual([])
  },
})

/** Fails with the list of what axe finds, for the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Without a second page, which Electron does not have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))
  expect(found, 'what axe finds on this page').toEqual([])
}
