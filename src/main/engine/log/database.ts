import Database from 'better-sqlite3'

/** A connection that can only read: by its type here, and by SQLite itself (`readonly`, `query_only`). */
export interface ReadDb {
  prepare(sql: string): ReadStatement
  pragma(sql: string, options?: { simple?: boolean }): unknown
}

export interface ReadStatement {
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
  iterate(...values: unknown[]): IterableIterator<unknown>
  pluck(on?: boolean): this
  raw(on?: boolean): this
}

export type WriteDb = Database.Database

/** A connection that may write. `synchronous` is set on every open: SQLite forgets it, and a WAL file falls back to NORMAL. */
export function openForWriting(path: string): WriteDb {
  const db = new Database(path, { timeout: 5000 })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    // The write-ahead log is folded back between commands (see fold-back.ts), never inside some command's commit.
    db.pragma('wal_autocheckpoint = 0')
    prepareConnection(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A connection that cannot write, however it is used. */
export function openForReading(path: string): WriteDb {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    prepareConnection(db)
    db.pragma('query_only = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function prepareConnection(db: WriteDb): void {
  db.pragma('foreign_keys = ON')
  db.pragma('recursive_triggers = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cache_size = -65536')
  db.pragma('temp_store = MEMORY')
}
