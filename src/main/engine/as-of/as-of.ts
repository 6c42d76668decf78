import type { RequestName } from '../../../contract/requests.ts'
import { type ReadTables, tableNames } from '../../../domain/rows.ts'
import type { ReplayFilter } from '../../../domain/timeline/filter.ts'
import { type Runs, toRuns } from '../../../domain/timeline/runs.ts'
import { type Timeline, timelineOf } from '../../../domain/timeline/timeline.ts'
import { openReader } from '../file/open.ts'
import type { WriteDb } from '../log/database.ts'
import { headReader } from '../log/log.ts'
import { openTexts } from '../log/texts.ts'
import { EngineProblem } from '../problems.ts'
import { openQueries, type Reader } from '../queries/index.ts'
import { tableColumns } from '../tables/columns.ts'
import { linkTable, projectionSchema } from '../tables/schema.ts'
import { indexedWords, type SearchedTable, searchedColumns, searchWriter } from '../tables/search-index.ts'
import { sqliteTables } from '../tables/sqlite-tables.ts'
import type { Watch } from '../watch.ts'
import { openClaimHistory } from './claim-history.ts'
import { openLogIndex } from './log-index.ts'
import { matchingEvents } from './matches.ts'
import { earlierLinks, openVersions, stoodAlready, type Versions, versionTable } from './versions.ts'

/** A workspace at any moment of its log, on a connection of its own that only reads the file. */
export interface AsOf {
  /**
   * Answers one of the contract's requests as it would have been answered when event `seq` was the head (0: before
   * the first). The first answer, and one after new work, read the log first; `watch` tells of that. Throws an
   * EngineProblem for a number past the head.
   */
  answer(seq: number, name: RequestName, input: unknown, analyst: string | null, watch: Watch): unknown
  /** Looks at the record tables as they were at a moment. Throws as `answer` does. */
  look<T>(seq: number, watch: Watch, at: (tables: ReadTables) => T): T
  /** The whole log in about so many buckets. */
  timeline(buckets: number, watch: Watch): Timeline
  /** Which events of the whole log a replay visits. */
  matches(filter: ReplayFilter, watch: Watch): Runs
  /** Whether what was read of the log is gone, as on a full disk: it must be opened anew. */
  isLost(): boolean
  close(): void
}

/**
 * The same queries as live ones answer: in this connection the names of the tables, the log and the commands stand
 * for temporary views, which show what stood at the number in `temp.moment`. Each question is one transaction: the
 * writer may commit between two of them, never within one.
 */
export function openAsOf(path: string): AsOf {
  const log = openReader(path)
  const db = openReader(path)
  try {
    // Only temporary tables are written; the file itself is open read-only.
    db.pragma('query_only = OFF')
    db.pragma('temp_store = FILE')
    const versions = openVersions(db, log)
    const index = openLogIndex(log)
    createViews(db)
    const move = db.prepare('UPDATE temp.moment SET seq = ?')
    const reader = openMoment(db, versions)
    const claims = openClaimHistory(db)
    const counts = versions.counts(() => seq)
    const queries = openQueries(db, reader, true, { claims, counts })
    let searchedAt = -1
    let seq = 0
    let lost = false
    /** What was read of the log is kept whatever becomes of the question: of the file itself nothing was written. */
    const inOneTransaction = <T>(work: () => T): T => {
      db.exec('BEGIN')
      try {
        return work()
      } finally {
        // SQLite ends it by itself where it cannot write, and takes back what was read.
        if (db.inTransaction) db.exec('COMMIT')
        else lost = true
      }
    }
    const go = (to: number, watch: Watch) => {
      const head = versions.follow(watch)
      if (to > head) throw pastTheHead(to, head)
      claims.follow(head)
      if (to === seq) return
      claims.goTo(to)
      const notices = versions.between(seq, to)
      move.run(to)
      seq = to
      reader.refresh()
      if (notices) queries.noteRows(notices)
      else queries.forget()
    }
    return {
      answer(to, name, input, analyst, watch) {
        return inOneTransaction(() => {
          go(to, watch)
          if (name === 'search' && searchedAt !== to) {
            searchedAt = -1
            fillSearch(db)
            searchedAt = to
          }
          return queries.answer(name, input, analyst)
        })
      },
      look(to, watch, at) {
        return inOneTransaction(() => {
          go(to, watch)
          return at(reader.tables)
        })
      },
      timeline(buckets, watch) {
        index.follow(watch)
        return timelineOf(index, buckets)
      },
      matches(filter, watch) {
        index.follow(watch)
        return inOneTransaction(() => {
          if (filter.about) versions.follow(watch)
          return toRuns(matchingEvents(db, index, filter))
        })
      },
      isLost: () => lost,
      close() {
        db.close()
        log.close()
      },
    }
  } catch (error) {
    db.close()
    log.close()
    throw error
  }
}

