import { makeEngine } from '../engine/engine.ts'
import type { Watch } from '../engine/watch.ts'
import type { Io } from './command.ts'
import { headsOf, refuseOtherFile } from './heads.ts'

export type Engine = ReturnType<typeof makeEngine>

/** Opens a workspace in this process for one command, and closes it whatever happens. */
export async function withWorkspace<T>(
  path: string,
  io: Io,
  work: (engine: Engine, watch: Watch) => Promise<T>,
): Promise<T> {
  const engine = makeEngine(() => {})
  const watch = watching(io, 'Opening')
  await engine.open({ path }, watch)
  try {
    return await work(engine, watch)
  } finally {
    await engine.close(null, watch)
  }
}

/**
 * Likewise for a command that changes the workspace: it must go on from the head that was last seen under its name,
 * unless `acceptHead`, and the head it ends at is remembered.
 */
export async function changeWorkspace<T>(
  path: string,
  io: Io,
  { acceptHead, acceptShorterLog = false }: { acceptHead: boolean; acceptShorterLog?: boolean },
  work: (engine: Engine, watch: Watch) => Promise<T>,
): Promise<T> {
  const heads = headsOf(io)
  let last: { seq: number; hash: string; first: string | null }
  const engine = makeEngine((change) => {
    last = change
  })
  const watch = watching(io, 'Opening')
  const known = acceptHead ? null : heads.get(path)
  const opened = await engine.open({ path, acceptShorterLog, known }, watch)
  last = opened
  try {
    refuseOtherFile(opened.readOnly)
    return await work(engine, watch)
  } finally {
    await engine.close(null, watch)
    const { seq, hash, first } = last
    if (first !== null && !opened.readOnly) heads.remember(path, { seq, hash, first })
  }
}

/** Progress for the person at the terminal, and Ctrl+C for the work. */
export function watching(io: Io, what: string): Watch {
  return {
    isCancelled: () => io.isStopped(),
    progress: (done, total) => io.progress(total > 0 ? `${what}: ${done} of ${total}` : `${what}: ${done}`),
  }
}
