import type { Statement } from 'better-sqlite3'
import { Immer } from 'immer'
import { recordTables, type TableName, type Tables, tableNames } from '../../../domain/rows.ts'
import type { RowBase, WriteTable } from '../../../domain/table.ts'
import type { WriteDb } from '../log/database.ts'
import { type Column, decodeRow, encodeValue, selectRows, tableColumns } from './columns.ts'
import { linkTable } from './schema.ts'

/** What became of a row: told to the search index and to whoever keeps derived answers. */
export interface RowNotice {
  table: TableName
  id: string
  /** The row's number. */
  n: number
  /** The row as it was; null when it is new. */
  old: RowBase | null
  /** The row as it is now; null when it is gone. */
  row: RowBase | null
  /** Columns written; null when the row is new or gone. */
  changed: readonly string[] | null
}

export interface SqliteTables {
  tables: Tables
  /** The number of the event about to be applied: rows that it enters get it as their `n`. */
  atEvent(seq: number): void
  /** Forgets every row kept in memory: after a rollback they may be wrong. */
  forget(): void
}

/** Small tables are kept whole in memory: rules such as “names are unique” look through them at every command. */
const keptWhole: ReadonlySet<TableName> = new Set(['analysts', 'tags', 'sources', 'topics', 'briefs'])

/** Rows kept in memory of each of the other tables, by the writer. */
const keptByWriter = 10_000

/** Rows read at a time: so few that they are forgotten while they are young, and memory stays flat. */
const pieceLength = 200

/** The live projections as the fold's tables. Only what changed is written: immer keeps unchanged fields identical. */
export function sqliteTables(
  db: WriteDb,
  onRow: (notice: RowNotice) => void,
  keptRows = keptByWriter,
): SqliteTables {
  const clock = { seq: 0 }
  const made = tableNames.map((name) => [name, sqliteTable(db, name, clock, onRow, keptRows)] as const)
  return {
    tables: Object.fromEntries(made) as unknown as Tables,
    atEvent(seq) {
      clock.seq = seq
    },
    forget() {
      for (const [, table] of made) table.forget()
    },
  }
}

/** Rows stay unfrozen: freezing walks every row, and nobody but a recipe changes one. */
const { produce } = new Immer({ autoFreeze: false })

interface Entry<Row> {
  n: number
  row: Row
}

