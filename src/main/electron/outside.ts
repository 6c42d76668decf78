import { BrowserWindow, dialog, type MessageBoxOptions, shell } from 'electron'

/**
 * Shows the person a web address and opens it in their browser when they agree. Anything but http and https is left
 * alone: other schemes start programs.
 */
export async function offerOutside(address: string): Promise<void> {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return
  const question: MessageBoxOptions = {
    type: 'question',
    message: `Open a page of ${url.host} in your browser?`,
    detail: url.href,
    buttons: ['Open in browser', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const window = BrowserWindow.getFocusedWindow()
  const { response } = await (window
    ? dialog.showMessageBox(window, question)
    : dialog.showMessageBox(question))
  if (response === 0) await shell.openExternal(url.href)
}
