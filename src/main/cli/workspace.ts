import { makeEngine } from '../engine/engine.ts'
import type { Watch } from '../engine/watch.ts'
import type { Io } from './command.ts'

export type Engine = ReturnType<typeof makeEngine>

/** Opens a workspace in this process for one command, and closes it whatever happens. */
export async function withWorkspace<T>(
  path: string,
  io: Io,
  work: (engine: Engine, watch: Watch) => Promise<T>,
  { acceptShorterLog = false }: { acceptShorterLog?: boolean } = {},
): Promise<T> {
  const engine = makeEngine(() => {})
  const watch = watching(io, 'Opening')
  await engine.open({ path, acceptShorterLog }, watch)
  try {
    return await work(engine, watch)
  } finally {
    await engine.close(null, watch)
  }
}

/** Progress for the person at the terminal, and Ctrl+C for the work. */
export function watching(io: Io, what: string): Watch {
  return {
    isCancelled: () => io.isStopped(),
    progress: (done, total) => io.progress(total > 0 ? `${what}: ${done} of ${total}` : `${what}: ${done}`),
  }
}
