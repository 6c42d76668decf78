import type { ParsedRequestInput } from '../../../contract/requests.ts'
import type { HistoryEntry } from '../../../contract/rows.ts'
import { events } from '../../../domain/catalogue.ts'
import { upcast } from '../../../domain/fold.ts'
import { type ItemStep, itemHistory } from '../../../domain/history/item.ts'
import type { HistoryRow, Names } from '../../../domain/history/names.ts'
import { tellEvent } from '../../../domain/history/sentence.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import { parseStream, type TableName, tableNames } from '../../../domain/rows.ts'
import type { ReadDb } from '../log/database.ts'
import { type LogRow, streamReader, toStored } from '../log/log.ts'
import { foldStream } from '../log/past.ts'
import type { Query, QueryContext } from './context.ts'

/** A page of the log, newest first, each event told as a sentence. */
export const historyPage: Query<'history.page'> = (context, input) => {
  const { db } = context
  const filter = filterOf(input)
  const total = countEvents(db, input, filter, context.head().seq)
  // Common events are found soonest by going back through the log; seldom ones by the index of streams, then sorted.
  const conditions = total > seldom ? filter.conditions.map(withoutIndex) : filter.conditions
  const { before = Number.MAX_SAFE_INTEGER, after } = input
  const where = [...conditions, 'seq < ?', 'seq > ?'].join(' AND ')
  const rows = db
    .prepare(`SELECT * FROM log WHERE ${where} ORDER BY seq ${after === undefined ? 'DESC' : 'ASC'} LIMIT ?`)
    .all(...filter.values, before, after ?? 0, input.limit) as LogRow[]
  if (after !== undefined) rows.reverse()
  return { entries: tell(rows, context), total }
}

const seldom = 5000

/** SQLite's own sign for it: a unary plus. One whole stream is best read by its index, however long. */
function withoutIndex(condition: string): string {
  return condition.replaceAll('(stream >= ? AND stream < ?)', '(+stream >= ? AND +stream < ?)')
}

/** One row with who set each field last; null for a stream that never was, or not yet at that event. */
export const historyItem: Query<'history.item'> = (context, { stream, upTo }) => {
  const named = readStream(stream)
  const steps = named ? stepsOf(context.db, stream, upTo) : []
  return named ? itemHistory(named.table, steps, namesOf(context)) : null
}

/** The table and id of a stream that a screen asked for; null where it names none. */
export function readStream(stream: string): { table: TableName; id: string } | null {
  const [table, id] = stream.split('/')
  return (tableNames as string[]).includes(table!) && id ? { table: table as TableName, id } : null
}

/** A row's events up to one, oldest first, each with the row before and after it. */
export function stepsOf(db: ReadDb, stream: string, upTo = Number.MAX_SAFE_INTEGER): ItemStep[] {
  const steps: ItemStep[] = []
  foldStream(memoryTables(), stream, streamReader(db)(stream, upTo), ({ seq, at, by }, before, after) => {
    steps.push({ seq, at, by, before, after })
  })
  return steps
}

interface Filter {
  conditions: string[]
  values: string[]
}

function filterOf({ by, stream, tables }: ParsedRequestInput<'history.page'>): Filter {
  const filter: Filter = { conditions: [], values: [] }
  if (by !== undefined) {
    filter.conditions.push('author = ?')
    filter.values.push(by)
  }
  if (stream !== undefined) {
    filter.conditions.push('stream = ?')
    filter.values.push(stream)
  }
  if (tables.length > 0) {
    const known = tables.filter((name) => (tableNames as string[]).includes(name))
    // “0” is the character after “/”: every stream of the table lies between.
    filter.conditions.push(
      known.length > 0 ? `(${known.map(() => '(stream >= ? AND stream < ?)').join(' OR ')})` : 'FALSE',
    )
    filter.values.push(...known.flatMap((name) => [`${name}/`, `${name}0`]))
  }
  return filter
}

/** The number of events that the filter lets through, each time from an index that holds all it takes. */
function countEvents(
  db: ReadDb,
  { by, stream, tables }: ParsedRequestInput<'history.page'>,
  { conditions, values }: Filter,
  head: number,
): number {
  if (conditions.length === 0) return head
  const only = by !== undefined && stream === undefined && tables.length === 0
  const sql = only
    ? 'SELECT coalesce(sum(last_seq - first_seq + 1), 0) FROM commands WHERE author = ?'
    : `SELECT count(*) FROM log WHERE ${conditions.join(' AND ')}`
  return db
    .prepare(sql)
    .pluck()
    .get(...values) as number
}

/** Events as History shows them. */
export function tell(rows: readonly LogRow[], context: QueryContext): HistoryEntry[] {
  const names = namesOf(context)
  const around = rowsAround(rows, context.db)
  const commandOf = context.db.prepare(
    'SELECT label, kind AS how, last_seq - first_seq + 1 AS ofCommand FROM commands WHERE command_id = ?',
  )
  return rows.map((row) => {
    const { table, id } = parseStream(row.stream)
    const { was, is, payload } = around.get(row.seq)!
    return {
      seq: row.seq,
      eventId: row.event_id,
      at: row.at,
      by: row.author,
      byName: context.tables.analysts.get(row.author)?.name ?? row.author,
      commandId: row.command_id,
      ...(commandOf.get(row.command_id) as Pick<HistoryEntry, 'label' | 'how' | 'ofCommand'>),
      type: row.type,
      table,
      id,
      sentence: tellEvent({ type: row.type, stream: row.stream, payload }, was, is, names),
      hash: row.hash.toString('hex'),
    }
  })
}

/** A row before and after an event. */
interface Around {
  was: HistoryRow | undefined
  is: HistoryRow | undefined
  payload: unknown
}

/** The row of each event before and after it; every stream is folded once. */
export function rowsAround(rows: readonly LogRow[], db: ReadDb): Map<number, Around> {
  const wanted = new Set(rows.map(({ seq }) => seq))
  const last = new Map<string, number>()
  for (const { stream, seq } of rows) last.set(stream, Math.max(seq, last.get(stream) ?? 0))
  const read = streamReader(db)
  const tables = memoryTables()
  const around = new Map<number, Around>()
  for (const [stream, upTo] of last) {
    foldStream(tables, stream, read(stream, upTo), (event, was, is) => {
      if (wanted.has(event.seq))
        around.set(event.seq, { was, is, payload: upcast(events.get(event.type)!, event) })
    })
  }
  return around
}

/** Names of rows that are there, and, from their streams, of rows that are gone. */
export function namesOf({ db, tables }: Pick<QueryContext, 'db' | 'tables'>): Names {
  const gone = new Map<string, HistoryRow | undefined>()
  const streamOfRow = db.prepare(
    'SELECT seq, stream, type, version, at, author, command_id, payload FROM log WHERE stream = ? ORDER BY seq',
  )
  const label = db.prepare('SELECT label FROM commands WHERE command_id = ?').pluck()
  return {
    row: (table, id) => (tables[table].get(id) as HistoryRow | undefined) ?? lastVersion(table, id),
    label: (commandId) => label.get(commandId) as string | undefined,
  }

  function lastVersion(table: TableName, id: string): HistoryRow | undefined {
    const stream = `${table}/${id}`
    if (!gone.has(stream)) {
      let last: HistoryRow | undefined
      const events = (streamOfRow.all(stream) as LogRow[]).map(toStored)
      foldStream(memoryTables(), stream, events, (_, was, is) => {
        last = is ?? was ?? last
      })
      gone.set(stream, last)
    }
    return gone.get(stream)
  }
}
