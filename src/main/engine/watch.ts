import { EngineProblem } from './problems.ts'

/** How a long piece of work tells where it is, and hears that it should stop. */
export interface Watch {
  /** How far it is: `done` of `total`, in the work's own unit, which its function names. */
  progress(done: number, total: number): void
  /** True once the work should stop at the next safe place. Asked between two steps. */
  isCancelled(): boolean
}

/** The same for who waits for an answer of another thread: told when it should stop, without asking. */
export interface Control extends Omit<Watch, 'isCancelled'> {
  /** Aborted once the work should stop. */
  signal: AbortSignal
}

export const unwatched: Watch = { progress: () => {}, isCancelled: () => false }

/** What work that was stopped ends with. */
export function cancelled(): EngineProblem {
  return new EngineProblem('cancelled', 'Cancelled. Nothing was changed.')
}

/** Not 0 once the work should stop. In shared memory, where a thread sees it that never comes up for air. */
export type StopFlag = Int32Array<SharedArrayBuffer>

/** The signal as a flag for another thread, until it is released. */
export function stopFlag(signal: AbortSignal): { flag: StopFlag; release(): void } {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const raise = () => {
    Atomics.store(flag, 0, 1)
  }
  if (signal.aborted) raise()
  signal.addEventListener('abort', raise)
  return { flag, release: () => signal.removeEventListener('abort', raise) }
}

/** The watch of that other thread. Without a flag nobody can stop the work. */
export function watchOf(flag: StopFlag | null, progress: Watch['progress']): Watch {
  return { progress, isCancelled: () => flag !== null && Atomics.load(flag, 0) !== 0 }
}
