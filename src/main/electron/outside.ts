import { BrowserWindow, dialog, type MessageBoxOptions, shell } from 'electron'
import type { Answer } from '../../contract/wire.ts'
import { failed } from '../../domain/answer.ts'
import { notOfTheWeb, outsideAddress, outsideQuestion } from '../../domain/outside-address.ts'

/**
 * Shows the person a web address and opens it in their browser when they agree. Anything but http and https is left
 * alone: other schemes start programs, and `unsafe_address` says so.
 */
export async function offerOutside(text: string): Promise<Answer<null>> {
  const address = outsideAddress(text)
  if (address === null) return failed('unsafe_address', notOfTheWeb)
  const question: MessageBoxOptions = {
    type: 'question',
    message: outsideQuestion(address),
    detail: [address.href, ...address.warnings].join('\n\n'),
    buttons: ['Open in browser', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const window = BrowserWindow.getFocusedWindow()
  const { response } = await (window
    ? dialog.showMessageBox(window, question)
    : dialog.showMessageBox(question))
  if (response === 0) await shell.openExternal(address.href)
  return { ok: true, value: null }
}
