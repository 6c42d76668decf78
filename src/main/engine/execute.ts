import { performance } from 'node:perf_hooks'
import type { Answer, Problem } from '../../contract/wire.ts'
import { commands } from '../../domain/catalogue.ts'
import {
  type CommandDefinition,
  type CommandEnvelope,
  type Deciding,
  type Decision,
  decideCommand,
} from '../../domain/command.ts'
import { applyEvent } from '../../domain/fold.ts'
import { parseStream, type ReadTables } from '../../domain/rows.ts'
import type { WriteDb } from './database.ts'
import { sha256 } from './hash.ts'
import { type CommandRow, type Head, logWriter, readHead } from './log.ts'
import { openPast } from './past.ts'
import { EngineProblem, problemOf } from './problems.ts'
import { searchIndex } from './search-index.ts'
import { type RowNotice, sqliteTables } from './sqlite-tables.ts'
import { openTexts, type Texts, textWriter } from './texts.ts'

/** What an accepted command did. */
export interface Executed {
  commandId: string
  type: string
  label: string
  /** The head after it, in hexadecimal. */
  seq: number
  hash: string
  events: number
  /** Record tables that it touched. */
  tables: string[]
  /** Streams of the rows that it touched: `claims/ID`. */
  items: string[]
  /** True when this command id had been executed before: nothing new happened. */
  repeated: boolean
}

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
   * Executes commands in order in as few transactions as give way every 250 milliseconds. A rejected one changes
   * nothing; the later ones go on unless `stopAtRejection`. Yields the results of each committed piece.
   */
  executeMany(
    envelopes: readonly CommandEnvelope[],
    options?: { stopAtRejection?: boolean },
  ): Generator<Answer<Executed>[]>
}

