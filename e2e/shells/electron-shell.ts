import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { findElectron } from '../../scripts/lib/electron.mjs'
import type { Running, StartOptions, Watch } from './app.ts'
import { chosen, exportedTo } from './dialogs.ts'
import { environment, gone } from './process.ts'

const project = join(import.meta.dirname, '../..')

/** Starts the built program in the real Electron. */
export async function startInElectron(
  dataDir: string,
  options: StartOptions,
  watch: Watch,
): Promise<Running> {
  const electron = findElectron()
  if (!electron) throw new Error('There is no Electron binary here.')
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      project,
      ...(options.openPath ? [options.openPath] : []),
    ],
    env: environment(dataDir),
  })
  const page = await app.firstWindow()
  watch(page)

  const running: Running = {
    page,
    async end() {
      await app.close()
    },
    async kill() {
      const child = app.process()
      child.kill('SIGKILL')
      await gone(child)
    },
    collectExport: (action, folder) => exportedTo(folder, action, (path) => running.chooseFile('save', path)),
    async chooseMenu(command) {
      await app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command)
    },
    async chooseFile(dialog, path) {
      const { method, value } = chosen(dialog, path)
      await app.evaluate(
        (electronApi, prepared) => {
          const dialogs = electronApi.dialog as unknown as Record<string, unknown>
          const before = dialogs[prepared.method]
          dialogs[prepared.method] = async () => {
            dialogs[prepared.method] = before
            return prepared.value
          }
        },
        { method, value },
      )
    },
  }
  return running
}
