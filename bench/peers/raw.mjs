import Database from 'better-sqlite3'

/** A plain workspace-less file: the given tables without triggers and indexes, on the disk as durable as ours. @param {string} path */
export function openRaw(path) {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  return db
}

/**
 * The tables that work fills, with their SQL, without search indexes and view state.
 * @param {import('better-sqlite3').Database} db @returns {{ name: string, sql: string }[]}
 */
export function plainTables(db) {
  const rows = db
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'view_state' ORDER BY rowid`,
    )
    .all()
  return /** @type {{ name: string, sql: string }[]} */ (rows)
}

/** A statement that inserts whole rows. @param {import('better-sqlite3').Database} db @param {string} table */
export function insertInto(db, table) {
  const columns = db.prepare(`SELECT count(*) FROM pragma_table_info(?)`).pluck().get(table)
  return db.prepare(`INSERT INTO "${table}" VALUES (${Array(columns).fill('?').join(', ')})`)
}
