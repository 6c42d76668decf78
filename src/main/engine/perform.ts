import type { Answer, Problem } from '../../contract/wire.ts'
import { failed } from '../../domain/answer.ts'
import { commands } from '../../domain/catalogue.ts'
import {
  type CommandDefinition,
  type CommandEnvelope,
  type Deciding,
  type Decision,
  decideCommand,
} from '../../domain/command.ts'
import { applyEvent } from '../../domain/fold.ts'
import { parseStream } from '../../domain/rows.ts'
import { clockBehind, timeNow } from './clock.ts'
import type { WriteDb } from './log/database.ts'
import { sha256 } from './log/hash.ts'
import { type CommandRow, type Head, type LogRow, logWriter } from './log/log.ts'
import { openPast } from './log/past.ts'
import { DamagedText, type Texts, textWriter } from './log/texts.ts'
import { problemOf } from './problems.ts'
import type { SqliteTables } from './tables/sqlite-tables.ts'

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
  /** What a person should know although all is done: that the clock seems wrong. Told once while a workspace is open. */
  warning?: string
}

/** Whose changes `expectedSeq` passes over, by command id: nobody's unless it is said. */
export type Overlooked = (commandId: string) => boolean

/**
 * Performs one command inside the transaction that is open: decides, appends, applies. A rejection is the answer and
 * has written nothing; an exception leaves the transaction to be rolled back.
 */
export type Perform = (
  envelope: CommandEnvelope,
  head: Head,
  overlooked?: Overlooked,
) => { answer: Answer<Executed>; head: Head }

export function openPerformer(db: WriteDb, live: SqliteTables, texts: Texts): Perform {
  const append = logWriter(db)
  const keepTexts = textWriter(db)
  const past = openPast(db)
  const findCommand = db.prepare('SELECT * FROM commands WHERE command_id = ?')
  const laterOfStream = db.prepare(
    'SELECT seq, author, command_id FROM log WHERE stream = ? AND seq > ? ORDER BY seq DESC',
  )
  const timeOf = db.prepare('SELECT at FROM log WHERE seq = ?').pluck()
  let clockTold = false
  const eventsOf = db.prepare('SELECT stream, hash FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq')

  return (envelope, head, overlooked = nobodys) => {
    const definition = commands.get(envelope.type)
    const author = envelope.by ?? newAnalyst(envelope)
    if (!definition) {
      return { answer: failed('unknown_command', `There is no command “${envelope.type}”.`), head }
    }
    if (!author) return { answer: nobody, head }
    const earlier = findCommand.get(envelope.commandId) as CommandRow | undefined
    if (earlier) return { answer: repeat(earlier, definition, envelope, author), head }
    if (!live.tables.analysts.get(author) && newAnalyst(envelope) !== author) {
      return { answer: stranger(author), head }
    }
    const at = envelope.at === undefined ? timeNow() : { ok: true as const, value: envelope.at }
    if (!at.ok) return { answer: at, head }
    const context = decidingContext(envelope, author, at.value, head.seq)
    const decided = onWholeTexts(() => decideCommand(definition, envelope.args, context.deciding))
    if (!decided.ok) return { answer: decided, head }
    const stale = changedSince(decided.value.decision, envelope.expectedSeq, overlooked)
    if (stale) return { answer: { ok: false, error: stale }, head }
    const kept = onWholeTexts(() => {
      keepTexts(context.newTexts)
      return { ok: true as const }
    })
    if (!kept.ok) return { answer: kept, head }
    const args = JSON.stringify(definition.keep(decided.value.args, context.deciding.digest))
    const warning = envelope.at === undefined ? tellClock(definition.type, at.value, head) : null
    const done = write(decided.value.decision, definition.type, args, context.deciding, head)
    return warning === null
      ? done
      : { ...done, answer: { ok: true, value: { ...done.answer.value, warning } } }
  }

  /** Once, and not on what the program gives of itself before a person's first change. */
  function tellClock(type: string, now: string, head: Head): string | null {
    if (clockTold || type.startsWith('analyst.')) return null
    const last = timeOf.get(head.seq) as string | undefined
    const warning = last === undefined ? null : clockBehind(now, last)
    clockTold = warning !== null
    return warning
  }

  function write(
    { kind, target, label, events }: Decision,
    type: string,
    args: string,
    { commandId, by, at }: Deciding,
    before: Head,
  ): { answer: { ok: true; value: Executed }; head: Head } {
    const undoing = { kind: kind ?? ('do' as const), target: target ?? null }
    const record = { command_id: commandId, ...undoing, type, args, author: by, at, label, events }
    const { events: stored, head } = append(record, before)
    for (const event of stored) {
      live.atEvent(event.seq)
      applyEvent(live.tables, event)
    }
    const value: Executed = {
      commandId,
      type,
      label,
      seq: head.seq,
      hash: head.hash.toString('hex'),
      events: events.length,
      ...touched(events.map((event) => event.stream)),
      repeated: false,
    }
    return { answer: { ok: true, value }, head }
  }

  /** What the decision may look at, and the texts that it asks to keep if it is accepted. */
  function decidingContext(
    envelope: CommandEnvelope,
    by: string,
    at: string,
    head: number,
  ): { deciding: Deciding; newTexts: Map<string, string> } {
    const newTexts = new Map<string, string>()
    const digest = rememberingDigest()
    const deciding: Deciding = {
      tables: live.tables,
      at,
      by,
      commandId: envelope.commandId,
      head,
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
    return { deciding, newTexts }
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
      return failed(
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
  function changedSince(
    decision: Decision,
    expected: number | undefined,
    overlooked: Overlooked,
  ): Problem | null {
    if (expected === undefined) return null
    for (const { stream } of decision.events) {
      const later = laterOfStream.all(stream, expected) as Pick<LogRow, 'seq' | 'author' | 'command_id'>[]
      const last = later.find(({ command_id }) => !overlooked(command_id))
      if (!last) continue
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

const nobodys: Overlooked = () => false

/** A damaged text is a reason to refuse what rests on it, not what rests on others. */
function onWholeTexts<T>(work: () => T): T | Answer<never> {
  try {
    return work()
  } catch (error) {
    if (error instanceof DamagedText) return { ok: false, error: problemOf(error) }
    throw error
  }
}

/** `analyst.join` is the one command that someone not yet known may give: for themselves. */
function newAnalyst({ type, args }: CommandEnvelope): string | undefined {
  if (type !== 'analyst.join' || typeof args !== 'object' || args === null || !('id' in args))
    return undefined
  return typeof args.id === 'string' ? args.id : undefined
}

const nobody = failed(
  'no_analyst',
  'The command has no author (“by”). Nothing was changed; name one, or set up an analyst profile first.',
)

function stranger(author: string): Answer<never> {
  return failed(
    'unknown_analyst',
    `The analyst ${author} has not joined this workspace. Join first (analyst.join), then repeat the command.`,
    { by: author },
  )
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