export function pastTheHead(seq: number, head: number): EngineProblem {
  return new EngineProblem(
    'no_such_moment',
    `There is no event ${seq}: the log ends at event ${head}. Choose a number from 0 to ${head}.`,
    { seq, head },
  )
}

/** Rows, texts and head as the views show them; the queries refresh it when the moment has moved. */
function openMoment(db: WriteDb, versions: Versions): Reader {
  const { tables, forget } = sqliteTables(db, () => {})
  const readHead = headReader(db)
  let head = readHead()
  return {
    tables: Object.fromEntries(
      tableNames.map((name) => [name, { ...tables[name], count: () => versions.count(name, head.seq) }]),
    ) as unknown as ReadTables,
    texts: openTexts(db),
    head: () => head,
    refresh() {
      head = readHead()
      forget()
    },
  }
}

/** What stood at the moment: rows that have not changed since, and what the others were before they did. */
function createViews(db: WriteDb): void {
  db.exec('CREATE TEMP TABLE moment (seq INTEGER NOT NULL); INSERT INTO moment VALUES (0)')
  const now = '(SELECT seq FROM temp.moment)'
  const then = `earlier.from_seq <= ${now} AND earlier.to_seq > ${now}`
  for (const name of tableNames) {
    const columns = ['n', ...tableColumns[name].map((column) => `"${column.name}"`)].join(', ')
    db.exec(`CREATE TEMP VIEW "${name}" AS
      SELECT ${columns} FROM main."${name}" AS live WHERE ${stoodAlready(name, 'live', now)}
      UNION ALL SELECT ${columns} FROM temp."${versionTable(name)}" AS earlier WHERE ${then}`)
    for (const column of tableColumns[name]) {
      if (!column.listOf) continue
      const link = linkTable(name, column.name)
      db.exec(`CREATE TEMP VIEW "${link}" AS
        SELECT ref, id FROM main."${link}" AS links WHERE EXISTS
          (SELECT 1 FROM main."${name}" AS live WHERE live.id = links.id AND ${stoodAlready(name, 'live', now)})
        UNION ALL SELECT links.ref, earlier.id FROM ${earlierLinks(name, column.name)} WHERE ${then}`)
    }
  }
  db.exec(`CREATE TEMP VIEW log AS SELECT * FROM main.log WHERE seq <= ${now}`)
  db.exec(`CREATE TEMP VIEW commands AS SELECT * FROM main.commands WHERE first_seq <= ${now}`)
  for (const { sql } of projectionSchema) {
    if (sql.startsWith('CREATE VIRTUAL TABLE')) db.exec(sql.replace('VIRTUAL TABLE ', 'VIRTUAL TABLE temp.'))
  }
}

/** Indexes the words as they were at the moment: only searches ask for them, and a search waits for them once. */
function fillSearch(db: WriteDb): void {
  const texts = openTexts(db)
  const { tables } = sqliteTables(db, () => {}, 200)
  for (const table of Object.keys(searchedColumns) as SearchedTable[]) {
    db.exec(`INSERT INTO search_${table} (search_${table}) VALUES ('delete-all')`)
    const { insert } = searchWriter(db, table)
    const numbers = db.prepare(`SELECT id, n FROM "${table}"`).raw().all() as [string, number][]
    for (const [id, n] of numbers) insert.run(n, ...indexedWords(table, tables[table].get(id)!, texts))
  }
}
