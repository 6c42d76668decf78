import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { BrowserWindow } from 'electron'
import type { Answer } from '../../contract/wire.ts'

/**
 * Prints a page to PDF in a window that nobody sees: without scripts, in a session of its own that can load this one
 * file and nothing else. Answers the bytes, or the problem `print_failed` or `cancelled`.
 *
 * @param page absolute path of an HTML file
 */
export async function printInWindow(page: string, signal: AbortSignal): Promise<Answer<Uint8Array>> {
  const address = pathToFileURL(page).href
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: `print-${randomUUID()}`,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  const stop = () => window.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const { session } = window.webContents
    session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
    session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: url !== address }))
    await window.loadURL(address)
    const value = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    return { ok: true, value }
  } catch (error) {
    if (signal.aborted) return { ok: false, error: { code: 'cancelled', message: cancelledWords } }
    const why = error instanceof Error ? error.message : String(error)
    const message = `The page could not be printed (${why}). ${kept} Export as HTML and print that with a browser.`
    return { ok: false, error: { code: 'print_failed', message } }
  } finally {
    signal.removeEventListener('abort', stop)
    if (!window.isDestroyed()) window.destroy()
  }
}

const kept = 'No file was written, and one of that name is as it was.'
const cancelledWords = `The export was cancelled. ${kept}`
