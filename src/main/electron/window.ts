import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import { pageUrl } from './app-scheme.ts'
import { rememberedState, rememberState } from './window-state.ts'

let mainWindow: BrowserWindow | undefined

/** Opens the program's window. The page in it has no more rights than a page of the web. */
export function openMainWindow(): BrowserWindow {
  const { maximized, ...bounds } = rememberedState()
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Claimtrail',
    // The colour of the page's own background, so that no flash of white precedes it.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  mainWindow = window
  window.once('closed', () => {
    if (mainWindow === window) mainWindow = undefined
  })
  if (maximized) window.maximize()
  rememberState(window)
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window, reason)
  })
  void window.loadURL(pageUrl)
  return window
}

/** Brings the window to the front, or opens one where none is left. */
export function showMainWindow(): void {
  if (!mainWindow) {
    openMainWindow()
    return
  }
  if (mainWindow.isMinimized()) mainWindow.restore()
  mainWindow.show()
  mainWindow.focus()
}

async function offerReload(window: BrowserWindow, reason: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'This window has stopped working.',
    detail: `Everything that was shown as saved is kept. (${reason})`,
    buttons: ['Open it again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) window.reload()
  else app.quit()
}
