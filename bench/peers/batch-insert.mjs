import Database from 'better-sqlite3'
import { insertInto, openRaw, plainTables } from './raw.mjs'

/**
 * Inserts the rows of a workspace into raw tables of the same columns in one transaction, the rows being in memory.
 * @param {{ workspace: string, target: string }} input
 * @returns {{ log: Batch, all: Batch }} the log's rows alone; the rows of the log, the commands and the tables
 */
export function run({ workspace, target }) {
  const source = new Database(workspace, { readonly: true })
  const tables = plainTables(source).map(({ name, sql }) => ({
    name,
    sql,
    rows: /** @type {unknown[][]} */ (source.prepare(`SELECT * FROM "${name}"`).raw().all()),
  }))
  source.close()
  return {
    log: insertAll(
      `${target}-log`,
      tables.filter(({ name }) => name === 'log'),
    ),
    all: insertAll(`${target}-all`, tables),
  }
}

/** @typedef {{ milliseconds: number, rows: number }} Batch */

/** @param {string} target @param {{ name: string, sql: string, rows: unknown[][] }[]} tables @returns {Batch} */
function insertAll(target, tables) {
  const db = openRaw(target)
  for (const { sql } of tables) db.exec(sql)
  const began = performance.now()
  db.exec('BEGIN IMMEDIATE')
  for (const { name, rows } of tables) {
    const insert = insertInto(db, name)
    for (const row of rows) insert.run(...row)
  }
  db.exec('COMMIT')
  const milliseconds = performance.now() - began
  db.close()
  return { milliseconds, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) }
}
