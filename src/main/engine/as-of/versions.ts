import { applyEvent } from '../../../domain/fold.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import { parseStream, type TableName, tableNames } from '../../../domain/rows.ts'
import type { RowBase } from '../../../domain/table.ts'
import { decodeRow, encodeValue, tableColumns } from '../columns.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { headReader, storedEvents } from '../log.ts'
import { cancelled, unwatched, type Watch } from '../rebuild.ts'
import { linkTable } from '../schema.ts'
import type { RowNotice } from '../sqlite-tables.ts'

/** The end of a version that stands until further notice. */
export const openEnd = Number.MAX_SAFE_INTEGER

export interface Versions {
  /** Brings the versions up to the head of the log; cheap when they are. Returns the head's number. */
  follow(watch?: Watch): number
  /**
   * What a step from one moment to another changes, row by row, so that answers kept in memory can follow it; null
   * where reading them anew is as cheap, or where their order could not be kept. Both moments have been read.
   */
  between(from: number, to: number): RowNotice[] | null
}

type Row = RowBase & Record<string, unknown>

/** A longer way is not followed row by row. */
const followedEvents = 2000

/** A row as it was from event `from` until it is closed. */
interface Standing {
  table: TableName
  /** The row's number: the event that entered it. */
  n: number
  from: number
  row: Row
  /** Whether this version stands in its table already, with an open end. */
  kept: boolean
}

/**
 * Every version that a row ever had, each with the events it stood between: `from_seq` (included) to `to_seq`
 * (excluded). Temporary tables of `db`, made from the log by the one fold in one pass, and gone with the connection:
 * any moment is then a condition on two numbers. `log` reads the same file's log as it is now.
 */
export function openVersions(db: WriteDb, log: ReadDb): Versions {
  for (const name of tableNames) createTables(db, name)
  const writers = Object.fromEntries(tableNames.map((name) => [name, versionWriter(db, name)])) as Record<
    TableName,
    VersionWriter
  >
  const touched = log.prepare('SELECT DISTINCT stream FROM log WHERE seq > ? AND seq <= ?').pluck()
  const readHead = headReader(log)
  let done = 0

  return {
    follow(watch = unwatched) {
      const { seq } = readHead()
      if (seq > done) {
        // Questions that waited for the one that was cancelled do not begin the reading anew.
        if (watch.isCancelled()) throw cancelled()
        db.exec('BEGIN')
        try {
          pass(done + 1, seq, watch)
          if (done === 0) {
            for (const name of tableNames) {
              createIndexes(db, name)
              if (watch.isCancelled()) throw cancelled()
            }
          }
          db.exec('COMMIT')
        } catch (error) {
          db.exec('ROLLBACK')
          throw error
        }
        done = seq
      }
      return seq
    },
    between(from, to) {
      const [low, high] = from < to ? [from, to] : [to, from]
      if (high - low > followedEvents) return null
      const notices: RowNotice[] = []
      for (const stream of touched.all(low, high) as string[]) {
        const { table, id } = parseStream(stream)
        const [old, row] = [writers[table].at(id, from), writers[table].at(id, to)]
        if (!old && !row) continue
        // Going back, what had been removed is there again, between others: kept answers would put it last.
        if (!old && from > to) return null
        const n = (row ?? old)!.n
        notices.push({
          table,
          id,
          n,
          old: old?.row ?? null,
          row: row?.row ?? null,
          changed: old && row ? changedColumns(table, old.row, row.row) : null,
        })
      }
      return notices.sort((a, b) => a.n - b.n)
    },
  }

  /** Half of the way is reading the events, the other half writing the versions that still stand at its end. */
  function pass(from: number, to: number, watch: Watch): void {
    const way = 2 * (to - from + 1)
    const tell = (done: number) => {
      watch.progress(done, way)
      if (watch.isCancelled()) throw cancelled()
    }
    const tables = memoryTables()
    const standing = new Map<string, Standing | undefined>()
    for (const event of storedEvents(log, from, to)) {
      if (event.seq % 2000 === 0) tell(event.seq - from)
      const { table, id } = parseStream(event.stream)
      let before = standing.get(event.stream)
      if (before === undefined && from > 1 && !standing.has(event.stream)) {
        before = writers[table].standing(id)
        if (before) tables[table].insert(before.row as never)
        standing.set(event.stream, before)
      }
      applyEvent(tables, event)
      const row = tables[table].get(id) as Row | undefined
      if (before && before.row === row) continue
      if (before) writers[table].close(before, event.seq)
      standing.set(
        event.stream,
        row && { table, n: before?.n ?? event.seq, from: event.seq, row, kept: false },
      )
    }
    let written = 0
    for (const version of standing.values()) {
      if (version && !version.kept) writers[version.table].write(version, openEnd)
      written += 1
      if (written % 2000 === 0) tell((way / 2) * (1 + written / standing.size))
    }
    watch.progress(way, way)
  }
}

