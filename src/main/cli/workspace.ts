import { makeEngine } from '../engine/engine.ts'
import { setAsideWords } from '../engine/file/left-behind.ts'
import { problemOf } from '../engine/problems.ts'
import type { Changed, EngineInput, OpenedInfo } from '../engine/protocol.ts'
import type { Watch } from '../engine/watch.ts'
import { type Io, ToldAlready } from './command.ts'
import { headsOf, refuseOtherFile } from './heads.ts'

export type Engine = ReturnType<typeof makeEngine>

/** Work on an open workspace. `isLost` turns true when its file is moved, replaced or deleted meanwhile. */
type Work<T> = (engine: Engine, watch: Watch, isLost: () => boolean) => Promise<T>

/**
 * Opens a workspace in this process for one command that only reads, and closes it whatever happens: neither the file
 * nor its folder is changed.
 */
export async function withWorkspace<T>(
  path: string,
  io: Io,
  work: (engine: Engine, watch: Watch) => Promise<T>,
): Promise<T> {
  const engine = makeEngine(() => {})
  const watch = watching(io, 'Opening')
  await engine.look({ path }, watch)
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
  work: Work<T>,
): Promise<T> {
  const heads = headsOf(io)
  const known = acceptHead ? null : heads.get(path)
  let last: { seq: number; hash: string; first: string | null } | null = null
  try {
    return await whileOpen({ path, acceptShorterLog, known }, io, {
      onOpened(opened) {
        if (opened.setAside) io.tell(setAsideWords(opened.setAside))
        refuseOtherFile(opened.readOnly)
        if (!opened.readOnly) last = opened
      },
      onChanged(change) {
        last = change
      },
      work,
    })
  } finally {
    remember(last)
  }

  function remember(head: typeof last): void {
    if (!head || head.first === null) return
    const { seq, hash, first } = head
    heads.remember(path, { seq, hash, first })
  }
}

interface Course<T> {
  onOpened?(opened: OpenedInfo): void
  onChanged?(change: Changed): void
  work: Work<T>
}

/** A file that is lost meanwhile is told at once; it then ends with `ToldAlready`. */
async function whileOpen<T>(
  input: EngineInput<'open'>,
  io: Io,
  { onOpened, onChanged, work }: Course<T>,
): Promise<T> {
  let isLost = false
  const engine = makeEngine((news) => {
    if (news.kind === 'changed') onChanged?.(news.change)
    if (news.kind !== 'halted') return
    isLost = true
    const { message, code } = news.halted.problem
    io.tell(`${message} [${code}]`)
  })
  const watch = watching(io, 'Opening')
  const opened = await engine.open(input, watch)
  const stopKeeping = keepFile(engine, io)
  try {
    onOpened?.(opened)
    const done = await work(engine, watch, () => isLost)
    stopKeeping()
    await engine.close(null, watch)
    if (isLost) throw new ToldAlready()
    return done
  } catch (error) {
    throw isLost && problemOf(error).code.startsWith('file_') ? new ToldAlready() : error
  } finally {
    stopKeeping()
    await engine.close(null, watch)
  }
}

/** A command that waits for its input keeps its file whole meanwhile, and sees when it is lost. */
function keepFile(engine: Engine, io: Io): () => void {
  let timer: NodeJS.Timeout | undefined
  const later = (milliseconds: number) => {
    timer = setTimeout(keep, milliseconds).unref()
  }
  const keep = () => {
    try {
      later(engine.keepFile() ?? idleMs)
    } catch (error) {
      io.tell(problemOf(error).message)
      later(failedMs)
    }
  }
  later(idleMs)
  return () => clearTimeout(timer)
}

const idleMs = 500
const failedMs = 10_000

/** Progress for the person at the terminal, and Ctrl+C for the work. */
export function watching(io: Io, what: string): Watch {
  return {
    isCancelled: () => io.isStopped(),
    progress: (done, total) => io.progress(total > 0 ? `${what}: ${done} of ${total}` : `${what}: ${done}`),
  }
}
