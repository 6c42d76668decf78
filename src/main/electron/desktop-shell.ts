import { extname, join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  type FileFilter,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import { formatByName } from '../../contract/export-formats.ts'
import type { Shell } from '../program/shell.ts'
import { offerOutside } from './outside.ts'
import { printInWindow } from './print-page.ts'

const workspaces: FileFilter = { name: 'Claimtrail workspaces', extensions: ['claimtrail'] }

/** What Electron lends to the program: the system's own dialogs and the person's browser. */
export const desktopShell: Shell = {
  kind: 'electron',
  async chooseWorkspaceToOpen() {
    const { canceled, filePaths } = await open({ properties: ['openFile'], filters: [workspaces] })
    return canceled ? null : (filePaths[0] ?? null)
  },
  async chooseNewWorkspace(suggestedName) {
    const path = await save(suggestedName, app.getPath('documents'), [workspaces])
    return path === null || extname(path) !== '' ? path : `${path}.claimtrail`
  },
  async chooseExportTarget(suggestedName) {
    const format = formatByName(suggestedName)
    const filters = format ? [{ name: format.name, extensions: [format.ending.slice(1)] }] : []
    const path = await save(suggestedName, app.getPath('downloads'), filters)
    return path === null ? null : { path }
  },
  printPage: printInWindow,
  openExternal: offerOutside,
}

function open(options: OpenDialogOptions) {
  const window = BrowserWindow.getFocusedWindow()
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)
}

/** A path, or null when the person cancelled. The dialog itself asks before a file is replaced. */
async function save(suggestedName: string, folder: string, filters: FileFilter[]): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow()
  const options: SaveDialogOptions = {
    // The name comes from the page: only its last part counts.
    defaultPath: join(folder, suggestedName.replace(/^.*[/\\]/s, '')),
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return canceled || !filePath ? null : filePath
}
