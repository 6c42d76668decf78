import { create } from 'zustand'
import type { Push } from '../../contract/wire.ts'

export interface RunningJob {
  job: string
  title: string
  done: number
  /** 0: unknown. */
  total: number
  /** Shown once it has lasted for half a second, so that short work does not flash. */
  visible: boolean
  /** Someone has asked it to stop; it stops at the next safe place. */
  cancelling: boolean
}

/** Long work that is going on, oldest first. */
export const useJobs = create<{ jobs: RunningJob[] }>()(() => ({ jobs: [] }))

const delay = 500

/** Takes what a push tells about a job. */
export function jobMoved({ job, title, done, total, ended }: Extract<Push, { kind: 'progress' }>): void {
  const { jobs } = useJobs.getState()
  if (ended) {
    useJobs.setState({ jobs: jobs.filter((other) => other.job !== job) })
  } else if (jobs.some((other) => other.job === job)) {
    change(job, { title, done, total })
  } else {
    useJobs.setState({ jobs: [...jobs, { job, title, done, total, visible: false, cancelling: false }] })
    setTimeout(() => change(job, { visible: true }), delay)
  }
}

/** Notes that the job was asked to stop. */
export function jobCancelling(job: string): void {
  change(job, { cancelling: true })
}

function change(job: string, next: Partial<RunningJob>): void {
  useJobs.setState(({ jobs }) => ({
    jobs: jobs.map((other) => (other.job === job ? { ...other, ...next } : other)),
  }))
}
