import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import type { App, Running, ShellName, StartOptions, Watch } from './app.ts'
import { startInBrowser } from './browser-shell.ts'
import { startInElectron } from './electron-shell.ts'
import { startStandIn } from './stand-in-shell.ts'

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

/** Starts the program without a fixture, for scripts. */
export async function startApp(
  shell: ShellName,
  browser: Browser,
  dataDir: string,
  options: StartOptions = {},
): Promise<App> {
  const problems: string[] = []
  // What a window says while its program is being killed is no fault of the program.
  let dying = false
  let running: Running | null = await start(options)
  let page = running.page
  const live = () => {
    if (running === null) throw new Error('The program is not running: restart it first.')
    return running
  }
  return {
    shell,
    dataDir,
    problems,
    get standIn() {
      return running?.standIn ?? null
    },
    get page() {
      return page
    },
    async restart(again = {}) {
      await running?.end()
      running = await start(again)
      page = running.page
    },
    async close() {
      await running?.end()
      running = null
    },
    async kill() {
      dying = true
      await live().kill()
      running = null
    },
    collectExport: (action) => live().collectExport(action, dataDir),
    chooseMenu: (command) => live().chooseMenu(command),
    chooseFile: (dialog, path) => live().chooseFile(dialog, path),
  }

  function start(withOptions: StartOptions): Promise<Running> {
    return startIn(shell, browser, dataDir, withOptions, (started) => {
      dying = false
      started.on('pageerror', (error) => {
        if (!dying) problems.push(error.message)
      })
      started.on('console', (message) => {
        if (message.type() === 'error' && !dying) problems.push(message.text())
      })
    })
  }
}

function startIn(
  shell: ShellName,
  browser: Browser,
  dataDir: string,
  options: StartOptions,
  watch: Watch,
): Promise<Running> {
  if (shell === 'electron') return startInElectron(dataDir, options, watch)
  if (shell === 'browser') return startInBrowser(browser, dataDir, options, watch)
  return startStandIn(browser, dataDir, options, watch)
}
