import { applyEvent } from '../../../domain/fold.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import { parseStream, type TableName, tableNames } from '../../../domain/rows.ts'
import type { RowBase } from '../../../domain/table.ts'
import type { ReadDb, WriteDb } from '../log/database.ts'
import { storedEvents, streamReader } from '../log/log.ts'
import { foldStream } from '../log/past.ts'
import { damaged, EngineProblem } from '../problems.ts'
import type { ListCounts } from '../queries/counts.ts'
import { decodeRow, encodeValue, selectRows, tableColumns } from '../tables/columns.ts'
import { linkTable, projectionShape } from '../tables/schema.ts'
import type { RowNotice } from '../tables/sqlite-tables.ts'
import { cancelled, unwatched, type Watch } from '../watch.ts'
import { openEntries } from './entries.ts'
import { openKeyCounts } from './key-counts.ts'

export interface Versions {
  /**
   * Brings the versions up to the head of the log; cheap when they are. Returns the head's number. The caller has begun
   * a transaction and ends it: only within it do the versions and the live tables belong together.
   */
  follow(watch?: Watch): number
  /**
   * What a step from one moment to another changes, row by row, so that answers kept in memory can follow it; null
   * where reading them anew is as cheap, or where their order could not be kept. Both moments have been read.
   */
  between(from: number, to: number): RowNotice[] | null
  /** How many rows of a table stood at a moment. */
  count(table: TableName, seq: number): number
  /** The counts beside the rows of lists, at the moment that `moment` tells. */
  counts(moment: () => number): ListCounts
}

type Row = RowBase & Record<string, unknown>

/** A longer way is not followed row by row. */
const followedEvents = 2000

/** A row as it stands since event `from`. */
interface Standing {
  /** The row's number: the event that entered it. */
  n: number
  from: number
  row: Row
}

/**
 * What every row was before it became what it is: each such version with the events it stood between, `from_seq`
 * (included) to `to_seq` (excluded). Temporary tables of `db`, made from the log by the one fold in one pass, and gone
 * with the connection. A row that still stands is not among them: it lies in the live tables, and has been what it is
 * since its last version there ended, or since it was entered. `log` reads the same file's log as it is now.
 */
