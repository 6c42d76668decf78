import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { answer, tell } from './channel.mjs'

/** An event that a listener can prevent. */
export function preventable(extra = {}) {
  return {
    ...extra,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

class App extends EventEmitter {
  isPackaged = false
  name = 'stand-in'
  /** @type {Map<string, string>} */
  #paths = new Map()
  #ready = Promise.withResolvers()
  /** @type {Set<import('./window.mjs').BrowserWindow>} */
  windows = new Set()
  quitting = false

  setName(/** @type {string} */ name) {
    this.name = name
  }

  setPath(/** @type {string} */ name, /** @type {string} */ path) {
    if (!existsSync(path)) throw new Error(`Failed to set path '${name}': ${path} does not exist`)
    this.#paths.set(name, path)
  }

  getPath(/** @type {string} */ name) {
    return this.#paths.get(name) ?? join(homedir(), name)
  }

  requestSingleInstanceLock() {
    return true
  }

  whenReady() {
    return this.#ready.promise
  }

  becomeReady() {
    this.#ready.resolve(undefined)
    this.emit('ready')
  }

  /** As in Electron: listeners may prevent it, then the windows close, then the process ends. */
  quit() {
    const event = preventable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.quitting = true
    for (const window of [...this.windows]) window.close()
    this.emit('will-quit', preventable())
    this.exit(0)
  }

  exit(/** @type {number} */ code = 0) {
    process.exit(code)
  }
}

export const app = new App()

export function becomeReady() {
  app.becomeReady()
  tell({ kind: 'ready' })
}

answer('quit', () => app.quit())
answer('emit-app', ({ event, args }) => {
  const first = preventable()
  app.emit(event, first, ...args)
  return { prevented: first.defaultPrevented }
})
