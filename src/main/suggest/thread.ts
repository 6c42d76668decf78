import { Worker } from 'node:worker_threads'
import type { SuggestionPage } from '../../contract/suggestions.ts'
import type { Answer } from '../../contract/wire.ts'
import { type Control, stopFlag } from '../engine/watch.ts'
import type { PageInput } from './pages.ts'
import type { SuggestCall, SuggestMessage } from './worker.ts'

/** The assistant from outside its thread. Calls never throw: a dead thread is a problem like others. */
export interface SuggestThread {
  page(input: PageInput, control: Control): Promise<Answer<SuggestionPage>>
  end(): Promise<void>
}

interface Pending {
  resolve(answer: Answer<SuggestionPage>): void
  control: Control
}

/**
 * A thread for the assistant alone, so that neither the window nor the one writer waits for it. It starts with the first
 * question, since loading the language model takes a moment that most sessions need not spend, and after a crash anew.
 */
export function suggestThread(script: URL): SuggestThread {
  let worker: Worker | undefined
  let lastCall = 0
  const pending = new Map<number, Pending>()

  return {
    page(input, control) {
      worker ??= start()
      lastCall += 1
      const call = lastCall
      const { flag: cancelled } = stopFlag(control.signal)
      const message: SuggestCall = { call, input, cancelled }
      const thread = worker
      return new Promise((resolve) => {
        pending.set(call, { resolve, control })
        thread.postMessage(message)
      })
    },
    async end() {
      await worker?.terminate()
    },
  }

  function start(): Worker {
    const started = new Worker(script)
    started.on('message', (message: SuggestMessage) => {
      const asked = pending.get(message.call)
      if (message.kind === 'progress') return asked?.control.progress(message.done, message.total)
      pending.delete(message.call)
      asked?.resolve(message.answer)
    })
    started.on('error', (error) => stop(started, error instanceof Error ? error.message : String(error)))
    started.on('exit', (code) => stop(started, `its thread ended with code ${code}`))
    return started
  }

  function stop(stopped: Worker, why: string): void {
    if (worker === stopped) worker = undefined
    for (const { resolve } of pending.values()) {
      resolve({
        ok: false,
        error: {
          code: 'suggestions_failed',
          message: `The assistant stopped unexpectedly (${why}). Nothing was changed; ask again, or read on without suggestions.`,
        },
      })
    }
    pending.clear()
  }
}