export function openVersions(db: WriteDb, log: ReadDb): Versions {
  for (const name of tableNames) createTables(db, name)
  const histories = Object.fromEntries(tableNames.map((name) => [name, tableHistory(db, name)])) as Record<
    TableName,
    TableHistory
  >
  const touched = log.prepare('SELECT DISTINCT stream FROM log WHERE seq > ? AND seq <= ?').pluck()
  const readStream = streamReader(log)
  const readHead = headReader(db)
  const entries = openEntries()
  const keyCounts = openKeyCounts()
  const alone = memoryTables()
  let done = 0

  return {
    follow(watch = unwatched) {
      const seq = readHead()
      if (seq > done) {
        // Questions that waited for the one that was cancelled do not begin the reading anew.
        if (watch.isCancelled()) throw cancelled()
        db.exec('SAVEPOINT reading')
        try {
          pass(done + 1, seq, watch)
          if (done === 0) {
            for (const name of tableNames) {
              createIndexes(db, name)
              if (watch.isCancelled()) throw cancelled()
            }
          }
        } catch (error) {
          if (db.inTransaction) db.exec('ROLLBACK TO reading; RELEASE reading')
          entries.forgetAfter(done)
          keyCounts.forgetAfter(done)
          throw error
        }
        db.exec('RELEASE reading')
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
        const [old, row] = [histories[table].at(id, from), histories[table].at(id, to)]
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
    count: (table, seq) => entries.count(table, seq),
    counts: (moment) => keyCounts.at(moment),
  }

  function pass(from: number, to: number, watch: Watch): void {
    const way = to - from + 1
    const tables = memoryTables()
    const standing = new Map<string, Standing | undefined>()
    for (const event of storedEvents(log, from, to)) {
      if (event.seq % 2000 === 0) {
        watch.progress(event.seq - from, way)
        if (watch.isCancelled()) throw cancelled()
      }
      const { table, id } = parseStream(event.stream)
      let before = standing.get(event.stream)
      if (before === undefined && from > 1 && !standing.has(event.stream)) {
        before = standingAt(event.stream, from - 1)
        if (before) tables[table].insert(before.row as never)
      }
      applyEvent(tables, event)
      const row = tables[table].get(id) as Row | undefined
      if (before && before.row === row) {
        standing.set(event.stream, before)
        continue
      }
      if (before) histories[table].write(before, event.seq)
      if (!before && row) entries.entered(table, event.seq)
      if (before && !row) entries.removed(table, event.seq)
      keyCounts.note(table, event.seq, before?.row, row)
      standing.set(event.stream, row && { n: before?.n ?? event.seq, from: event.seq, row })
    }
    watch.progress(way, way)
  }

  /** The live tables show later work already, so what stood before it is folded from the row's own events. */
  function standingAt(stream: string, seq: number): Standing | undefined {
    let found: Standing | undefined
    foldStream(alone, stream, readStream(stream, seq), (event, was, is) => {
      if (was === is) return
      const row = is as Row | undefined
      found = row && { n: was && found ? found.n : event.seq, from: event.seq, row }
    })
    return found
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

/** The head of the log that the live tables stand at. Throws where they do not: then they tell nothing of the past. */
function headReader(db: ReadDb): () => number {
  const read = db
    .prepare('SELECT applied_seq, shape, (SELECT max(seq) FROM main.log) FROM main.fold_state')
    .raw()
  return () => {
    const [seq, shape, head] = (read.get() ?? []) as [number?, string?, (number | null)?]
    if (seq !== undefined && seq === (head ?? 0) && shape === projectionShape) return seq
    const { code, message } = damaged('its tables do not stand where its log ends.')
    throw new EngineProblem(code, message)
  }
}

/** The temporary table of what a record table's rows were before. */
export function versionTable(name: string): string {
  return `${name}_versions`
}

/**
 * An event ends one version at most, so `to_seq` is the key, and the tables grow at their end. A link names the version
 * that listed it.
 */
function createTables(db: WriteDb, name: TableName): void {
  const columns = tableColumns[name].map((column) => `"${column.name}"`).join(', ')
  db.exec(
    `CREATE TEMP TABLE "${versionTable(name)}" (to_seq INTEGER PRIMARY KEY, from_seq INTEGER, n INTEGER, ${columns})`,
  )
  for (const column of tableColumns[name]) {
    if (column.listOf) {
      const links = versionTable(linkTable(name, column.name))
      db.exec(`CREATE TEMP TABLE "${links}" (ref, to_seq INTEGER, PRIMARY KEY (ref, to_seq)) WITHOUT ROWID`)
    }
  }
}

/** By what screens look rows up: the ids of other rows. Whatever else is asked for is found more slowly. */
function createIndexes(db: WriteDb, name: TableName): void {
  const versions = versionTable(name)
  for (const column of ['n', 'id', ...tableColumns[name].filter((c) => c.ref).map((c) => c.name)]) {
    db.exec(`CREATE INDEX temp."${versions}_by_${column}" ON "${versions}" ("${column}")`)
  }
}

/** The rows whose list held `ref` before, each with the events between which it did: SQL for a FROM, as `links` and `earlier`. */
export function earlierLinks(name: TableName, column: string): string {
  const links = versionTable(linkTable(name, column))
  return `temp."${links}" AS links CROSS JOIN temp."${versionTable(name)}" AS earlier ON earlier.to_seq = links.to_seq`
}

/** Whether a row of a live table, named by `live`, stood at `seq` already as it stands now. Both are SQL. */
export function stoodAlready(name: TableName, live: string, seq: string): string {
  return `${live}.n <= ${seq} AND NOT EXISTS
    (SELECT 1 FROM temp."${versionTable(name)}" AS later WHERE later.n = ${live}.n AND later.to_seq > ${seq})`
}

interface TableHistory {
  /** The version that stood at a moment. */
  at(id: string, seq: number): { n: number; row: Row } | undefined
  /** Keeps what stood until event `to`. */
  write(version: Standing, to: number): void
}

function tableHistory(db: WriteDb, table: TableName): TableHistory {
  const columns = tableColumns[table]
  const versions = versionTable(table)
  const insert = db.prepare(`INSERT INTO temp."${versions}" VALUES (?, ?, ?${', ?'.repeat(columns.length)})`)
  const ofRow = selectRows(table).replace(/FROM .*/, '')
  const selectEarlier = db
    .prepare(`${ofRow} FROM temp."${versions}" WHERE id = ? AND from_seq <= ? AND to_seq > ?`)
    .raw()
  const selectLive = db.prepare(`${ofRow} FROM main."${table}" WHERE id = ? AND n <= ?`).raw()
  const links = columns
    .filter((column) => column.listOf)
    .map(({ name }) => ({
      name,
      insert: db.prepare(`INSERT INTO temp."${versionTable(linkTable(table, name))}" VALUES (?, ?)`),
    }))

  return {
    at(id, seq) {
      const values = selectEarlier.get(id, seq, seq) ?? selectLive.get(id, seq)
      return values
        ? (decodeRow(table, values as unknown[]) as unknown as { n: number; row: Row })
        : undefined
    },
    write({ n, from, row }, to) {
      insert.run(to, from, n, ...columns.map((column) => encodeValue(column.kind, row[column.name])))
      for (const { name, insert: insertLink } of links) {
        for (const ref of new Set(row[name] as string[])) insertLink.run(ref, to)
      }
    },
  }
}
