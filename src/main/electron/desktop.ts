import { join } from 'node:path'
import { app, dialog } from 'electron'
import type { Program, Shell } from '../program/shell.ts'
import type { ShellArguments } from '../shell-kit/arguments.ts'
import { whenAskedToEnd } from '../shell-kit/asked-to-end.ts'
import { makeOwnFolder } from '../targets/own-file.ts'
import { registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { desktopShell } from './desktop-shell.ts'
import { lockDown } from './lock-down.ts'
import { setMenu } from './menu.ts'
import { answerRequests } from './requests.ts'
import { openMainWindow, showMainWindow } from './window.ts'

export interface DesktopOptions {
  arguments: ShellArguments
  dataDir: string
  /** Absolute path of the built renderer. */
  pages: string
  startProgram(shell: Shell, openPath: string | undefined): Promise<Program>
}

/** Runs the desktop shell: one instance for each data folder; a second start opens its file in the first. */
export async function runDesktop(options: DesktopOptions): Promise<void> {
  app.setName('Claimtrail')
  if (process.platform === 'win32') app.setAppUserModelId('org.claimtrail.desktop')
  // Chromium's own files stay apart from workspaces and settings, which the other shells share.
  const ownFiles = join(options.dataDir, 'electron')
  makeOwnFolder(ownFiles)
  app.setPath('userData', ownFiles)
  registerAppScheme()
  const { openPath } = options.arguments
  if (!app.requestSingleInstanceLock({ openPath: openPath ?? null })) {
    app.quit()
    return
  }

  // macOS names the file to open by an event, which may come before the app is ready.
  let fileToOpen = openPath
  let program: Program | undefined
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (program) void openFile(program, path)
    else fileToOpen = path
  })

  await app.whenReady()
  lockDown()
  serveAppScheme(options.pages)
  const started = await options.startProgram(desktopShell, fileToOpen)
  program = started
  answerRequests(started)
  setMenu()
  openMainWindow()

  app.on('second-instance', (_event, _argv, _folder, extra) => {
    const path = (extra as { openPath?: unknown } | null)?.openPath
    showMainWindow()
    if (typeof path === 'string') void openFile(started, path)
  })
  app.on('activate', showMainWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  closeBeforeQuitting(started)
}

async function openFile(program: Program, path: string): Promise<void> {
  const answer = await program.openPath(path)
  if (!answer.ok) dialog.showErrorBox('The workspace was not opened', answer.error.message)
}

/** The workspace is closed in order before the process ends, whichever way the end came. */
function closeBeforeQuitting(program: Program): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    program
      .close()
      .catch((error: unknown) => console.error(`The workspace was not closed in order: ${String(error)}`))
      .finally(() => {
        closed = true
        app.quit()
      })
  })
  whenAskedToEnd(() => app.quit())
}
