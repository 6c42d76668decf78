import { applyEvent } from '../../domain/fold.ts'
import type { WriteDb } from './database.ts'
import type { Findings } from './findings.ts'
import { hashFields } from './hash.ts'
import { type CommandRow, commandColumns, emptyHead, hashOfCommand, logColumns } from './log.ts'
import { cancelled, type Folded, numberedTables, type Watch } from './rebuild.ts'

/** The columns of `logColumns`, as an array: rows come in millions. */
type RawEvent = [
  seq: number,
  eventId: string,
  stream: string,
  type: string,
  version: number,
  at: string,
  author: string,
  commandId: string,
  commandHash: Buffer | null,
  payload: string,
  prevHash: Buffer,
  hash: Buffer,
]

/**
 * Walks the whole log: sequence, chain, each event's hash over every column, each kept command with its events.
 * Folds it on the way. Returns the folded tables, or null when an event could not be folded.
 */
export function verifyLog(db: WriteDb, to: number, found: Findings, watch: Watch): Folded | null {
  const { tables, numbers, atEvent } = numberedTables()
  const commands = commandsInOrder(db, found)
  let foldable = true
  let expected = 1
  let previous: Uint8Array = emptyHead.hash
  for (const event of eventsInOrder(db)) {
    const [seq, eventId, stream, type, version, at, author, commandId, commandHash, payload, prevHash, hash] =
      event
    if (seq % 5000 === 1) {
      watch.progress(seq, to)
      if (watch.isCancelled()) throw cancelled()
    }
    if (seq !== expected) {
      found.add('event_missing', `Event ${expected} is missing: the log goes on with event ${seq}.`, seq)
    } else if (!prevHash.equals(previous)) {
      found.add('chain_broken', `Event ${seq} does not carry the hash of the event before it.`, seq)
    }
    const computed = hashFields([
      prevHash,
      seq,
      eventId,
      stream,
      type,
      version,
      at,
      author,
      commandId,
      commandHash,
      payload,
    ])
    if (!computed.equals(hash)) {
      found.add('event_altered', `Event ${seq} (${type} on ${stream}) was altered after it was written.`, seq)
    }
    commands.check(event)
    if (foldable) {
      try {
        atEvent(seq)
        const stored = { seq, stream, type, version, at, by: author, commandId, payload: JSON.parse(payload) }
        applyEvent(tables, stored)
      } catch (error) {
        foldable = false
        const why = error instanceof Error ? error.message : String(error)
        found.add(
          'fold_failed',
          `Event ${seq} cannot be applied (${why}). The tables were not compared.`,
          seq,
        )
      }
    }
    expected = seq + 1
    previous = hash
  }
  commands.end()
  watch.progress(to, to)
  return foldable ? { tables, numbers } : null
}

/** Goes along the commands table beside the log: every command has its events, every event its command. */
function commandsInOrder(db: WriteDb, found: Findings) {
  const rows = pieces<CommandRow>(
    (after) =>
      db
        .prepare(`SELECT ${commandColumns} FROM commands WHERE first_seq > ? ORDER BY first_seq LIMIT 5000`)
        .all(after) as CommandRow[],
    (row) => row.first_seq,
  )
  let current: CommandRow | undefined
  const next = () => {
    const step = rows.next()
    current = step.done ? undefined : step.value
    if (current && !hashOfCommand(current).equals(current.hash)) {
      found.add(
        'command_altered',
        `The kept command of event ${current.first_seq} (${current.type}) was altered.`,
        current.first_seq,
      )
    }
  }
  next()
  return {
    check([seq, , , , , , author, commandId, commandHash]: RawEvent) {
      while (current && current.last_seq < seq) next()
      if (!current || seq < current.first_seq) {
        found.add('command_missing', `The command of event ${seq} is not kept.`, seq)
        return
      }
      const first = seq === current.first_seq
      const linked = first ? commandHash?.equals(current.hash) === true : commandHash === null
      if (current.command_id !== commandId || current.author !== author || !linked) {
        found.add('command_mismatch', `Event ${seq} and its kept command do not belong together.`, seq)
      }
    },
    end() {
      if (current) next()
      while (current) {
        found.add(
          'event_missing',
          `The events of the kept command ${current.first_seq} are missing.`,
          current.first_seq,
        )
        next()
      }
    },
  }
}

function eventsInOrder(db: WriteDb): Generator<RawEvent> {
  const select = db.prepare(`SELECT ${logColumns} FROM log WHERE seq > ? ORDER BY seq LIMIT 5000`).raw()
  return pieces(
    (after) => select.all(after) as RawEvent[],
    ([seq]) => seq,
  )
}

/** Rows in pieces of 5000, so that other statements may run between. */
function* pieces<Row>(read: (after: number) => Row[], keyOf: (row: Row) => number): Generator<Row> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = read(after)
    yield* rows
    if (rows.length < 5000) return
    after = keyOf(rows[rows.length - 1]!)
  }
}
