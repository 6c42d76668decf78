import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Answer, Problem } from '../../contract/wire.ts'
import type { CommandEnvelope } from '../../domain/command.ts'
import { streamOf } from '../../domain/rows.ts'
import { newFile } from '../targets/new-file.ts'
import { sweepBeside } from '../targets/sweep.ts'
import { type AsOf, openAsOf } from './as-of/as-of.ts'
import { compareBranch } from './branch/compare.ts'
import { makeBranch } from './branch/make-branch.ts'
import { readParent } from './branch/parent.ts'
import { takeBack } from './branch/take-back.ts'
import { type ChangePages, openChangePages } from './changes/pages.ts'
import type { Writer } from './execute.ts'
import { backupBeside, backupFolder, backupTo } from './file/backup.ts'
import { createWorkspace } from './file/create.ts'
import { firstHash } from './file/known-head.ts'
import { type Opened, openToLook, openWorkspace, withReader } from './file/open.ts'
import { goOn } from './go-on.ts'
import { type Head, readHead } from './log/log.ts'
import type { Executed } from './perform.ts'
import { EngineProblem, must, problemOf } from './problems.ts'
import type { Changed, EngineInput, EngineMethod, EngineNews, EngineOutput, OpenedInfo } from './protocol.ts'
import { openSession, type Session } from './session.ts'
import { rebuild } from './tables/rebuild.ts'
import type { RowNotice } from './tables/sqlite-tables.ts'
import { verify } from './verify/verify.ts'
import type { Watch } from './watch.ts'

type Handlers = {
  [M in EngineMethod]: (input: EngineInput<M>, watch: Watch) => EngineOutput<M> | Promise<EngineOutput<M>>
}

/** What the engine does for each method of the protocol. Throws EngineProblem. */
export interface Engine extends Handlers {
  /** Prepares a little of what later questions need, while nobody waits for an answer. False when nothing is left to do. */
  rest(): boolean
  /**
   * Keeps the open file whole while work pauses: folds its log back, and looks whether it is still the one of its name.
   * @returns milliseconds until it wants to be asked again; null with no workspace open
   */
  keepFile(): number | null
}

