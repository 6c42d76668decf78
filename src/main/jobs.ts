import { Worker } from 'node:worker_threads'
import type { Answer, Push } from '../contract/wire.ts'
import { type Control, stopFlag } from './engine/watch.ts'
import type { JobInput, JobMessage, JobOutput, JobTask } from './job-worker.ts'

export interface Jobs {
  /** Runs a task in a worker of its own and tells its progress. One id, one job at a time. */
  run<Task extends JobTask>(
    job: string,
    title: string,
    task: Task,
    input: JobInput<Task>,
  ): Promise<Answer<JobOutput<Task>>>
  /** Registers a job that runs elsewhere, so that the same button cancels it. */
  follow<T>(job: string, title: string, start: (control: Control) => Promise<T>): Promise<T>
  /** Asks the job to stop at the next safe place. Unknown ids are jobs that have ended: nothing happens. */
  cancel(job: string): void
  /** Stops every job and waits for them. */
  close(): Promise<void>
}

const progressEveryMs = 100

export function createJobs(push: (push: Push) => void): Jobs {
  const running = new Map<string, { stop: AbortController; ended: Promise<unknown> }>()

  const follow: Jobs['follow'] = async (job, title, start) => {
    const stop = new AbortController()
    const ended = start({ signal: stop.signal, progress: throttled(job, title, push) })
    running.set(job, { stop, ended })
    try {
      return await ended
    } finally {
      running.delete(job)
      push({ kind: 'progress', job, title, done: 1, total: 1, ended: true })
    }
  }

  return {
    follow,
    run: (job, title, task, input) => follow(job, title, (control) => runInWorker(task, input, control)),
    cancel(job) {
      running.get(job)?.stop.abort()
    },
    async close() {
      for (const { stop } of running.values()) stop.abort()
      await Promise.allSettled([...running.values()].map(({ ended }) => ended))
    },
  }
}

function runInWorker<Task extends JobTask>(
  task: Task,
  input: JobInput<Task>,
  control: Control,
): Promise<Answer<JobOutput<Task>>> {
  return new Promise((resolve) => {
    const { flag: cancelled } = stopFlag(control.signal)
    const worker = new Worker(new URL('./job-worker.js', import.meta.url), {
      workerData: { task, input, cancelled },
    })
    const lost = (why: string) =>
      resolve({
        ok: false,
        error: {
          code: 'job_failed',
          message: `The work stopped unexpectedly (${why}). The workspace is as it was; try again.`,
        },
      })
    worker.on('message', (message: JobMessage) => {
      if (message.kind === 'progress') control.progress(message.done, message.total)
      else resolve(message.answer as Answer<JobOutput<Task>>)
    })
    worker.on('error', (error: unknown) => lost(error instanceof Error ? error.message : String(error)))
    worker.on('exit', (code) => lost(`its worker ended with code ${code}`))
  })
}

function throttled(job: string, title: string, push: (push: Push) => void): Control['progress'] {
  let last = 0
  return (done, total) => {
    const now = performance.now()
    if (now - last < progressEveryMs) return
    last = now
    push({ kind: 'progress', job, title, done, total, ended: false })
  }
}
