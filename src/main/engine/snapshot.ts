import type { ReadTables } from '../../domain/rows.ts'
import { readHead } from './log.ts'
import { openReader } from './open.ts'
import { sqliteTables } from './sqlite-tables.ts'
import { openTexts } from './texts.ts'

/** Exports pass over the rows once: keeping many would only burden the garbage collector. */
const keptRows = 200

/** A workspace as it is at one moment: rows, texts and head belong together, whatever is written meanwhile. */
export interface Snapshot {
  tables: ReadTables
  /** The canonical text of an article that exists. */
  textOf(articleId: string): string
  /** `hash` as 64 lower-case hexadecimal digits. */
  head: { seq: number; hash: string }
  /** View state that belongs to no analyst, by the key after `prefix`: disposable values kept for the next time. */
  kept(prefix: string): Map<string, unknown>
  close(): void
}

/** Opens a snapshot on a read-only connection, for jobs and exports. Throws an EngineProblem as `openReader` does. */
export function openSnapshot(path: string): Snapshot {
  const db = openReader(path)
  try {
    // One pass needs few pages at hand; with more, memory would grow with the workspace.
    db.pragma('cache_size = -16384')
    // A read transaction: SQLite shows the state of its first read until it ends.
    db.exec('BEGIN')
    const { seq, hash } = readHead(db)
    const texts = openTexts(db)
    const { tables } = sqliteTables(db, () => {}, keptRows)
    return {
      tables,
      textOf(articleId) {
        const article = tables.articles.get(articleId)
        if (!article) throw new Error(`there is no article ${articleId}`)
        return texts.get(article.textHash)
      },
      head: { seq, hash: hash.toString('hex') },
      kept(prefix) {
        const rows = db
          .prepare("SELECT key, value FROM view_state WHERE analyst = '' AND key GLOB ? || '*'")
          .raw()
          .all(prefix)
        return new Map(
          (rows as [string, string][]).map(([key, value]) => [key.slice(prefix.length), JSON.parse(value)]),
        )
      },
      close: () => db.close(),
    }
  } catch (error) {
    db.close()
    throw error
  }
}