/** The one writer of an open workspace. `onRow` is told of each row after its transaction has been committed. */
export function openWriter(db: WriteDb, onRows: (notices: readonly RowNotice[]) => void = () => {}): Writer {
  const texts = openTexts(db)
  const search = searchIndex(db, texts)
  let notices: RowNotice[] = []
  const live = sqliteTables(db, (notice) => {
    notices.push(notice)
    search.note(notice)
  })
  const append = logWriter(db)
  const keepText = textWriter(db)
  const past = openPast(db)
  const findCommand = db.prepare('SELECT * FROM commands WHERE command_id = ?')
  const lastOfStream = db.prepare('SELECT seq, author FROM log WHERE stream = ? ORDER BY seq DESC LIMIT 1')
  const eventsOf = db.prepare('SELECT stream, hash FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq')
  const setApplied = db.prepare('UPDATE fold_state SET applied_seq = ?')
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  let head = readHead(db)

  return {
    tables: live.tables,
    texts,
    head: () => head,
    refresh() {
      head = readHead(db)
      live.forget()
    },
    execute(envelope) {
      try {
        return inTransaction(() => one(envelope))
      } catch (error) {
        return { ok: false, error: problemOf(error) }
      }
    },
    *executeMany(envelopes, { stopAtRejection = false } = {}) {
      for (let next = 0; next < envelopes.length; ) {
        const results = piece(envelopes, next, stopAtRejection)
        next += results.length
        yield results
        if (stopAtRejection && results.some((result) => !result.ok)) return
      }
    },
  }

  /** One transaction's worth of commands, ending early after 250 ms, or at a rejection when asked. */
  function piece(
    envelopes: readonly CommandEnvelope[],
    from: number,
    stopAtRejection: boolean,
  ): Answer<Executed>[] {
    const results: Answer<Executed>[] = []
    const until = performance.now() + 250
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
      if (failed.error.code === 'internal') return eachByItself(envelopes.slice(from, from + results.length + 1))
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
      if (readHead(db).seq !== head.seq) throw changedElsewhere()
      const value = work()
      if (head.seq !== before.seq) {
        search.flush()
        setApplied.run(head.seq)
      }
      commit.run()
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

  /** Decides one command and writes it. A rejection is the answer and has written nothing. */
  function one(envelope: CommandEnvelope): Answer<Executed> {
    const definition = commands.get(envelope.type)
    if (!definition) return refuse('unknown_command', `There is no command “${envelope.type}”.`)
    const author = envelope.by ?? newAnalyst(envelope)
    if (!author)
      return refuse('no_analyst', 'The command says nobody’s name. Set up an analyst profile first.')
    const earlier = findCommand.get(envelope.commandId) as CommandRow | undefined
    if (earlier) return repeat(earlier, definition, envelope, author)
    if (!live.tables.analysts.get(author) && newAnalyst(envelope) !== author) {
      return refuse(
        'unknown_analyst',
        `The analyst ${author} has not joined this workspace. Join first (analyst.join), then repeat the command.`,
        { by: author },
      )
    }
    return decideAndWrite(definition, envelope, author)
  }

  function decideAndWrite(
    definition: CommandDefinition,
    envelope: CommandEnvelope,
    author: string,
  ): Answer<Executed> {
    const newTexts = new Map<string, string>()
    const digest = rememberingDigest()
    const context = decidingContext(envelope, author, newTexts, digest)
    const decided = decideCommand(definition, envelope.args, context)
    if (!decided.ok) return { ok: false, error: decided.rejection }
    const { decision, args } = decided
    const stale = envelope.expectedSeq === undefined ? null : changedSince(decision, envelope.expectedSeq)
    if (stale) return { ok: false, error: stale }
    for (const [hash, text] of newTexts) keepText(hash, text)
    const appended = append(
      {
        command_id: envelope.commandId,
        kind: decision.kind ?? 'do',
        target: decision.target ?? null,
        type: definition.type,
        args: JSON.stringify(definition.keep(args, digest)),
        author,
        at: context.at,
        label: decision.label,
        events: decision.events,
      },
      head,
    )
    for (const event of appended.events) {
      live.atEvent(event.seq)
      applyEvent(live.tables, event)
    }
    head = appended.head
    return {
      ok: true,
      value: {
        commandId: envelope.commandId,
        type: definition.type,
        label: decision.label,
        seq: head.seq,
        hash: head.hash.toString('hex'),
        events: decision.events.length,
        ...touched(decision.events.map((event) => event.stream)),
        repeated: false,
      },
    }
  }

  function decidingContext(
    envelope: CommandEnvelope,
    by: string,
    newTexts: Map<string, string>,
    digest: (text: string) => string,
  ): Deciding {
    return {
      tables: live.tables,
      at: envelope.at ?? new Date().toISOString(),
      by,
      commandId: envelope.commandId,
      text(articleId) {
        const article = live.tables.articles.get(articleId)
        if (!article) throw new Error(`no article ${articleId}`)
        return texts.get(article.textHash)
      },
      digest,
      keepText(text) {
        const hash = digest(text)
        newTexts.set(hash, text)
        return hash
      },
      past,
    }
  }

  /** The same command sent twice answers its first result; another one under a used id is refused. */
  function repeat(
    earlier: CommandRow,
    definition: CommandDefinition,
    envelope: CommandEnvelope,
    author: string,
  ): Answer<Executed> {
    const parsed = definition.args.safeParse(envelope.args)
    const same =
      parsed.success &&
      earlier.type === envelope.type &&
      earlier.author === author &&
      earlier.args === JSON.stringify(definition.keep(parsed.data, sha256))
    if (!same) {
      return refuse(
        'command_id_taken',
        'Another command was executed under this id before. Nothing was changed; send it under a new id.',
        { commandId: earlier.command_id, seq: earlier.first_seq },
      )
    }
    const rows = eventsOf.all(earlier.first_seq, earlier.last_seq) as { stream: string; hash: Buffer }[]
    return {
      ok: true,
      value: {
        commandId: earlier.command_id,
        type: earlier.type,
        label: earlier.label,
        seq: earlier.last_seq,
        hash: rows[rows.length - 1]!.hash.toString('hex'),
        events: rows.length,
        ...touched(rows.map((row) => row.stream)),
        repeated: true,
      },
    }
  }

  /** The first row that the decision touches and that was changed after event `expected`. */
  function changedSince(decision: Decision, expected: number): Problem | null {
    for (const { stream } of decision.events) {
      const last = lastOfStream.get(stream) as { seq: number; author: string } | undefined
      if (!last || last.seq <= expected) continue
      const who = live.tables.analysts.get(last.author)?.name ?? last.author
      return {
        code: 'changed_meanwhile',
        message: `${who} has changed this since you opened it (event ${last.seq}). Nothing was overwritten; look at the change, then decide again.`,
        details: { stream, seq: last.seq, by: last.author },
      }
    }
    return null
  }
}

/** `analyst.join` is the one command that someone not yet known may give: for themselves. */
function newAnalyst({ type, args }: CommandEnvelope): string | undefined {
  if (type !== 'analyst.join' || typeof args !== 'object' || args === null || !('id' in args))
    return undefined
  return typeof args.id === 'string' ? args.id : undefined
}

function touched(streams: readonly string[]): { tables: string[]; items: string[] } {
  const items = [...new Set(streams)]
  return { items, tables: [...new Set(items.map((stream) => parseStream(stream).table))] }
}

/** SHA-256 that knows its last answer: a command asks for the same long text three times. */
function rememberingDigest(): (text: string) => string {
  let last = { text: '', hash: sha256('') }
  return (text) => {
    if (text !== last.text) last = { text, hash: sha256(text) }
    return last.hash
  }
}

function refuse(code: string, message: string, details?: Record<string, unknown>): Answer<never> {
  return { ok: false, error: details ? { code, message, details } : { code, message } }
}

function changedElsewhere(): EngineProblem {
  return new EngineProblem(
    'changed_elsewhere',
    'Another program has changed this workspace file. Nothing was overwritten; close the workspace and open it again.',
  )
}
