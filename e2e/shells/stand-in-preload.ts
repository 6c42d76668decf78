/**
 * Wraps the text of a built preload so that it runs in a page before the page's own scripts, with what a sandboxed
 * preload has: a `require` that knows only `electron`, and there only `contextBridge` and `ipcRenderer`.
 * @param origin the only origin in whose top frame it runs
 */
export function preloadScript(preload: string, origin: string): string {
  return `(() => {
  if (window.top !== window || location.origin !== ${JSON.stringify(origin)}) return
  const electron = (${electronForPreload.toString()})()
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error('module not found: ' + name)
  }
  const module = { exports: {} }
  ;(function (exports, require, module) {
${preload}
  })(module.exports, require, module)
})()`
}

/** Runs in the page: it may use nothing from this file. */
function electronForPreload(): unknown {
  type Listener = (event: unknown, ...args: unknown[]) => void
  const page = window as unknown as { standInInvoke?: (channel: string, args: unknown[]) => Promise<unknown> }
  const invoke = page.standInInvoke!
  // The page must find its way by the bridge alone.
  delete page.standInInvoke
  const listeners = new Map<string, Set<Listener>>()
  window.addEventListener('stand-in-push', (event) => {
    const { channel, args } = (event as CustomEvent<{ channel: string; args: unknown[] }>).detail
    for (const listener of listeners.get(channel) ?? []) listener({}, ...structuredClone(args))
  })

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => invoke(channel, structuredClone(args)),
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    removeListener(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      Object.defineProperty(window, key, { value: across(api), enumerable: true })
    },
  }
  return { contextBridge, ipcRenderer }

  /** What the context bridge does to a value: functions become proxies, everything else is copied and frozen. */
  function across(value: unknown): unknown {
    if (typeof value === 'function') return (...args: unknown[]) => across(value(...args.map(across)))
    if (value instanceof Promise) return value.then(across)
    if (Array.isArray(value)) return Object.freeze(value.map(across))
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.freeze(
        Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, across(entry)])),
      )
    }
    return structuredClone(value)
  }
}
