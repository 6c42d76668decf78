import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { app, preventable } from './app.mjs'
import { answer, tell } from './channel.mjs'
import { printed } from './printing.mjs'

/** @type {Map<number, BrowserWindow>} */
const windows = new Map()

export function windowOf(/** @type {number} */ id) {
  const window = windows.get(id)
  if (!window) throw new Error('This window is closed.')
  return window
}

class WebContents extends EventEmitter {
  mainFrame = { url: '' }
  /** @type {(details: { url: string }) => { action: string }} */
  openHandler = () => ({ action: 'allow' })

  constructor(/** @type {number} */ id) {
    super()
    this.id = id
  }

  setWindowOpenHandler(/** @type {typeof this.openHandler} */ handler) {
    this.openHandler = handler
  }

  /** A session of its own, which can deny requests: the page that is printed makes none but its own. */
  session = {
    setPermissionRequestHandler() {},
    webRequest: { onBeforeRequest() {} },
  }

  printToPDF() {
    return printed(this.mainFrame.url)
  }

  send(/** @type {string} */ channel, /** @type {unknown[]} */ ...args) {
    tell({ kind: 'send', window: this.id, channel, args: structuredClone(args) })
  }
}

export class BrowserWindow extends EventEmitter {
  static #next = 1

  static getAllWindows() {
    return [...windows.values()]
  }

  static getFocusedWindow() {
    return [...windows.values()][0] ?? null
  }

  #bounds
  #maximized = false

  constructor(/** @type {any} */ options) {
    super()
    this.id = BrowserWindow.#next++
    this.options = options
    const { x = 0, y = 0, width, height } = options
    this.#bounds = { x, y, width, height }
    this.webContents = new WebContents(this.id)
    windows.set(this.id, this)
    app.windows.add(this)
    app.emit('web-contents-created', preventable(), this.webContents)
  }

  async loadURL(/** @type {string} */ url) {
    const { preload, ...preferences } = this.options.webPreferences
    this.webContents.mainFrame.url = url
    // A window that nobody sees, for printing.
    if (!preload) return
    // The preload's text goes along: the page's process reads no files.
    const script = readFileSync(preload, 'utf8')
    tell({ kind: 'window', window: this.id, url, script, preferences, bounds: this.#bounds })
  }

  show() {}
  focus() {}
  restore() {}
  isMinimized() {
    return false
  }
  maximize() {
    this.#maximized = true
  }
  isMaximized() {
    return this.#maximized
  }
  getNormalBounds() {
    return this.#bounds
  }
  reload() {
    tell({ kind: 'reload', window: this.id })
  }

  /** The person's way: `close` may be prevented. */
  close() {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.#gone()
  }

  destroy() {
    this.#gone()
  }
  isDestroyed() {
    return !windows.has(this.id)
  }

  #gone() {
    windows.delete(this.id)
    app.windows.delete(this)
    this.emit('closed')
    // A quit that closes the windows is not the same as a person who closes the last one.
    if (windows.size === 0 && !app.quitting) app.emit('window-all-closed')
  }
}

answer('page-shown', ({ window }) => windowOf(window).emit('ready-to-show'))
answer('close-window', ({ window }) => windowOf(window).close())
answer('navigate', ({ window, url, isMainFrame }) => {
  const event = preventable({ url, isMainFrame })
  windowOf(window).webContents.emit('will-frame-navigate', event)
  return { prevented: event.defaultPrevented }
})
answer('open-window', ({ window, url }) => windowOf(window).webContents.openHandler({ url }))
