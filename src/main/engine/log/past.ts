import type { Past, PastCommand, RowChange } from '../../../domain/command.ts'
import { sameValue } from '../../../domain/decide.ts'
import { applyEvent, type StoredEvent } from '../../../domain/fold.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import { parseStream, type Tables } from '../../../domain/rows.ts'
import type { ReadDb } from './database.ts'
import { type CommandRow, streamReader } from './log.ts'

type Row = Record<string, unknown>

/** What earlier commands did, read from the log: a row's history is its stream, so only those streams are folded. */
export function openPast(db: ReadDb): Past {
  const byAuthor = db.prepare(
    'SELECT command_id, type, kind, target, label, author, last_seq FROM commands WHERE author = ? AND last_seq < ? ORDER BY last_seq DESC LIMIT 50',
  )
  const bounds = db.prepare('SELECT first_seq, last_seq FROM commands WHERE command_id = ?')
  const streams = db
    .prepare('SELECT stream FROM log WHERE seq BETWEEN ? AND ? GROUP BY stream ORDER BY min(seq)')
    .pluck()
  const read = streamReader(db)
  const tables = memoryTables()

  return {
    *commandsOf(by) {
      for (let before = Number.MAX_SAFE_INTEGER; ; ) {
        const piece = byAuthor.all(by, before) as CommandRow[]
        for (const row of piece) {
          before = row.last_seq
          yield toPast(row)
        }
        if (piece.length < 50) return
      }
    },
    changesOf(commandId) {
      const { first_seq, last_seq } = boundsOf(commandId)
      return (streams.all(first_seq, last_seq) as string[]).map((stream) => {
        let before: Row | undefined
        let after: Row | undefined
        foldStream(tables, stream, read(stream, last_seq), (event, _, is) => {
          if (event.seq < first_seq) before = is
          after = is
        })
        return { stream, before, after } satisfies RowChange
      })
    },
    rowAt(stream, seq) {
      let row: Row | undefined
      foldStream(tables, stream, read(stream, seq), (_, __, is) => {
        row = is
      })
      return row
    },
    laterEdit(stream, commandId, fields) {
      const { last_seq } = boundsOf(commandId)
      let last: { seq: number; by: string } | undefined
      foldStream(tables, stream, read(stream, Number.MAX_SAFE_INTEGER), (event, was, is) => {
        if (event.seq > last_seq && touches(was, is, fields)) last = { seq: event.seq, by: event.by }
      })
      return last
    },
  }

  function boundsOf(commandId: string): { first_seq: number; last_seq: number } {
    const row = bounds.get(commandId) as { first_seq: number; last_seq: number } | undefined
    if (!row) throw new Error(`no command ${commandId}`)
    return row
  }
}

/** Folds one row's events and tells the row before and after each. Leaves the tables as they were. */
export function foldStream(
  tables: Tables,
  stream: string,
  events: readonly StoredEvent[],
  onEvent: (event: StoredEvent, was: Row | undefined, is: Row | undefined) => void,
): void {
  const { table, id } = parseStream(stream)
  const get = () => tables[table].get(id) as Row | undefined
  try {
    for (const event of events) {
      const was = get()
      applyEvent(tables, event)
      onEvent(event, was, get())
    }
  } finally {
    if (get()) tables[table].delete(id)
  }
}

function touches(was: Row | undefined, is: Row | undefined, fields: readonly string[]): boolean {
  if (!was || !is) return true
  const looked = fields.length > 0 ? fields : Object.keys(is)
  return looked.some((field) => !sameValue(was[field], is[field]))
}

function toPast(row: CommandRow): PastCommand {
  return {
    commandId: row.command_id,
    type: row.type,
    kind: row.kind,
    target: row.target,
    label: row.label,
    by: row.author,
  }
}
