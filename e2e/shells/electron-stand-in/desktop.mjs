import { answer, tell } from './channel.mjs'

/** What the spec said the person would answer to the next dialogs, in order. @type {Map<string, unknown[]>} */
const prepared = new Map()
answer('prepare-dialog', ({ method, value }) => {
  prepared.set(method, [...(prepared.get(method) ?? []), value])
})

/** The options are the last argument: a dialog may belong to a window. An unprepared dialog is cancelled. */
function show(/** @type {string} */ method, /** @type {unknown} */ cancelled) {
  return async (/** @type {unknown[]} */ ...args) => {
    const options = JSON.parse(JSON.stringify(args.at(-1)))
    tell({ kind: 'dialog', method, options })
    const answers = prepared.get(method) ?? []
    return answers.length > 0 ? answers.shift() : cancelled
  }
}

export const dialog = {
  showOpenDialog: show('showOpenDialog', { canceled: true, filePaths: [] }),
  showSaveDialog: show('showSaveDialog', { canceled: true, filePath: '' }),
  showMessageBox: show('showMessageBox', { response: 1, checkboxChecked: false }),
  showErrorBox(/** @type {string} */ title, /** @type {string} */ content) {
    tell({ kind: 'dialog', method: 'showErrorBox', options: { title, content } })
  },
}

export const shell = {
  async openExternal(/** @type {string} */ url) {
    tell({ kind: 'opened-outside', url })
  },
}

export const nativeTheme = { shouldUseDarkColors: false }

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
}
