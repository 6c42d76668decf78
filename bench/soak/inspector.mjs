/*
 * The heaps of a program that was started with `--inspect=0`, thread by thread, by Node's own inspector.
 */

/** @typedef {{ main: number, workers: number, threads: number }} Heaps bytes in use after a collection, and worker threads */

/** @param {string} url `ws://…`, from the program's first words on standard error */
export async function openInspector(url) {
  const socket = new WebSocket(url)
  await new Promise((done, fail) => {
    socket.addEventListener('open', done, { once: true })
    socket.addEventListener('error', () => fail(new Error('the inspector does not answer')), { once: true })
  })
  let last = 0
  /** @type {Map<string, (result: any) => void>} */
  const waiting = new Map()
  /** @type {Set<string>} */
  const workers = new Set()
  socket.addEventListener('message', ({ data }) => take(JSON.parse(String(data)), ''))

  /** @param {any} message @param {string} session empty: the main thread's own */
  function take(message, session) {
    const { id, method, params, result } = message
    if (method === 'NodeWorker.attachedToWorker') workers.add(params.sessionId)
    if (method === 'NodeWorker.detachedFromWorker') gone(params.sessionId)
    if (method === 'NodeWorker.receivedMessageFromWorker') take(JSON.parse(params.message), params.sessionId)
    if (id !== undefined) settle(`${session} ${id}`, result ?? null)
  }

  /** @param {string} session */
  function gone(session) {
    workers.delete(session)
    for (const key of [...waiting.keys()].filter((key) => key.startsWith(`${session} `))) settle(key, null)
  }

  /** @param {string} key @param {any} result */
  function settle(key, result) {
    waiting.get(key)?.(result)
    waiting.delete(key)
  }

  /** @param {string} method @param {object} [params] @param {string} [session] @returns {Promise<any>} null from a thread that has ended */
  function call(method, params = {}, session = '') {
    last += 1
    const id = last
    const answered = new Promise((done) => waiting.set(`${session} ${id}`, done))
    const message = JSON.stringify({ id, method, params })
    socket.send(session === '' ? message : wrapped(message, session))
    return answered
  }

  /** @param {string} message @param {string} sessionId */
  function wrapped(message, sessionId) {
    last += 1
    return JSON.stringify({
      id: last,
      method: 'NodeWorker.sendMessageToWorker',
      params: { message, sessionId },
    })
  }

  /** @param {string} [session] */
  async function heapOf(session) {
    await call('HeapProfiler.collectGarbage', {}, session)
    const usage = await call('Runtime.getHeapUsage', {}, session)
    return usage ? usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0) : 0
  }

  await call('NodeWorker.enable', { waitForDebuggerOnStart: false })
  return {
    /** @returns {Promise<Heaps>} */
    async heaps() {
      const threads = [...workers]
      const main = await heapOf()
      let all = 0
      for (const session of threads) all += await heapOf(session)
      return { main, workers: all, threads: threads.length }
    },
    close: () => socket.close(),
  }
}
