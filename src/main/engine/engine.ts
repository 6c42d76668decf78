import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Answer } from '../../contract/wire.ts'
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
import { openWriter, type Writer } from './execute.ts'
import { backupBeside, backupFolder, backupTo } from './file/backup.ts'
import { createWorkspace } from './file/create.ts'
import { firstHash } from './file/known-head.ts'
import { type Opened, openWorkspace, withReader } from './file/open.ts'
import { tidy } from './log/database.ts'
import { type Head, readHead } from './log/log.ts'
import type { Executed } from './perform.ts'
import { EngineProblem, must } from './problems.ts'
import type { Changed, EngineInput, EngineMethod, EngineOutput, OpenedInfo } from './protocol.ts'
import { openQueries, type Queries } from './queries/index.ts'
import { rebuild } from './tables/rebuild.ts'
import type { RowNotice } from './tables/sqlite-tables.ts'
import { verify } from './verify/verify.ts'
import type { Watch } from './watch.ts'

type Handlers = {
  [M in EngineMethod]: (input: EngineInput<M>, watch: Watch) => EngineOutput<M> | Promise<EngineOutput<M>>
}

interface Session {
  opened: Opened
  writer: Writer
  queries: Queries
}

/** What the engine does for each method of the protocol. Throws EngineProblem. */
export interface Engine extends Handlers {
  /** Does a little housekeeping while nobody waits for an answer. False when nothing is left to do. */
  rest(): boolean
}

/** The engine of one program: at most one open workspace, and what can be done with it. */
export function makeEngine(onChanged: (change: Changed) => void): Engine {
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
    close() {
      close()
      return null
    },
    execute({ envelope }) {
      const done = writable().writer.execute(envelope)
      if (!done.ok) throw EngineProblem.of(done.error)
      return done.value
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
      const { opened } = writable()
      const result = rebuild(opened.db, watch)
      session = start(opened)
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
      const { opened, writer } = writable()
      return takeBack({ path: opened.path, db: opened.db, writer }, input, watch)
    },
    rest() {
      if (!session) return false
      if (!session.opened.readOnly) tidy(session.opened.db)
      return session.queries.warm()
    },
  }

  function start(opened: Opened): Session {
    let queries: Queries | undefined
    let first: string | null = null
    const writer = openWriter(opened.db, (notices) => {
      queries?.noteRows(notices)
      first ??= firstHash(opened.db)
      onChanged(changeOf(notices, writer.head(), first ?? ''))
    })
    queries = openQueries(opened.db, writer, opened.readOnly !== null)
    return { opened, writer, queries }
  }

  async function executeMany(
    envelopes: readonly CommandEnvelope[],
    stopAtRejection: boolean,
    watch: Watch,
  ): Promise<Answer<Executed>[]> {
    const results: Answer<Executed>[] = []
    for (const piece of writable().writer.executeMany(envelopes, { stopAtRejection })) {
      results.push(...piece)
      watch.progress(results.length, envelopes.length)
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

  function writable(): Session {
    const open = current()
    const reason = open.opened.readOnly
    if (reason) throw EngineProblem.of(reason)
    return open
  }

  function close(): void {
    session?.opened.close()
    session = null
    past?.asOf.close()
    past = null
    compared?.pages.close()
    compared = null
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
    parent: readParent(opened.db),
  }
}

function changeOf(notices: readonly RowNotice[], head: Head, first: string): Changed {
  return {
    first,
    seq: head.seq,
    hash: head.hash.toString('hex'),
    tables: [...new Set(notices.map(({ table }) => table))],
    items: [...new Set(notices.map(({ table, id }) => streamOf(table, id)))],
  }
}
