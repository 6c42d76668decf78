import { performance } from 'node:perf_hooks'
import type { Answer, Problem } from '../../contract/wire.ts'
import { openWriter, type Writer } from './execute.ts'
import { foldBack, foldGrown } from './file/fold-back.ts'
import { lossProblem, withLastEdit } from './file/loss-words.ts'
import type { Opened } from './file/open.ts'
import { openReader, openToRead } from './file/open.ts'
import type { FileChange } from './file/open-file.ts'
import { secure } from './file/secure.ts'
import { readHead } from './log/log.ts'
import { answer, EngineProblem, problemOf } from './problems.ts'
import type { Halted } from './protocol.ts'
import { openQueries, type Queries } from './queries/index.ts'
import type { RowNotice } from './tables/sqlite-tables.ts'

/** An open workspace: what writes it, what reads it, and whether its file is still the one of its name. */
export interface Session {
  readonly opened: Opened
  readonly writer: Writer
  readonly queries: Queries
  /** Set once the file was not the one of its name: nothing is written any more, and `opened` is what was kept. */
  readonly halted: Halted | null
  /** Looks whether the name still names the file. If not, everything is brought into one file first, then told. */
  look(): void
  /** Writes, having looked. Throws why nothing can be written; where the file is lost meanwhile, what was kept of it. */
  write<T>(work: (writer: Writer) => T): T
  /** A command's answer; where it met a lost file, the problem tells what was kept of it. */
  told<T>(answered: Answer<T>): Answer<T>
  /** Begins anew on the same connection: for tables that became others all at once. */
  restart(): void
  /**
   * Housekeeping of the file: folds its log back once nothing was written for a moment, or `now`, and looks at its name.
   * @returns milliseconds until it wants to be asked again
   */
  keepFile(options?: { now: boolean }): number
  /** Likewise between two pieces of one long work. */
  keepInWork(): void
  /** Closes it; what was lost and kept is told as the problem. */
  close(): Problem | null
}

export interface SessionNews {
  /** Rows changed, after their transaction was committed. */
  onRows(notices: readonly RowNotice[], writer: Writer): void
  onHalted(halted: Halted): void
  /** The same file was opened anew: whoever reads it elsewhere should do so too. */
  onReopened(): void
}

/** Work is said to pause when nothing was written for so long. */
const pauseMs = 300
/** How often the name is looked at while nobody works. */
const lookMs = 1000

/** `again` opens a file as this one was opened. */
export function openSession(opened: Opened, again: (path: string) => Opened, news: SessionNews): Session {
  let halted: Halted | null = null
  let parts = start(opened)
  const firstSeq = parts.writer.head().seq
  /** How much was last seen to lie in the log only, at which head, and when it was first seen so. */
  let seen = { unfolded: 0, seq: 0, at: 0 }

  const session: Session = {
    get opened() {
      return parts.opened
    },
    get writer() {
      return parts.writer
    },
    get queries() {
      return parts.queries
    },
    get halted() {
      return halted
    },
    look() {
      const change = halted ? null : parts.opened.file.change()
      if (change === null) return
      if (change === 'overwritten' && reopened()) return
      halt(change)
      news.onHalted(halted!)
    },
    write(work) {
      session.look()
      const reason = parts.opened.readOnly
      if (reason) throw EngineProblem.of(reason)
      try {
        return work(parts.writer)
      } catch (error) {
        if (problemOf(error).code !== unnamedCode) throw error
        throw EngineProblem.of(lossOf(problemOf(error)))
      }
    },
    told(answered) {
      const isLost = !answered.ok && answered.error.code === unnamedCode
      return isLost ? { ok: false, error: lossOf(answered.error) } : answered
    },
    restart() {
      parts = start(parts.opened)
    },
    keepFile({ now } = { now: false }) {
      session.look()
      const { db, file, readOnly } = parts.opened
      if (readOnly) return lookMs
      const unfolded = file.unfolded()
      if (unfolded === 0) return lookMs
      const { seq } = parts.writer.head()
      if (unfolded !== seen.unfolded || seq !== seen.seq) seen = { unfolded, seq, at: performance.now() }
      const left = now ? 0 : seen.at + pauseMs - performance.now()
      if (left > 0) foldGrown(db, file, { inWork: false })
      else foldBack(db, file)
      return left > 0 ? Math.ceil(left) : lookMs
    },
    keepInWork() {
      const { db, file, readOnly } = parts.opened
      if (!readOnly && file.change() === null) foldGrown(db, file, { inWork: true })
    },
    close() {
      const before = halted
      const { file, readOnly, db } = parts.opened
      const change = halted || readOnly ? null : file.change()
      if (change !== null && parts.writer.head().seq === firstSeq && change !== 'overwritten') {
        // Nothing was done here: whoever took the file away meant it, and nothing of it may come upon another's.
        if (answer(() => foldBack(db, file)).ok) file.clearBeside()
      } else if (change !== null) {
        session.look()
      }
      parts.opened.close()
      return halted !== before ? halted!.problem : null
    },
  }
  return session

  function start(opened: Opened) {
    let queries: Queries | undefined
    const writer: Writer = openWriter(
      opened.db,
      (notices) => {
        queries?.noteRows(notices)
        news.onRows(notices, writer)
      },
      (committed) => {
        if (opened.file.change() !== null) throw unnamed(committed)
      },
    )
    queries = openQueries(opened.db, writer, opened.readOnly !== null)
    return { opened, writer, queries }
  }

  function lossOf(problem: Problem): Problem {
    session.look()
    if (!halted) return problem
    return problem.details?.committed === true ? withLastEdit(halted.problem) : halted.problem
  }

  /** The very same content and history was put into the file, or only its time was set: it is opened anew. */
  function reopened(): boolean {
    const { opened, writer } = parts
    const { path, file } = opened
    if (file.unfolded() > 0 || !file.hasOwnLength()) return false
    const same = answer(() => {
      const db = openReader(path)
      try {
        return readHead(db).hash.equals(writer.head().hash)
      } finally {
        db.close()
      }
    })
    if (!same.ok || !same.value) return false
    opened.close()
    parts = start(again(path))
    news.onReopened()
    return true
  }

  function halt(change: FileChange): void {
    const { opened, writer } = parts
    const { path, file } = opened
    const head = writer.head()
    const secured = secure(opened, head, change)
    const { loss, home, aside } = secured
    const problem = lossProblem(path, secured)
    halted = { problem, loss, path, home, aside, seq: head.seq, hash: head.hash.toString('hex') }
    const stays = home ?? (loss === 'overwritten' ? path : null)
    const kept = stays === null ? null : answer(() => openToRead(stays, problem))
    if (kept?.ok) {
      if (!opened.readOnly) file.clearBeside()
      opened.close()
      parts = start(kept.value)
    } else {
      parts = start({ ...opened, readOnly: problem, close: () => closeLast(opened, loss) })
    }
  }

  /** A connection that alone still has what was saved, or nothing that is whole. */
  function closeLast({ file, close }: Opened, loss: Halted['loss']): void {
    // Closing would fold what is left into a file that is another program's by now.
    if (loss === 'overwritten') file.clearBeside()
    close()
  }
}

const unnamedCode = 'file_unnamed'

/** For the moment until it is known what became of the file. */
function unnamed(committed: boolean): EngineProblem {
  return new EngineProblem(
    unnamedCode,
    'Another program touched the workspace file just then. Nothing was changed; try again.',
    { committed },
  )
}
