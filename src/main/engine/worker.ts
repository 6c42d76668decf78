import { parentPort } from 'node:worker_threads'
import type { Answer } from '../../contract/wire.ts'
import { makeEngine } from './engine.ts'
import { problemOf } from './problems.ts'
import type { EngineCall, EngineInput, EngineMessage } from './protocol.ts'
import { blame } from './verify/blame.ts'
import { watchOf } from './watch.ts'

/** The engine's thread: the only code that writes a workspace. It speaks protocol.ts with client.ts. */
const port = parentPort
if (!port) throw new Error('engine-worker runs as a worker thread')
const post = (message: EngineMessage) => port.postMessage(message)

const engine = makeEngine(post)
/** The workspace that was opened last. */
let open: string | null = null

port.on('message', async ({ call, method, input, cancelled }: EngineCall) => {
  const watch = watchOf(cancelled, (done, total) => post({ kind: 'progress', call, done, total }))
  let answer: Answer<unknown>
  if (method === 'open') open = (input as EngineInput<'open'>).path
  try {
    answer = { ok: true, value: await engine[method](input as never, watch) }
  } catch (error) {
    answer = { ok: false, error: blame(problemOf(error), pathsOf(input)) }
  }
  post({ kind: 'answer', call, answer })
  restLater()
})

/** What a call may have read: the file that it names, else the one that is open. */
function pathsOf(input: unknown): string[] {
  if (input !== null && typeof input === 'object' && 'path' in input && typeof input.path === 'string')
    return [input.path]
  return open === null ? [] : [open]
}

/** The next call often follows at once, as a person works: housekeeping begins only after a pause. */
const pauseMs = 50
/** Work that never pauses must not put housekeeping off for ever: the write-ahead log would only grow. */
const longestMs = 1000
/** A disk in trouble is asked again, but not all the time. */
const failedMs = 10_000

let timer: NodeJS.Timeout | undefined
let rested = performance.now()

/** Goes on with the housekeeping when nothing is asked. A failure there concerns no answer. */
function restLater(pause = pauseMs): void {
  clearTimeout(timer)
  timer = setTimeout(rest, performance.now() - rested > longestMs ? 0 : pause)
}

function rest(): void {
  let next: number | null = failedMs
  try {
    const isMore = engine.rest()
    next = engine.keepFile()
    if (isMore) next = 0
  } catch (error) {
    console.error(error)
  }
  rested = performance.now()
  if (next !== null) restLater(next)
}