/** The engine of one program: at most one open workspace, and what can be done with it. */
export function makeEngine(tell: (news: EngineNews) => void): Engine {
  let session: Session | null = null
  let past: { path: string; asOf: AsOf } | null = null
  let compared: { path: string; pages: ChangePages } | null = null

  return {
    create({ path }) {
      createWorkspace(must(newFile(path)))
      return null
    },
    open({ path, ...options }, watch) {
      close()
      sweepBeside(path, backupFolder(path))
      session = start(openWorkspace(path, { watch, ...options }))
      return infoOf(session)
    },
    look({ path }, watch) {
      close()
      session = start(openToLook(path, watch))
      return infoOf(session)
    },
    close,
    goOn(input, watch) {
      const { opened, halted } = current()
      if (!halted)
        throw new EngineProblem('not_halted', 'This workspace has its file; there is nothing to follow.')
      const next = goOn(opened, halted, input, watch)
      close()
      session = start(next)
      return infoOf(session)
    },
    fold() {
      session?.keepFile({ now: true })
      return null
    },
    execute({ envelope }) {
      const open = current()
      return must(open.told(open.write((writer) => writer.execute(envelope))))
    },
    executeMany: ({ envelopes, stopAtRejection }, watch) =>
      executeMany(envelopes, stopAtRejection ?? false, watch),
    async query({ name, input, analyst }) {
      // Between two pieces other requests get their turn.
      for (const _ of current().queries.prepare(name, input)) await nextTurn()
      return current().queries.answer(name, input, analyst)
    },
    queryAsOf: ({ path, seq, name, input, analyst }, watch) =>
      pastOf(path).answer(seq, name, input, analyst, watch),
    timeline: ({ path, buckets }, watch) => pastOf(path).timeline(buckets, watch),
    matches: ({ path, filter }, watch) => pastOf(path).matches(filter, watch),
    changes: ({ path, asked }, watch) => comparedOf(path).page(asked, watch),
    rebuild(_, watch) {
      const open = current()
      const result = open.write(() => rebuild(open.opened.db, watch))
      open.restart()
      return result
    },
    verify: ({ path, half, held }, watch) =>
      withReader(path, (db) => verify(db, watch, { halves: half && [half], held })),
    backup({ path, target }, watch) {
      const file = target === undefined ? null : must(newFile(target))
      return withReader(path, (db) => (file ? backupTo(db, file, watch) : backupBeside(db, path, { watch })))
    },
    branch: (input, watch) => makeBranch({ ...input, target: must(newFile(input.target)) }, watch),
    compareBranch: ({ branch, parent, most }) => compareBranch(branch, parent, most),
    takeBack(input, watch) {
      const open = current()
      return open.write((writer) => {
        const { path, db } = open.opened
        return takeBack({ path, db, writer }, input, watch)
      })
    },
    rest: () => session?.queries.warm() ?? false,
    keepFile: () => session?.keepFile() ?? null,
  }

  function start(opened: Opened): Session {
    let first: string | null = null
    const session = openSession(opened, openWorkspace, {
      onRows(notices, writer) {
        first ??= firstHash(session.opened.db)
        tell({ kind: 'changed', change: changeOf(session.opened.path, notices, writer.head(), first ?? '') })
      },
      onHalted: (halted) => tell({ kind: 'halted', halted }),
      onReopened: () => tell({ kind: 'reopened' }),
    })
    return session
  }

  async function executeMany(
    envelopes: readonly CommandEnvelope[],
    stopAtRejection: boolean,
    watch: Watch,
  ): Promise<Answer<Executed>[]> {
    const begun = current()
    // What can only be read is told at once, not command by command.
    begun.write(() => null)
    const results: Answer<Executed>[] = []
    let of: Writer | undefined
    let pieces: Iterator<Answer<Executed>[]> | undefined
    const nextPiece = (writer: Writer) => {
      if (writer !== of) pieces = writer.executeMany(envelopes.slice(results.length), { stopAtRejection })
      of = writer
      const next = pieces!.next()
      return next.done ? [] : next.value
    }
    while (results.length < envelopes.length) {
      const piece = tried(() => {
        if (session !== begun) throw new EngineProblem('no_workspace', 'The workspace was closed meanwhile.')
        return begun.write(nextPiece).map((answered) => begun.told(answered))
      }, envelopes.length - results.length)
      if (piece.length === 0) break
      results.push(...piece)
      watch.progress(results.length, envelopes.length)
      begun.keepInWork()
      // Between two pieces other requests get their turn.
      await nextTurn()
      if (watch.isCancelled()) break
    }
    return results
  }

  function pastOf(path: string): AsOf {
    if (past?.path !== path || past.asOf.isLost()) {
      past?.asOf.close()
      past = null
      past = { path, asOf: openAsOf(path) }
    }
    return past.asOf
  }

  function comparedOf(path: string): ChangePages {
    if (compared?.path !== path) {
      compared?.pages.close()
      compared = null
      compared = { path, pages: openChangePages(path) }
    }
    return compared.pages
  }

  function current(): Session {
    if (session) return session
    throw new EngineProblem('no_workspace', 'No workspace is open. Open or create one first.')
  }

  function close(): Problem | null {
    const lost = session?.close() ?? null
    session = null
    past?.asOf.close()
    past = null
    compared?.pages.close()
    compared = null
    return lost
  }
}

/** What was committed keeps its results, whatever ends the rest. */
function tried(work: () => Answer<Executed>[], left: number): Answer<Executed>[] {
  try {
    return work()
  } catch (error) {
    return Array.from({ length: left }, () => ({ ok: false, error: problemOf(error) }))
  }
}

function infoOf({ opened }: Session): OpenedInfo {
  const { seq, hash } = readHead(opened.db)
  return {
    path: opened.path,
    readOnly: opened.readOnly,
    seq,
    hash: hash.toString('hex'),
    first: firstHash(opened.db),
    lastCommandId:
      (opened.db.prepare('SELECT command_id FROM log ORDER BY seq DESC LIMIT 1').pluck().get() as
        | string
        | undefined) ?? null,
    setAside: opened.setAside?.name ?? null,
    parent: readParent(opened.db),
  }
}

function changeOf(path: string, notices: readonly RowNotice[], head: Head, first: string): Changed {
  return {
    path,
    first,
    seq: head.seq,
    hash: head.hash.toString('hex'),
    tables: [...new Set(notices.map(({ table }) => table))],
    items: [...new Set(notices.map(({ table, id }) => streamOf(table, id)))],
  }
}
