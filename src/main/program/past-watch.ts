import type { Control } from '../engine/watch.ts'
import type { Jobs } from '../jobs.ts'
import { newId } from '../new-id.ts'

/** Asks a question about the past, with the signal that stops it and somebody to tell how far the log is read. */
export type PastWatch = <T>(ask: (control: Control) => Promise<T>) => Promise<T>

/** What takes less is not told of. */
const unnoticedMs = 500

/**
 * The first question about the past, and the first after much new work, waits until the log has been read. That is
 * told as one job, whichever and however many questions wait, and cancelling it stops all of them.
 */
export function openPastWatch(jobs: Jobs): PastWatch {
  let waiting = 0
  let stop = new AbortController()
  let job: { moved: Control['progress']; end(): void } | null = null

  return async (ask) => {
    const began = performance.now()
    waiting += 1
    try {
      return await ask({
        signal: stop.signal,
        progress(done, total) {
          if (performance.now() - began > unnoticedMs) job ??= begin()
          job?.moved(done, total)
        },
      })
    } finally {
      waiting -= 1
      if (waiting === 0) {
        job?.end()
        job = null
        if (stop.signal.aborted) stop = new AbortController()
      }
    }
  }

  function begin(): NonNullable<typeof job> {
    const cancel = stop
    let end = () => {}
    let moved: Control['progress'] = () => {}
    void jobs.follow(newId(), 'Reading the history', ({ signal, progress }) => {
      signal.addEventListener('abort', () => cancel.abort(), { once: true })
      moved = progress
      return new Promise<void>((resolve) => {
        end = resolve
      })
    })
    return { moved, end }
  }
}
