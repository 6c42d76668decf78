import type { RowOf, TableName } from '../../../domain/rows.ts'
import type { WriteDb } from '../log/database.ts'
import type { Texts } from '../log/texts.ts'
import { searchableText } from './search-words.ts'
import type { RowNotice } from './sqlite-tables.ts'

/** Keeps the search indexes in step with the tables, inside the same transaction. */
export interface SearchIndex {
  note(notice: RowNotice): void
  /** Writes what was noted. To be called before every commit. */
  flush(): void
  /** Forgets what was noted, after a rollback. */
  forget(): void
}

export type SearchedTable = 'articles' | 'claims' | 'annotations'

/** The searched fields of each table; `body` is the article's text. */
export const searchedColumns = {
  articles: ['title', 'publisher', 'author', 'body'],
  claims: ['statement', 'note', 'place', 'unit'],
  annotations: ['quote', 'note'],
} as const satisfies Record<SearchedTable, readonly string[]>

export function isSearched(table: TableName): table is SearchedTable {
  return table in searchedColumns
}

/** A row's words, column by column, as they are indexed. Of a text that is damaged none are. */
export function indexedWords(table: SearchedTable, row: object, texts: Texts): string[] {
  return searchedColumns[table].map((column) =>
    searchableText(
      column === 'body'
        ? (texts.find((row as RowOf<'articles'>).textHash) ?? '')
        : String((row as Record<string, unknown>)[column]),
    ),
  )
}

export function searchIndex(db: WriteDb, texts: Texts): SearchIndex {
  const writers = {
    articles: searchWriter(db, 'articles'),
    claims: searchWriter(db, 'claims'),
    annotations: searchWriter(db, 'annotations'),
  }
  // A row that changes twice in a transaction is indexed once.
  const pending = new Map<string, { notice: RowNotice; isNew: boolean }>()
  return {
    note(notice) {
      const { table, n, changed } = notice
      if (!isSearched(table)) return
      if (
        changed &&
        !changed.some((column) => (searchedColumns[table] as readonly string[]).includes(column))
      ) {
        return
      }
      const key = `${table}/${n}`
      const isNew = pending.get(key)?.isNew ?? (notice.row !== null && changed === null)
      pending.set(key, { notice, isNew })
    },
    flush() {
      // FTS5 writes a piece of its index whenever a row's number is lower than the one before.
      const inOrder = [...pending.values()].sort((one, other) => one.notice.n - other.notice.n)
      for (const { notice, isNew } of inOrder) {
        if (!isNew) writers[notice.table as SearchedTable].remove.run(notice.n)
      }
      for (const { notice } of inOrder) {
        const table = notice.table as SearchedTable
        if (notice.row) writers[table].insert.run(notice.n, ...indexedWords(table, notice.row, texts))
      }
      pending.clear()
    },
    forget: () => pending.clear(),
  }
}

/** Statements that enter and take away one row's words; `n` is the row's number. */
export function searchWriter(db: WriteDb, table: SearchedTable) {
  const columns = searchedColumns[table]
  return {
    insert: db.prepare(
      `INSERT INTO search_${table} (rowid, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
    ),
    remove: db.prepare(`DELETE FROM search_${table} WHERE rowid = ?`),
  }
}

/**
 * Lets FTS5 gather 64 MB of words in memory before it writes a piece of its index (1 MB by default): many rows are
 * then indexed without merging small pieces again and again. A commit writes what there is, as ever.
 */
export function useLargePieces(db: WriteDb, table: SearchedTable): void {
  db.prepare(`INSERT INTO search_${table} (search_${table}, rank) VALUES ('hashsize', 67108864)`).run()
}
