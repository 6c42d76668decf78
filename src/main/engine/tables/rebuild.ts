import { applyEvent } from '../../../domain/fold.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import { type TableName, type Tables, tableNames } from '../../../domain/rows.ts'
import type { RowBase } from '../../../domain/table.ts'
import type { ReadDb, WriteDb } from '../log/database.ts'
import { readHead, storedEvents } from '../log/log.ts'
import { openTexts } from '../log/texts.ts'
import { EngineProblem } from '../problems.ts'
import { cancelled, unwatched, type Watch } from '../watch.ts'
import { refuseTablesAhead } from './ahead.ts'
import { encodeValue, tableColumns } from './columns.ts'
import { linkTable, permanentSchema, projectionSchema, projectionShape } from './schema.ts'
import {
  indexedWords,
  isSearched,
  type SearchedTable,
  searchedColumns,
  searchWriter,
  useLargePieces,
} from './search-index.ts'

/** The log folded in memory, with each row's number: the event that entered it. */
export interface Folded {
  tables: Tables
  numbers: Record<TableName, Map<string, number>>
}

/**
 * Drops every projection and makes it again from the log and the texts, in one transaction. Returns the events folded.
 * Tables that are ahead of the log are refused unless it is said that the shorter log is meant.
 */
export function rebuild(
  db: WriteDb,
  watch: Watch = unwatched,
  { acceptShorterLog = false }: { acceptShorterLog?: boolean } = {},
): { events: number } {
  // Dropping a table would otherwise look for rows that refer to it, one by one.
  db.pragma('foreign_keys = OFF')
  try {
    return db
      .transaction(() => {
        if (!acceptShorterLog) refuseTablesAhead(db)
        const { seq } = readHead(db)
        const folded = foldLog(db, seq, watch)
        dropProjections(db)
        createProjections(db, folded)
        db.prepare('UPDATE fold_state SET applied_seq = ?').run(seq)
        const broken = db.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) {
          throw new EngineProblem(
            'damaged',
            'The log refers to rows that it never made, so the tables could not be rebuilt. They were left as they were. Run a check, or open the latest backup.',
          )
        }
        return { events: seq }
      })
      .immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

/** Folds the log up to and including event `to`, in memory. */
export function foldLog(db: ReadDb, to: number, watch: Watch = unwatched): Folded {
  const { tables, numbers, atEvent } = numberedTables()
  for (const event of storedEvents(db, 1, to)) {
    if (event.seq % 5000 === 1) {
      watch.progress(event.seq, to)
      if (watch.isCancelled()) throw cancelled()
    }
    atEvent(event.seq)
    applyEvent(tables, event)
  }
  watch.progress(to, to)
  return { tables, numbers }
}

/** Makes the projections of an empty log, or of what was folded. The indexes come last: filling first is faster. */
export function createProjections(db: WriteDb, folded?: Folded): void {
  for (const { type, sql } of projectionSchema) if (type === 'table') db.exec(sql)
  for (const table of Object.keys(searchedColumns)) useLargePieces(db, table as SearchedTable)
  db.prepare('INSERT INTO fold_state (one, applied_seq, shape) VALUES (1, 0, ?)').run(projectionShape)
  if (folded) for (const name of tableNames) load(db, name, folded)
  for (const { type, sql } of projectionSchema) if (type !== 'table') db.exec(sql)
}

function dropProjections(db: WriteDb): void {
  const kept = new Set(permanentSchema.map(({ name }) => name))
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC`)
    .pluck()
    .all() as string[]
  const exists = db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?')
  for (const name of tables) {
    // A search index takes its own inner tables with it.
    if (!kept.has(name) && exists.get(name)) db.exec(`DROP TABLE "${name.replaceAll('"', '""')}"`)
  }
}

function load(db: WriteDb, name: TableName, { tables, numbers }: Folded): void {
  const columns = tableColumns[name]
  const insert = db.prepare(`INSERT INTO "${name}" VALUES (?${', ?'.repeat(columns.length)})`)
  const search = isSearched(name) ? { table: name, ...searchWriter(db, name) } : null
  const texts = openTexts(db)
  // In order of the row number, so that each table grows at its end.
  for (const [id, n] of [...numbers[name]].sort((a, b) => a[1] - b[1])) {
    const row = tables[name].get(id) as (RowBase & Record<string, unknown>) | undefined
    if (!row) continue
    insert.run(n, ...columns.map((column) => encodeValue(column.kind, row[column.name])))
    if (search) search.insert.run(n, ...indexedWords(search.table, row, texts))
  }
  for (const column of columns) if (column.listOf) loadLinks(db, name, column.name, tables)
}

/** In order of the table's key, so that it only grows at its end. */
function loadLinks(db: WriteDb, name: TableName, column: string, tables: Tables): void {
  const links: [ref: string, id: string][] = []
  for (const row of tables[name].all()) {
    for (const ref of (row as unknown as Record<string, string[]>)[column]!) links.push([ref, row.id])
  }
  // Rows come in order of id, and the sort is stable.
  links.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const insert = db.prepare(`INSERT OR IGNORE INTO "${linkTable(name, column)}" (ref, id) VALUES (?, ?)`)
  for (const [ref, id] of links) insert.run(ref, id)
}

export function numberedTables(): Folded & { atEvent(seq: number): void } {
  const tables = memoryTables()
  let current = 0
  const numbers = Object.fromEntries(tableNames.map((name) => [name, new Map<string, number>()])) as Record<
    TableName,
    Map<string, number>
  >
  const numbered = Object.fromEntries(
    tableNames.map((name) => {
      const table = tables[name] as Tables['claims']
      return [
        name,
        {
          ...table,
          insert(row: Parameters<typeof table.insert>[0]) {
            table.insert(row)
            numbers[name].set(row.id, current)
          },
        },
      ]
    }),
  ) as unknown as Tables
  return {
    tables: numbered,
    numbers,
    atEvent(seq) {
      current = seq
    },
  }
}