function sqliteTable<Row extends RowBase>(
  db: WriteDb,
  name: TableName,
  clock: { seq: number },
  onRow: (notice: RowNotice) => void,
  keptRows: number,
): WriteTable<Row> & { forget(): void } {
  const columns = tableColumns[name]
  const noun = recordTables[name].noun
  const whole = keptWhole.has(name)
  const select = selectRows(name)
  const selectOne = db.prepare(`${select} WHERE "id" = ?`).raw()
  const selectAfter = db.prepare(`${select} WHERE "id" > ? ORDER BY "id" LIMIT ${pieceLength}`).raw()
  const count = db.prepare(`SELECT count(*) FROM "${name}"`).pluck()
  // Prepared at the first write: a moment of the past is only read, and its tables are views.
  const insertRow = () =>
    statement('insert', () => `INSERT INTO "${name}" VALUES (?${', ?'.repeat(columns.length)})`)
  const deleteRow = () => statement('delete', () => `DELETE FROM "${name}" WHERE n = ?`)
  const statements = new Map<string, Statement>()
  const links = columns.filter((column) => column.listOf).map((column) => linkWriter(db, name, column))
  const rows = new Map<string, Entry<Row>>()
  let sortedIds: string[] | null = null
  let counted: number | null = null

  return {
    get: (id) => find(id)?.row,
    where(column, value) {
      const find = statement(`where ${column}`, () => `${select} WHERE "${column}" IS ?`)
      return sorted(find.raw().all(encodeValue(columnNamed(column).kind, value)))
    },
    whereIncludes(column, id) {
      const find = statement(`where ${column} includes`, () => {
        const ids = `SELECT id FROM "${linkTable(name, column)}" WHERE ref = ?`
        return `${select} WHERE "id" IN (${ids})`
      })
      return sorted(find.raw().all(id))
    },
    all: () => (whole ? keptInOrder() : inOrder()),
    count() {
      counted ??= count.get() as number
      return counted
    },
    insert(row) {
      // A taken id is refused by the column's UNIQUE: asking first would cost a look-up for every new row.
      const values = columns.map(({ name: field, kind }) => encodeValue(kind, row[field as keyof Row]))
      insertRow().run(clock.seq, ...values)
      for (const link of links) link.change(row.id, [], row[link.column as keyof Row] as string[])
      keep(row.id, { n: clock.seq, row })
      if (counted !== null) counted += 1
      if (sortedIds) sortedIds.splice(placeOf(sortedIds, row.id), 0, row.id)
      onRow({ table: name, id: row.id, n: clock.seq, old: null, row, changed: null })
    },
    update(id, recipe) {
      const entry = find(id)
      if (!entry) throw new Error(`no ${noun} ${id}`)
      const before = entry.row
      const after = produce(before, (draft) => {
        recipe(draft as Row)
      })
      const changed = columns.filter(
        ({ name: field }) => before[field as keyof Row] !== after[field as keyof Row],
      )
      if (changed.length === 0) return
      const names = changed.map((column) => column.name)
      const values = changed.map(({ name: field, kind }) => encodeValue(kind, after[field as keyof Row]))
      const write = statement(`set ${names}`, () => {
        const assignments = names.map((field) => `"${field}" = ?`).join(', ')
        return `UPDATE "${name}" SET ${assignments} WHERE n = ?`
      })
      write.run(...values, entry.n)
      for (const { column, change } of links) {
        const [old, now] = [before[column as keyof Row], after[column as keyof Row]]
        if (old !== now) change(id, old as string[], now as string[])
      }
      keep(id, { n: entry.n, row: after })
      onRow({ table: name, id, n: entry.n, old: before, row: after, changed: names })
    },
    delete(id) {
      const entry = find(id)
      if (!entry) throw new Error(`no ${noun} ${id}`)
      deleteRow().run(entry.n)
      for (const link of links) link.change(id, entry.row[link.column as keyof Row] as string[], [])
      rows.delete(id)
      if (counted !== null) counted -= 1
      if (sortedIds) sortedIds.splice(placeOf(sortedIds, id), 1)
      onRow({ table: name, id, n: entry.n, old: entry.row, row: null, changed: null })
    },
    forget() {
      rows.clear()
      sortedIds = null
      counted = null
    },
  }

  function find(id: string): Entry<Row> | undefined {
    const kept = rows.get(id)
    if (kept || sortedIds) return kept
    const values = selectOne.get(id) as unknown[] | undefined
    return values && keep(id, decode(values))
  }

  function keep(id: string, entry: Entry<Row>): Entry<Row> {
    rows.set(id, entry)
    if (!whole && rows.size > keptRows) rows.delete(rows.keys().next().value!)
    return entry
  }

  function decode(values: unknown[]): Entry<Row> {
    return decodeRow(name, values) as unknown as Entry<Row>
  }

  /** Few rows, nearly always: SQLite's sorting would cost more than finding them. */
  function sorted(found: unknown[]): Row[] {
    const rows = found.map((values) => decode(values as unknown[]).row)
    return rows.length < 2 ? rows : rows.sort((one, other) => (one.id < other.id ? -1 : 1))
  }

  function* keptInOrder(): Generator<Row> {
    if (!sortedIds) {
      for (const row of everyEntry()) rows.set(row.row.id, row)
      sortedIds = [...rows.keys()].sort()
    }
    for (const id of sortedIds) yield rows.get(id)!.row
  }

  function* inOrder(): Generator<Row> {
    for (const { row } of everyEntry()) yield row
  }

  function* everyEntry(): Generator<Entry<Row>> {
    for (let after = ''; ; ) {
      const piece = selectAfter.all(after) as unknown[][]
      for (const values of piece) {
        const entry = decode(values)
        after = entry.row.id
        yield entry
      }
      if (piece.length < pieceLength) return
    }
  }

  /** A prepared statement by what it is for; its SQL is only made the first time. */
  function statement(purpose: string, sql: () => string): Statement {
    let prepared = statements.get(purpose)
    if (!prepared) {
      prepared = db.prepare(sql())
      statements.set(purpose, prepared)
    }
    return prepared
  }

  function columnNamed(field: string): Column {
    const column = columns.find((candidate) => candidate.name === field)
    if (!column) throw new Error(`${name} has no column ${field}`)
    return column
  }
}

/** Where `id` stands, or would stand, in the sorted list. */
function placeOf(ids: readonly string[], id: string): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < id) low = middle + 1
    else high = middle
  }
  return low
}

interface LinkWriter {
  column: string
  change(id: string, old: readonly string[], now: readonly string[]): void
}

function linkWriter(db: WriteDb, table: TableName, { name: column }: Column): LinkWriter {
  const link = linkTable(table, column)
  let insert: Statement | undefined
  let remove: Statement | undefined
  return {
    column,
    change(id, old, now) {
      for (const ref of old) {
        if (now.includes(ref)) continue
        remove ??= db.prepare(`DELETE FROM "${link}" WHERE ref = ? AND id = ?`)
        remove.run(ref, id)
      }
      for (const ref of now) {
        if (old.includes(ref)) continue
        insert ??= db.prepare(`INSERT OR IGNORE INTO "${link}" (ref, id) VALUES (?, ?)`)
        insert.run(ref, id)
      }
    },
  }
}