/** What is kept in memory is followed by these: who goes back to whom depends on some columns only. */
function changedColumns(table: TableName, before: RowBase, after: RowBase): string[] {
  const [one, other] = [before as Row, after as Row]
  const stored = tableColumns[table].filter(
    ({ name, kind }) => encodeValue(kind, one[name]) !== encodeValue(kind, other[name]),
  )
  return stored.map(({ name }) => name)
}

/** The temporary table of a record table's versions. */
export function versionTable(name: string): string {
  return `${name}_versions`
}

function createTables(db: WriteDb, name: TableName): void {
  const columns = tableColumns[name].map((column) => `"${column.name}"`).join(', ')
  db.exec(
    `CREATE TEMP TABLE "${versionTable(name)}" (n INTEGER, from_seq INTEGER, to_seq INTEGER, ${columns})`,
  )
  for (const column of tableColumns[name]) {
    if (column.listOf) {
      db.exec(
        `CREATE TEMP TABLE "${versionTable(linkTable(name, column.name))}" (ref, id, from_seq INTEGER, to_seq INTEGER)`,
      )
    }
  }
}

function createIndexes(db: WriteDb, name: TableName): void {
  const versions = versionTable(name)
  for (const column of ['n', 'id', ...tableColumns[name].filter((c) => c.indexed).map((c) => c.name)]) {
    db.exec(`CREATE INDEX temp."${versions}_by_${column}" ON "${versions}" ("${column}")`)
  }
  for (const column of tableColumns[name]) {
    if (!column.listOf) continue
    const links = versionTable(linkTable(name, column.name))
    for (const key of ['ref', 'id'])
      db.exec(`CREATE INDEX temp."${links}_by_${key}" ON "${links}" ("${key}")`)
  }
}

interface VersionWriter {
  /** The version of a row that stands at the end of what was read before. */
  standing(id: string): Standing | undefined
  /** The version that stood at a moment. */
  at(id: string, seq: number): { n: number; row: Row } | undefined
  close(version: Standing, at: number): void
  write(version: Standing, to: number): void
}

function versionWriter(db: WriteDb, table: TableName): VersionWriter {
  const columns = tableColumns[table]
  const versions = versionTable(table)
  const insert = db.prepare(`INSERT INTO temp."${versions}" VALUES (?, ?, ?${', ?'.repeat(columns.length)})`)
  const end = db.prepare(`UPDATE temp."${versions}" SET to_seq = ? WHERE id = ? AND to_seq = ${openEnd}`)
  const ofRow = `SELECT n, ${columns.map((column) => `"${column.name}"`).join(', ')} FROM temp."${versions}" WHERE id = ?`
  const select = db.prepare(`${ofRow} AND to_seq = ${openEnd}`).raw()
  const selectAt = db.prepare(`${ofRow} AND from_seq <= ? AND to_seq > ?`).raw()
  const links = columns
    .filter((column) => column.listOf)
    .map(({ name }) => {
      const link = versionTable(linkTable(table, name))
      return {
        name,
        insert: db.prepare(`INSERT INTO temp."${link}" VALUES (?, ?, ?, ?)`),
        end: db.prepare(`UPDATE temp."${link}" SET to_seq = ? WHERE id = ? AND to_seq = ${openEnd}`),
      }
    })

  return {
    standing(id) {
      const values = select.get(id) as unknown[] | undefined
      if (!values) return undefined
      const { n, row } = decodeRow(table, values)
      return { table, n, from: n, row: row as unknown as Row, kept: true }
    },
    at(id, seq) {
      const values = selectAt.get(id, seq, seq) as unknown[] | undefined
      return values && (decodeRow(table, values) as unknown as { n: number; row: Row })
    },
    close(version, at) {
      if (!version.kept) return write(version, at)
      end.run(at, version.row.id)
      for (const link of links) link.end.run(at, version.row.id)
    },
    write,
  }

  function write({ n, from, row }: Standing, to: number): void {
    insert.run(n, from, to, ...columns.map((column) => encodeValue(column.kind, row[column.name])))
    for (const { name, insert: insertLink } of links) {
      for (const ref of new Set(row[name] as string[])) insertLink.run(ref, row.id, from, to)
    }
  }
}
