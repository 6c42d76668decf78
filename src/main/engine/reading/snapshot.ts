import type { ReadTables } from '../../../domain/rows.ts'
import { pastTheHead } from '../as-of/as-of.ts'
import { type Between, openBetween } from '../changes/between.ts'
import { openReader } from '../file/open.ts'
import type { WriteDb } from '../log/database.ts'
import { emptyHead, type Head, readHead } from '../log/log.ts'
import { type EntryOf, rowEntries } from '../log/row-entries.ts'
import { openTexts } from '../log/texts.ts'
import { foldLog } from '../tables/rebuild.ts'
import { sqliteTables } from '../tables/sqlite-tables.ts'
import { unwatched, type Watch } from '../watch.ts'

/** Exports pass over the rows once: keeping many would only burden the garbage collector. */
const keptRows = 200

/** A workspace as it is at one moment: rows, texts and head belong together, whatever is written meanwhile. */
export interface Snapshot {
  tables: ReadTables
  /** The canonical text of an article that exists. Throws where it is damaged. */
  textOf(articleId: string): string
  /** Likewise, for what goes on without that one text: undefined where it is damaged. */
  findText(articleId: string): string | undefined
  entryOf: EntryOf
  /** `hash` as 64 lower-case hexadecimal digits. */
  head: { seq: number; hash: string }
  /** View state that belongs to no analyst, by the key after `prefix`: disposable values kept for the next time. */
  kept(prefix: string): Map<string, unknown>
  /** What differs between event `from` and this moment. Throws as `openBetween` does. */
  changesSince(from: number): Between
  close(): void
}

/** Opens a snapshot on a read-only connection, for jobs and exports. Throws an EngineProblem as `openReader` does. */
export function openSnapshot(path: string): Snapshot {
  return opened(path, unwatched, (db) => {
    const { tables } = sqliteTables(db, () => {}, keptRows)
    return { tables: () => tables, head: readHead(db) }
  })
}

/**
 * The workspace as event `seq` left it (0: before the first), folded from its log alone, whatever its tables say now.
 * Reads every event up to it once its tables are asked for; `watch` tells of that. Throws also for a number past the
 * head.
 */
export function openFolded(path: string, seq: number, watch: Watch = unwatched): Snapshot {
  return opened(path, watch, (db) => {
    let tables: ReadTables | undefined
    return {
      head: headAt(db, seq),
      tables() {
        tables ??= foldLog(db, seq, watch).tables
        return tables
      },
    }
  })
}

/** The live tables where they show the moment that is wanted, because it is null or the head; else folded ones. */
export function openSnapshotAt(path: string, seq: number | null, watch: Watch = unwatched): Snapshot {
  const live = openSnapshot(path)
  if (seq === null || seq === live.head.seq) return live
  live.close()
  return openFolded(path, seq, watch)
}

function opened(
  path: string,
  watch: Watch,
  look: (db: WriteDb) => { tables(): ReadTables; head: Head },
): Snapshot {
  const db = openReader(path)
  try {
    // One pass needs few pages at hand; with more, memory would grow with the workspace.
    db.pragma('cache_size = -16384')
    // A read transaction: SQLite shows the state of its first read until it ends.
    db.exec('BEGIN')
    const { tables, head } = look(db)
    const texts = openTexts(db)
    const hashOf = (articleId: string) => {
      const article = tables().articles.get(articleId)
      if (!article) throw new Error(`there is no article ${articleId}`)
      return article.textHash
    }
    return {
      get tables() {
        return tables()
      },
      textOf: (articleId) => texts.get(hashOf(articleId)),
      findText: (articleId) => texts.find(hashOf(articleId)),
      entryOf: rowEntries(db),
      head: { seq: head.seq, hash: head.hash.toString('hex') },
      kept(prefix) {
        const rows = db
          .prepare("SELECT key, value FROM view_state WHERE analyst = '' AND key GLOB ? || '*'")
          .raw()
          .all(prefix)
        return new Map(
          (rows as [string, string][]).map(([key, value]) => [key.slice(prefix.length), JSON.parse(value)]),
        )
      },
      changesSince: (from) => openBetween(db, from, head.seq, watch),
      close: () => db.close(),
    }
  } catch (error) {
    db.close()
    throw error
  }
}

function headAt(db: WriteDb, seq: number): Head {
  if (seq === 0) return emptyHead
  const row = db.prepare('SELECT seq, hash FROM log WHERE seq = ?').get(seq) as Head | undefined
  if (!row) throw pastTheHead(seq, readHead(db).seq)
  return row
}
