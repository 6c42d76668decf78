import { applyEvent } from '../../../domain/fold.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import { parseStream } from '../../../domain/rows.ts'
import type { ReadDb } from '../log/database.ts'
import { sha256 } from '../log/hash.ts'
import {
  type CommandRow,
  commandColumns,
  emptyHead,
  type Head,
  hashOfCommand,
  hashOfEvent,
  type LogRow,
  logColumns,
  streamReader,
} from '../log/log.ts'
import { encodeValue, selectRows, tableColumns } from '../tables/columns.ts'

/**
 * Whether a log goes on from an earlier head: that event has that very hash, every later one follows by hash from the
 * one before, each belongs to a kept command whose own hash is right, and the texts that were imported since are there.
 * Costs what was written since.
 */
export function continues(db: ReadDb, since: Head): boolean {
  if (since.seq > 0 && !hashAt(db, since.seq)?.equals(since.hash)) return false
  let previous = since
  let left: CommandRow | undefined
  const commands = db
    .prepare(`SELECT ${commandColumns} FROM commands WHERE first_seq > ? ORDER BY first_seq`)
    .all(since.seq) as CommandRow[]
  const events = db.prepare(`SELECT ${logColumns} FROM log WHERE seq > ? ORDER BY seq LIMIT 1000`)
  for (;;) {
    const piece = events.all(previous.seq) as LogRow[]
    for (const event of piece) {
      if (event.seq !== previous.seq + 1 || !event.prev_hash.equals(previous.hash)) return false
      if (!hashOfEvent(event).equals(event.hash)) return false
      if (!left || left.last_seq < event.seq) {
        left = commands.shift()
        if (!left || !isBegin(event, left)) return false
      }
      if (left.command_id !== event.command_id || !hasText(db, event)) return false
      previous = { seq: event.seq, hash: event.hash }
    }
    if (piece.length === 0) break
  }
  return commands.length === 0 && (left === undefined || left.last_seq === previous.seq)
}

/**
 * Whether the rows that were touched since an earlier head are as their events say. What was left of a crash and the
 * file that it lies beside may agree in their log and yet have come apart in the tables.
 */
export function tablesFollow(db: ReadDb, since: Head): boolean {
  const streams = db
    .prepare('SELECT DISTINCT stream FROM log WHERE seq > ?')
    .pluck()
    .all(since.seq) as string[]
  const read = streamReader(db)
  return streams.every((stream) => {
    const { table, id } = parseStream(stream)
    const tables = memoryTables()
    for (const event of read(stream, Number.MAX_SAFE_INTEGER)) applyEvent(tables, event)
    const row = tables[table].get(id) as Record<string, unknown> | undefined
    const stored = db
      .prepare(`${selectRows(table)} WHERE id = ?`)
      .raw()
      .get(id) as unknown[] | undefined
    if (!row || !stored) return row === undefined && stored === undefined
    return tableColumns[table].every(
      (column, index) => encodeValue(column.kind, row[column.name]) === stored[index + 1],
    )
  })
}

function hashAt(db: ReadDb, seq: number): Buffer | undefined {
  if (seq === 0) return emptyHead.hash
  return db.prepare('SELECT hash FROM log WHERE seq = ?').pluck().get(seq) as Buffer | undefined
}

function isBegin(event: LogRow, command: CommandRow): boolean {
  const isLinked = event.command_hash?.equals(command.hash) === true && command.first_seq === event.seq
  return isLinked && hashOfCommand(command).equals(command.hash)
}

function hasText(db: ReadDb, { type, payload }: LogRow): boolean {
  if (type !== 'article.imported') return true
  const hash: unknown = db.prepare("SELECT json_extract(?, '$.textHash')").pluck().get(payload)
  const text = db.prepare('SELECT text FROM texts WHERE hash = ?').pluck().get(hash)
  return typeof text === 'string' && sha256(text) === hash
}
