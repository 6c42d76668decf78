import { EventEmitter } from 'node:events'
import { answer } from './channel.mjs'
import { windowOf } from './window.mjs'

/** @type {Map<string, (event: any, ...args: any[]) => unknown>} */
const handlers = new Map()

export const ipcMain = {
  handle(/** @type {string} */ channel, /** @type {(event: any, ...args: any[]) => unknown} */ handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
}

answer('invoke', async ({ window, frame, channel, args }) => {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  const sender = windowOf(window).webContents
  // The spec may pretend to be another frame; the top frame is the one object that `mainFrame` is.
  const senderFrame = frame.top ? Object.assign(sender.mainFrame, { url: frame.url }) : { url: frame.url }
  return structuredClone(await handler({ sender, senderFrame }, ...args))
})

/** @type {Map<string, (request: Request) => Response | Promise<Response>>} */
const schemes = new Map()
/** @type {{ scheme: string, privileges: Record<string, boolean> }[]} */
let privileged = []

export const protocol = {
  registerSchemesAsPrivileged(/** @type {typeof privileged} */ schemesGiven) {
    privileged = schemesGiven
  },
  handle(
    /** @type {string} */ scheme,
    /** @type {(request: Request) => Response | Promise<Response>} */ handler,
  ) {
    schemes.set(scheme, handler)
  },
}

answer('fetch', async ({ url, method }) => {
  const scheme = new URL(url).protocol.slice(0, -1)
  const handler = schemes.get(scheme)
  if (!handler || !privileged.some((entry) => entry.scheme === scheme && entry.privileges.standard)) {
    throw new Error(`The scheme ${scheme} is not served as a standard scheme.`)
  }
  // Node's Request refuses unknown schemes in some methods, Electron's does not; only these two are read.
  const response = await handler(/** @type {Request} */ ({ url, method }))
  const body = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
})

class StandInSession extends EventEmitter {
  /** @type {(contents: unknown, permission: string, decide: (granted: boolean) => void) => void} */
  request = (_contents, _permission, decide) => decide(true)
  /** @type {(contents: unknown, permission: string) => boolean} */
  check = () => true
  /** @type {(details: unknown) => boolean} */
  device = () => true

  setPermissionRequestHandler(/** @type {typeof this.request} */ handler) {
    this.request = handler
  }

  setPermissionCheckHandler(/** @type {typeof this.check} */ handler) {
    this.check = handler
  }

  setDevicePermissionHandler(/** @type {typeof this.device} */ handler) {
    this.device = handler
  }
}

const defaultSession = new StandInSession()
export const session = { defaultSession }

answer('permission', async ({ permission }) => {
  const { promise, resolve } = Promise.withResolvers()
  defaultSession.request(null, permission, resolve)
  return {
    granted: await promise,
    checked: defaultSession.check(null, permission),
    device: defaultSession.device({}),
  }
})
