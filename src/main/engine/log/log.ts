import { hash } from 'node:crypto'
import type { NewEvent } from '../../../domain/event.ts'
import type { StoredEvent } from '../../../domain/fold.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { hashFields } from './hash.ts'

/** A row of the log, every column as it is stored. */
export interface LogRow {
  seq: number
  event_id: string
  stream: string
  type: string
  version: number
  at: string
  author: string
  command_id: string
  command_hash: Buffer | null
  payload: string
  prev_hash: Buffer
  hash: Buffer
}

/** A row of the commands table, every column as it is stored. */
export interface CommandRow {
  first_seq: number
  last_seq: number
  command_id: string
  kind: 'do' | 'undo' | 'redo'
  target: string | null
  type: string
  args: string
  author: string
  at: string
  label: string
  hash: Buffer
}

export interface Head {
  /** Number of the last event; 0 in an empty log. */
  seq: number
  /** Its hash, 32 bytes; zeros in an empty log. */
  hash: Buffer
}

export const emptyHead: Head = { seq: 0, hash: Buffer.alloc(32) }
export const logColumns =
  'seq, event_id, stream, type, version, at, author, command_id, command_hash, payload, prev_hash, hash'
export const commandColumns =
  'first_seq, last_seq, command_id, kind, target, type, args, author, at, label, hash'

export function readHead(db: ReadDb): Head {
  return headReader(db)()
}

/** Reads the head as often as it is asked: every command and every look at the past does. */
export function headReader(db: ReadDb): () => Head {
  const select = db.prepare('SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1')
  return () => (select.get() as Head | undefined) ?? emptyHead
}

/** What a log row's `hash` must be: over `prev_hash` and every column before it. */
export function hashOfEvent(row: Omit<LogRow, 'hash'>): Buffer {
  return hashFields([
    row.prev_hash,
    row.seq,
    row.event_id,
    row.stream,
    row.type,
    row.version,
    row.at,
    row.author,
    row.command_id,
    row.command_hash,
    row.payload,
  ])
}

/** What a command row's `hash` must be: over every other column. */
export function hashOfCommand(row: Omit<CommandRow, 'hash'>): Buffer {
  return hashFields([
    row.first_seq,
    row.last_seq,
    row.command_id,
    row.kind,
    row.target,
    row.type,
    row.args,
    row.author,
    row.at,
    row.label,
  ])
}

/**
 * A UUIDv7 (RFC 9562) whose time is `milliseconds` since 1970 and whose other bits come from the command's id and
 * the event's place in it: the same on every machine, and unique as long as command ids are.
 */
export function eventId(milliseconds: number, commandId: string, index: number): string {
  const random = hash('sha256', `${commandId}/${index}`, 'hex')
  const time = milliseconds.toString(16).padStart(12, '0')
  const variant = (8 + (Number.parseInt(random[3]!, 16) & 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
}

/** Appends one decided command: its events, each chained to the one before, and the command's own record. */
export function logWriter(db: WriteDb): (command: DecidedCommand, head: Head) => Appended {
  const insertEvent = db.prepare(`INSERT INTO log (${logColumns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`)
  const insertCommand = db.prepare(`INSERT INTO commands (${commandColumns}) VALUES (?,?,?,?,?,?,?,?,?,?,?)`)
  return ({ events, ...record }, head) => {
    const row = { first_seq: head.seq + 1, last_seq: head.seq + events.length, ...record }
    const commandHash = hashOfCommand(row)
    const { at, author: by, command_id: commandId } = row
    const milliseconds = Date.parse(at)
    let previous = head.hash
    const stored: StoredEvent[] = []
    for (const [index, { stream, type, version, payload }] of events.entries()) {
      const seq = row.first_seq + index
      const id = eventId(milliseconds, commandId, index)
      const json = JSON.stringify(payload)
      const link = index === 0 ? commandHash : null
      const hash = hashFields([previous, seq, id, stream, type, version, at, by, commandId, link, json])
      insertEvent.run(seq, id, stream, type, version, at, by, commandId, link, json, previous, hash)
      previous = hash
      stored.push({ seq, stream, type, version, at, by, commandId, payload })
    }
    const { first_seq, last_seq, kind, target, type, args, label } = row
    insertCommand.run(first_seq, last_seq, commandId, kind, target, type, args, by, at, label, commandHash)
    return { events: stored, head: { seq: last_seq, hash: previous } }
  }
}

export interface DecidedCommand extends Omit<CommandRow, 'first_seq' | 'last_seq' | 'hash'> {
  events: readonly NewEvent[]
}

export interface Appended {
  events: StoredEvent[]
  head: Head
}

/** A log row as the fold takes it. */
export function toStored(
  row: Pick<LogRow, 'seq' | 'stream' | 'type' | 'version' | 'at' | 'author' | 'command_id' | 'payload'>,
): StoredEvent {
  return {
    seq: row.seq,
    stream: row.stream,
    type: row.type,
    version: row.version,
    at: row.at,
    by: row.author,
    commandId: row.command_id,
    payload: JSON.parse(row.payload),
  }
}

/** The events of one row, oldest first, up to and including event `upTo`. */
export function streamReader(db: ReadDb): (stream: string, upTo: number) => StoredEvent[] {
  const select = db.prepare(
    'SELECT seq, stream, type, version, at, author, command_id, payload FROM log WHERE stream = ? AND seq <= ? ORDER BY seq',
  )
  return (stream, upTo) => (select.all(stream, upTo) as LogRow[]).map(toStored)
}

/** The columns that the fold needs, read as arrays: rows come in millions. */
export const foldedColumns = 'seq, stream, type, version, at, author, command_id, payload'
export type FoldedColumns = [
  seq: number,
  stream: string,
  type: string,
  version: number,
  at: string,
  author: string,
  commandId: string,
  payload: string,
]

/** A log row that was read as `foldedColumns`, as the fold takes it. */
export function fromColumns([
  seq,
  stream,
  type,
  version,
  at,
  by,
  commandId,
  payload,
]: FoldedColumns): StoredEvent {
  return { seq, stream, type, version, at, by, commandId, payload: JSON.parse(payload) }
}

/** Every event from `from` to `to`, both included, in order. Reads in pieces, so other statements may run between. */
export function* storedEvents(
  db: ReadDb,
  from = 1,
  to = Number.MAX_SAFE_INTEGER,
  piece = 5000,
): Generator<StoredEvent> {
  const select = db
    .prepare(`SELECT ${foldedColumns} FROM log WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?`)
    .raw()
  for (let next = from; next <= to; ) {
    const rows = select.all(next, to, piece) as FoldedColumns[]
    for (const row of rows) {
      yield fromColumns(row)
      next = row[0] + 1
    }
    if (rows.length < piece) return
  }
}
