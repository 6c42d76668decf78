import { performance } from 'node:perf_hooks'
import type { Answer } from '../../contract/wire.ts'
import type { CommandEnvelope } from '../../domain/command.ts'
import type { ReadTables } from '../../domain/rows.ts'
import type { WriteDb } from './log/database.ts'
import { type Head, headReader } from './log/log.ts'
import { openTexts, type Texts } from './log/texts.ts'
import { type Executed, type Overlooked, openPerformer } from './perform.ts'
import { EngineProblem, problemOf } from './problems.ts'
import { searchIndex } from './tables/search-index.ts'
import { type RowNotice, sqliteTables } from './tables/sqlite-tables.ts'

export interface Writer {
  /** For rules and queries that want the live rows without asking SQLite. */
  tables: ReadTables
  texts: Texts
  head(): Head
  /** Reads the head again and forgets rows kept in memory: for a file that another process writes. */
  refresh(): void
  /** Executes one command durably: when it answers, the change survives a power cut. */
  execute(envelope: CommandEnvelope): Answer<Executed>
  /**
   * Executes commands in order in as few transactions as give way four times a second. A rejected one changes
   * nothing; the later ones go on unless `stopAtRejection`. Yields the results of each committed piece.
   */
  executeMany(
    envelopes: readonly CommandEnvelope[],
    options?: { stopAtRejection?: boolean },
  ): Generator<Answer<Executed>[]>
  /**
   * Several commands in one transaction, given one by one by `work`, which sees what each would change before it goes
   * on. Kept whole or, with `rehearse`, and where `work` throws, not at all.
   */
  together<T>(work: (attempt: Attempt) => T, options: { rehearse: boolean }): T
}

/**
 * One command of several. With `only: 'try'` it is taken back at once, so that the next one does not see it.
 * `changes` are the rows that it touched, each once, in the order in which it did.
 */
export type Attempt = (
  envelope: CommandEnvelope,
  options?: { only?: 'try'; overlooked?: Overlooked },
) => { answer: Answer<Executed>; changes: Pick<RowNotice, 'table' | 'id' | 'old' | 'row'>[] }

/** Long enough for a commit to cost little beside its commands, short enough for a screen to wait. */
const pieceMilliseconds = 250

/**
 * The one writer of an open workspace. `onRows` is told of rows after their transaction has been committed. `mustBeNamed`
 * throws where the file is no longer the one of its name: it is asked before a transaction is committed, and again
 * before its commands are acknowledged.
 */
export function openWriter(
  db: WriteDb,
  onRows: (notices: readonly RowNotice[]) => void = () => {},
  mustBeNamed: (committed: boolean) => void = () => {},
): Writer {
  const texts = openTexts(db)
  const search = searchIndex(db, texts)
  let notices: RowNotice[] = []
  const live = sqliteTables(db, (notice) => {
    notices.push(notice)
    search.note(notice)
  })
  const perform = openPerformer(db, live, texts)
  const setApplied = db.prepare('UPDATE fold_state SET applied_seq = ?')
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const readHead = headReader(db)
  let head = readHead()

  return {
    tables: live.tables,
    texts,
    head: () => head,
    refresh() {
      head = readHead()
      live.forget()
    },
    execute(envelope) {
      return eachByItself([envelope])[0]!
    },
    *executeMany(envelopes, { stopAtRejection = false } = {}) {
      for (let next = 0; next < envelopes.length; ) {
        const results = piece(envelopes, next, stopAtRejection)
        next += results.length
        yield results
        if (stopAtRejection && results.some((result) => !result.ok)) return
      }
    },
    together(work, { rehearse }) {
      if (!rehearse) return inTransaction(() => work(attempt))
      let result: ReturnType<typeof work> | undefined
      try {
        inTransaction(() => {
          result = work(attempt)
          throw rehearsed
        })
      } catch (error) {
        if (error !== rehearsed) throw error
      }
      return result!
    },
  }

  function one(envelope: CommandEnvelope): Answer<Executed> {
    const { answer, head: after } = perform(envelope, head)
    head = after
    return answer
  }

  function attempt(
    envelope: CommandEnvelope,
    { only, overlooked }: { only?: 'try'; overlooked?: Overlooked } = {},
  ): ReturnType<Attempt> {
    const before = { head, notices: notices.length }
    if (only) {
      // What earlier attempts noted for the search index is theirs to keep.
      search.flush()
      db.exec('SAVEPOINT attempt')
    }
    const { answer, head: after } = perform(envelope, head, overlooked)
    const changes = eachRowOnce(notices.slice(before.notices))
    if (!only) {
      head = after
      return { answer, changes }
    }
    db.exec('ROLLBACK TO attempt; RELEASE attempt')
    search.forget()
    notices.length = before.notices
    live.forget()
    return { answer, changes }
  }

  /** One transaction's worth of commands, ending early after a quarter of a second, or at a rejection when asked. */
  function piece(
    envelopes: readonly CommandEnvelope[],
    from: number,
    stopAtRejection: boolean,
  ): Answer<Executed>[] {
    const results: Answer<Executed>[] = []
    const until = performance.now() + pieceMilliseconds
    try {
      inTransaction(() => {
        for (let at = from; at < envelopes.length; at += 1) {
          const result = one(envelopes[at]!)
          results.push(result)
          if ((!result.ok && stopAtRejection) || performance.now() > until) break
        }
      })
      return results
    } catch (error) {
      const failed = { ok: false as const, error: problemOf(error) }
      // A fault of one command must not cost the others theirs; the last one tried is where it came up.
      if (failed.error.code === 'internal')
        return eachByItself(envelopes.slice(from, from + results.length + 1))
      // Not a rejection but a failure (a full disk): the later ones would meet it too.
      return envelopes.slice(from).map(() => failed)
    }
  }

  /** Each in a transaction of its own: slow, and only after one of them has failed. */
  function eachByItself(envelopes: readonly CommandEnvelope[]): Answer<Executed>[] {
    return envelopes.map((envelope) => {
      try {
        return inTransaction(() => one(envelope))
      } catch (error) {
        return { ok: false, error: problemOf(error) }
      }
    })
  }

  function inTransaction<T>(work: () => T): T {
    const before = head
    begin.run()
    try {
      if (readHead().seq !== head.seq) throw changedElsewhere()
      const value = work()
      if (head.seq !== before.seq) {
        search.flush()
        setApplied.run(head.seq)
      }
      mustBeNamed(false)
      commit.run()
      mustBeNamed(true)
      const told = notices
      notices = []
      if (told.length > 0) onRows(told)
      return value
    } catch (error) {
      if (db.inTransaction) rollback.run()
      head = before
      notices = []
      search.forget()
      live.forget()
      throw error
    }
  }
}

/** Ends a rehearsal: everything is rolled back, as after a failure. */
const rehearsed = new Error('only rehearsed')

function eachRowOnce(notices: readonly RowNotice[]): ReturnType<Attempt>['changes'] {
  const rows = new Map<string, RowNotice>()
  for (const notice of notices) {
    const stream = `${notice.table}/${notice.id}`
    const first = rows.get(stream)
    rows.set(stream, first ? { ...notice, old: first.old } : notice)
  }
  return [...rows.values()]
}

function changedElsewhere(): EngineProblem {
  return new EngineProblem(
    'changed_elsewhere',
    'Another program has changed this workspace file. Nothing was overwritten; close the workspace and open it again.',
  )
}
