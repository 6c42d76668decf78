import { Worker } from 'node:worker_threads'
import type { VerifyReport } from '../../contract/program.ts'
import type { Answer, Problem } from '../../contract/wire.ts'
import type {
  Changed,
  EngineCall,
  EngineInput,
  EngineMessage,
  EngineMethod,
  EngineNews,
  EngineOutput,
  Halted,
} from './protocol.ts'
import { type Control, stopFlag } from './watch.ts'

/** The engine from outside its thread. Calls never throw: a dead worker is a problem like others. */
export interface EngineClient {
  call<M extends EngineMethod>(
    method: M,
    input: EngineInput<M>,
    options?: Partial<Control>,
  ): Promise<Answer<EngineOutput<M>>>
  /** Tells every committed change, before the answer of the command that made it. */
  onChanged(listener: (change: Changed) => void): () => void
  /** Tells that the open workspace lost its file, once what can be kept is kept. */
  onHalted(listener: (halted: Halted) => void): () => void
  /** Closes the workspace, then ends the thread. Safe to call twice. */
  end(): Promise<void>
}

/** Starts the engine's thread from its script: `engine-worker.js` in the bundle, `worker.ts` in a checkout. */
export function startEngine(script: URL): EngineClient {
  const listeners = new Set<(change: Changed) => void>()
  const haltListeners = new Set<(halted: Halted) => void>()
  const main = startThread(script, (news) => {
    if (news.kind === 'changed') for (const listener of listeners) listener(news.change)
    // What the past was read from is not what the writer has open any more.
    else void endPast()
    if (news.kind === 'halted') for (const listener of haltListeners) listener(news.halted)
  })
  // Looking into the past takes time of its own, which no edit should wait for.
  let past: { thread: ReturnType<typeof startThread>; stop: AbortController } | undefined
  const endPast = async () => {
    const ended = past
    past = undefined
    ended?.stop.abort()
    // A thread that is ended inside the database takes the whole process with it: it finishes and closes first.
    await ended?.thread.call('close', null, {})
    await ended?.thread.end()
  }
  return {
    async call(method, input, options = {}) {
      if (inPast.has(method)) {
        past ??= { thread: startThread(script, () => {}), stop: new AbortController() }
        const { thread, stop } = past
        const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
        return thread.call(method, input, { ...options, signal })
      }
      if (method === 'open' || method === 'close' || method === 'goOn') await endPast()
      if (besides.has(method)) {
        // So that the file itself, which people copy too, is never behind what was made of it.
        await main.call('fold', null, {})
        return callBeside(script, method, input, options)
      }
      if (method !== 'verify') return main.call(method, input, options)
      return verifyBeside(script, input as EngineInput<'verify'>, options) as Promise<Answer<never>>
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onHalted(listener) {
      haltListeners.add(listener)
      return () => haltListeners.delete(listener)
    },
    async end() {
      await endPast()
      await main.call('close', null, {})
      await main.end()
    },
  }
}

/** Questions about the past, which keep what they have read of the log. */
const inPast: ReadonlySet<EngineMethod> = new Set(['queryAsOf', 'timeline', 'matches', 'changes'])

/** Work that only reads the workspace, in a file that may be open. */
const besides: ReadonlySet<EngineMethod> = new Set(['backup', 'branch', 'compareBranch'])

/** A check or a copy runs beside the writer, in a thread of its own that ends with it. */
async function callBeside<M extends EngineMethod>(
  script: URL,
  method: M,
  input: EngineInput<M>,
  options: Partial<Control>,
): Promise<Answer<EngineOutput<M>>> {
  const beside = startThread(script, () => {})
  try {
    return await beside.call(method, input, options)
  } finally {
    await beside.end()
  }
}

async function verifyBeside(
  script: URL,
  { path, held }: EngineInput<'verify'>,
  { progress, signal }: Partial<Control>,
): Promise<Answer<VerifyReport>> {
  const [log, storage] = await Promise.all([
    callBeside(script, 'verify', { path, half: 'log', held }, { progress, signal }),
    callBeside(script, 'verify', { path, half: 'storage' }, { signal }),
  ])
  if (!log.ok) return log
  return storage.ok ? { ok: true, value: joinReports(log.value, storage.value) } : storage
}

/** What two threads found, told as one. The head is the log half's. */
function joinReports(log: VerifyReport, storage: VerifyReport): VerifyReport {
  return {
    ...log,
    ok: log.ok && storage.ok,
    findings: [...storage.findings, ...log.findings],
    milliseconds: Math.max(log.milliseconds, storage.milliseconds),
  }
}

/** The engine makes much that lives shortly: with room for it, far less of it is moved about. */
export const youngMegabytes = 96

interface Pending {
  resolve(answer: Answer<unknown>): void
  progress: Control['progress'] | undefined
}

function startThread(script: URL, onNews: (news: EngineNews) => void) {
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } })
  const pending = new Map<number, Pending>()
  let lastCall = 0
  let stopped: Problem | null = null

  worker.on('message', (message: EngineMessage) => {
    if (message.kind !== 'answer' && message.kind !== 'progress') return onNews(message)
    const call = pending.get(message.call)
    if (message.kind === 'progress') return call?.progress?.(message.done, message.total)
    pending.delete(message.call)
    call?.resolve(message.answer)
  })
  worker.on('error', (error) => stop(error.message))
  worker.on('exit', (code) => stop(`it ended with code ${code}`))

  return {
    call<M extends EngineMethod>(method: M, input: EngineInput<M>, { progress, signal }: Partial<Control>) {
      return new Promise<Answer<EngineOutput<M>>>((resolve) => {
        if (stopped) return resolve({ ok: false, error: stopped })
        lastCall += 1
        const cancelling = signal && stopFlag(signal)
        pending.set(lastCall, {
          progress,
          resolve(answer) {
            // The past's signal lives as long as the workspace: each answer takes its listener along.
            cancelling?.release()
            resolve(answer as Answer<EngineOutput<M>>)
          },
        })
        const message: EngineCall = {
          call: lastCall,
          method,
          input,
          cancelled: cancelling?.flag ?? null,
        }
        worker.postMessage(message)
      })
    },
    async end() {
      await worker.terminate()
    },
  }

  function stop(why: string): void {
    stopped ??= {
      code: 'engine_stopped',
      message: `The part of Claimtrail that writes the workspace has stopped (${why}). Everything that was shown as saved is saved. Start Claimtrail again to go on.`,
    }
    for (const call of pending.values()) call.resolve({ ok: false, error: stopped })
    pending.clear()
  }
}
