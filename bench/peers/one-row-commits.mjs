import Database from 'better-sqlite3'
import { insertInto, openRaw } from './raw.mjs'

/**
 * Inserts rows of a workspace's log into a raw table of the same columns, each in a transaction of its own.
 * @param {{ workspace: string, target: string, fromSeq: number, count: number }} input
 * @returns {number[]} milliseconds of each insert with its commit
 */
export function run({ workspace, target, fromSeq, count }) {
  const source = new Database(workspace, { readonly: true })
  const rows = /** @type {unknown[][]} */ (
    source.prepare('SELECT * FROM log WHERE seq >= ? ORDER BY seq LIMIT ?').raw().all(fromSeq, count)
  )
  const sql = /** @type {string} */ (
    source.prepare("SELECT sql FROM sqlite_schema WHERE name = 'log'").pluck().get()
  )
  source.close()
  const db = openRaw(target)
  db.exec(sql.replace('CREATE TABLE', 'CREATE TABLE IF NOT EXISTS'))
  const insert = insertInto(db, 'log')
  const taken = rows.map((row) => {
    const began = performance.now()
    insert.run(...row)
    return performance.now() - began
  })
  db.close()
  return taken
}
