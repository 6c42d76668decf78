import type { Browser } from '@playwright/test'
import type { App, Running, ShellName, StartOptions, Watch } from './app.ts'
import { startInBrowser } from './browser-shell.ts'
import { startInElectron } from './electron-shell.ts'
import { startStandIn } from './stand-in-shell.ts'

/** Starts the program in a shell. Specs get it from the fixture; scripts call it. The caller closes it. */
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

  async function start(withOptions: StartOptions): Promise<Running> {
    const next = await startIn(shell, browser, dataDir, withOptions, (started) => {
      dying = false
      started.on('pageerror', (error) => {
        if (!dying) problems.push(error.message)
      })
      started.on('console', (message) => {
        if (message.type() === 'error' && !dying) problems.push(message.text())
      })
    })
    // Keys pressed before there is a room would reach nobody.
    await next.page.locator('main').waitFor()
    return next
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
