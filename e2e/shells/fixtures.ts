import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { useTheme } from '../steps.ts'
import type { App, ShellName, StartOptions } from './app.ts'
import { makeSample, prepareDataDir } from './known-analyst.ts'
import { startApp } from './start-app.ts'

export { expect }

/**
 * Every spec gets the program freshly started in the shell of its project, with a data folder of its own: the sample
 * is there, and who works is known.
 */
export const test = base.extend<
  { app: App; startOptions: StartOptions; firstStart: boolean; allowProblems: boolean },
  { shell: ShellName; sample: string }
>({
  shell: ['browser', { option: true, scope: 'worker' }],
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads from this pattern that nothing is needed.
    async ({}, use) => {
      const { path, remove } = await makeSample()
      await use(path)
      await remove()
    },
    { scope: 'worker' },
  ],
  /** Whether the data folder is empty, as on a machine that has never seen the program. */
  firstStart: [false, { option: true }],
  /** `test.use({ startOptions: { openPath } })` opens a file by the command line. */
  startOptions: [{}, { option: true }],
  /** A spec that provokes errors in the window says so; in all others an error on its console is a failure. */
  allowProblems: [false, { option: true }],
  app: async ({ shell, startOptions, firstStart, sample, allowProblems, browser }, use, info) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'claimtrail-e2e-'))
    if (!firstStart) await prepareDataDir(dataDir, sample)
    const app = await startApp(shell, browser, dataDir, startOptions)
    await use(app)
    if (info.status !== info.expectedStatus && !app.page.isClosed()) {
      await info.attach('window', { body: await app.page.screenshot(), contentType: 'image/png' })
    }
    // An answer that a spec still holds back is let go first.
    if (!app.page.isClosed()) await app.page.unrouteAll({ behavior: 'wait' })
    await app.close()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    if (!allowProblems) expect(app.problems, 'messages on the error console of the window').toEqual([])
  },
})

/** Fails with the list of what axe finds, for the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Every rule runs; only what each of them passed on is not written out, which took longer than the rules.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  // Without a second page, which Electron does not have.
  const { violations } = await axe.setLegacyMode().analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))
  expect(found, 'what axe finds on this page').toEqual([])
}

/** Likewise in light and in dark, one after the other: whatever is open stays open. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme)
    await expectAccessible(page)
  }
}
