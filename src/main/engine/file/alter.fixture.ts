import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'

/** Works on a file as a stranger: no pragma of ours, and SQLite’s own protections off. */
export function alter(path: string, sql: string): void {
  const db = new Database(path)
  db.unsafeMode(true)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

/** Writes bytes over a file’s own. */
export function overwrite(path: string, at: number, bytes: Buffer): void {
  const content = readFileSync(path)
  bytes.copy(content, at)
  writeFileSync(path, content)
}

/** Bytes that are the same in every run, and mean nothing. */
export function noise(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, at) => (at * 197 + 31) % 251))
}
