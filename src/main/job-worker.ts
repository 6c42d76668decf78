import { parentPort, workerData } from 'node:worker_threads'
import type { Answer } from '../contract/wire.ts'
import { type StopFlag, type Watch, watchOf } from './engine/watch.ts'
import { runExport, runPage } from './export/jobs.ts'
import { estimateReplay, writeReplay } from './export/replay-job.ts'
import { type PrepareInput, type PrepareOutput, prepareForPreview } from './ingest/preview.ts'

/**
 * Long work that only reads the workspace runs here, one worker a job, so that neither the window nor the one
 * writer waits for it. Each task's input and output are plain data.
 */
const tasks = {
  prepare: (input: PrepareInput, watch: Watch): Promise<Answer<PrepareOutput>> =>
    prepareForPreview(input, watch),
  export: runExport,
  writePage: runPage,
  estimateReplay,
  writeReplay,
}

export type JobTask = keyof typeof tasks
export type JobInput<Task extends JobTask> = Parameters<(typeof tasks)[Task]>[0]
export type JobOutput<Task extends JobTask> =
  ReturnType<(typeof tasks)[Task]> extends Promise<Answer<infer Output>> ? Output : never

export type JobMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; answer: Answer<unknown> }

const port = parentPort
if (port) {
  const { task, input, cancelled } = workerData as {
    task: JobTask
    input: never
    cancelled: StopFlag
  }
  const post = (message: JobMessage) => port.postMessage(message)
  const watch = watchOf(cancelled, (done, total) => post({ kind: 'progress', done, total }))
  tasks[task](input, watch).then(
    (answer) => post({ kind: 'done', answer }),
    (error: unknown) => {
      console.error(error)
      const what = error instanceof Error ? error.message : String(error)
      post({
        kind: 'done',
        answer: {
          ok: false,
          error: {
            code: 'job_failed',
            message: `The work could not be finished (${what}). The workspace is as it was.`,
          },
        },
      })
    },
  )
}
