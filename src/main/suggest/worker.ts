import { parentPort } from 'node:worker_threads'
import type { SuggestionPage } from '../../contract/suggestions.ts'
import type { Answer } from '../../contract/wire.ts'
import { type StopFlag, watchOf } from '../engine/watch.ts'
import { openPages, type PageInput } from './pages.ts'

/** What the thread is asked. */
export interface SuggestCall {
  call: number
  input: PageInput
  cancelled: StopFlag
}

export type SuggestMessage =
  | { kind: 'progress'; call: number; done: number; total: number }
  | { kind: 'done'; call: number; answer: Answer<SuggestionPage> }

const port = parentPort
if (port) {
  const post = (message: SuggestMessage) => port.postMessage(message)
  const page = openPages()
  port.on('message', ({ call, input, cancelled }: SuggestCall) => {
    try {
      const watch = watchOf(cancelled, (done, total) => post({ kind: 'progress', call, done, total }))
      const answer = page(input, watch)
      post({ kind: 'done', call, answer })
    } catch (error) {
      console.error(error)
      post({ kind: 'done', call, answer: { ok: false, error: failed(error) } })
    }
  })
}

function failed(error: unknown): { code: string; message: string } {
  const what = error instanceof Error ? error.message : String(error)
  return {
    code: 'suggestions_failed',
    message: `The assistant stumbled over this text (${what}). Nothing was changed; read on without suggestions, or try again.`,
  }
}
