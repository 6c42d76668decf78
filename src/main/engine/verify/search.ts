import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { WriteDb } from '../log/database.ts'
import { openTexts } from '../log/texts.ts'
import { decodeRow, selectRows } from '../tables/columns.ts'
import { projectionSchema } from '../tables/schema.ts'
import {
  indexedWords,
  type SearchedTable,
  searchedColumns,
  searchWriter,
  useLargePieces,
} from '../tables/search-index.ts'
import type { Findings } from './findings.ts'
import { isSearchable } from './search-pages.ts'

/**
 * Compares each search index with one made anew in memory from the projected tables (which are compared with the log
 * elsewhere): the same rows with the same number of words in each column, the same words equally often, each of which can
 * be looked up, and the same settings.
 */
export function verifySearch(db: WriteDb, found: Findings): void {
  const fresh = new Database(':memory:')
  try {
    for (const table of Object.keys(searchedColumns) as SearchedTable[]) {
      const schema = projectionSchema.find(({ name }) => name === `search_${table}`)!
      fresh.exec(schema.sql)
      useLargePieces(fresh, table)
      // Which words a damaged text had nobody knows: that it is damaged is told by the check of the texts.
      if (fill(fresh, table, db) === 'damaged text') continue
      const same =
        fingerprint(fresh, table) === fingerprint(db, table) &&
        isSearchable(db, table) &&
        hasOurSettings(fresh, db, table)
      if (!same) {
        found.add('search_different', `The search index of the ${table} is not in step. Rebuild the tables.`)
      }
    }
  } finally {
    fresh.close()
  }
}

function fill(fresh: WriteDb, table: SearchedTable, db: WriteDb): 'whole' | 'damaged text' {
  const texts = openTexts(db)
  const { insert } = searchWriter(fresh, table)
  const rows = db.prepare(`${selectRows(table)} ORDER BY n`).raw()
  return fresh
    .transaction(() => {
      for (const values of rows.iterate() as IterableIterator<unknown[]>) {
        const { n, row } = decodeRow(table, values)
        if ('textHash' in row && texts.find(row.textHash) === undefined) return 'damaged text'
        insert.run(n, ...indexedWords(table, row, texts))
      }
      return 'whole'
    })
    .immediate()
}

/** A setting of somebody else's, as of how hits are ranked, changes what a search answers. */
function hasOurSettings(fresh: WriteDb, db: WriteDb, table: SearchedTable): boolean {
  const read = `SELECT k, v FROM search_${table}_config`
  const ours = new Map(fresh.prepare(read).raw().all() as [string, unknown][])
  const theirs = db.prepare(read).raw().all() as [string, unknown][]
  return theirs.every(([key, value]) => key === 'version' || ours.get(key) === value)
}

/** A hash over the index's words and its rows' lengths. */
function fingerprint(db: WriteDb, table: SearchedTable): string {
  const hash = createHash('sha256')
  const sizes = db.prepare(`SELECT id, hex(sz) FROM search_${table}_docsize ORDER BY id`).raw()
  for (const [id, size] of sizes.iterate() as IterableIterator<[number, string]>)
    hash.update(`${id} ${size}\n`)
  db.exec(`CREATE VIRTUAL TABLE temp.words_${table} USING fts5vocab(main, search_${table}, 'col')`)
  try {
    const words = db.prepare(`SELECT term, col, doc, cnt FROM temp.words_${table}`).raw()
    for (const word of words.iterate() as IterableIterator<unknown[]>) hash.update(`${word.join(' ')}\n`)
  } finally {
    db.exec(`DROP TABLE temp.words_${table}`)
  }
  return hash.digest('hex')
}
