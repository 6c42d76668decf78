import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Answer, Push } from '../../contract/wire.ts'
import type { Program } from '../program/shell.ts'
import { isOwnPage } from './app-scheme.ts'

/** The one door for messages from windows: only the top frame of the program's own page may knock. */
export function answerRequests(program: Program): void {
  ipcMain.handle(
    'claimtrail:request',
    async (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
      if (!isOwnTopFrame(event)) {
        console.error(`A message from ${event.senderFrame?.url ?? 'a closed frame'} was refused.`)
        const message = 'Only the program’s own page may talk to it.'
        return { ok: false, error: { code: 'sender_unknown', message } }
      }
      if (typeof name !== 'string') {
        const message =
          'The window sent a message that could not be read; nothing was changed. Reload the window.'
        return { ok: false, error: { code: 'request_malformed', message } }
      }
      return program.request(name, input)
    },
  )
  program.subscribe(tellWindows)
}

/** Tells every window. */
export function tellWindows(push: Push): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('claimtrail:push', push)
}

function isOwnTopFrame(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOwnPage(frame.url)
}
