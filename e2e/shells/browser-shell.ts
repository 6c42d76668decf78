import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { Running, StartOptions, Watch } from './app.ts'
import { collectOutput, environment, gone } from './process.ts'

const bundle = join(import.meta.dirname, '../../out/main/browser.js')

/** Starts the built browser shell without a window of its own and opens its start address in a page. */
export async function startInBrowser(
  browser: Browser,
  dataDir: string,
  options: StartOptions,
  watch: Watch,
): Promise<Running> {
  const args = ['--no-window', '--keep', ...(options.openPath ? [options.openPath] : [])]
  const child = fork(bundle, args, {
    env: environment(dataDir),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  })
  const output = collectOutput(child)
  const address = await new Promise<string>((done, fail) => {
    child.stdout?.on('data', () => {
      const found = /^http:\/\/127\.0\.0\.1:\d+\/#start=\S+$/m.exec(output())
      if (found) done(found[0])
    })
    child.once('exit', (code) => fail(new Error(`The browser shell ended with ${code}:\n${output()}`)))
  })
  const context = await browser.newContext({ acceptDownloads: true })
  const page = await context.newPage()
  watch(page)
  await page.goto(address)

  return {
    page,
    async end() {
      await context.close()
      child.disconnect()
      const code = await gone(child)
      if (code !== 0) throw new Error(`The browser shell ended with ${code}:\n${output()}`)
    },
    terminate() {
      child.kill('SIGTERM')
      return gone(child)
    },
    async kill() {
      child.kill('SIGKILL')
      await gone(child)
      await context.close()
    },
    async collectExport(action, folder) {
      const [download] = await Promise.all([page.waitForEvent('download'), action()])
      const path = join(folder, download.suggestedFilename())
      await download.saveAs(path)
      return { path, name: download.suggestedFilename() }
    },
    chooseMenu: () => Promise.reject(new Error('The browser shell has no menu.')),
    chooseFile: () => Promise.reject(new Error('The browser shell has no dialogs.')),
  }
}
