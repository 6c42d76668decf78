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

/**
 * Compares each search index with one made anew in memory from the projected tables (which are compared with the log
 * elsewhere): the same rows with the same number of words in each column, and the same words equally often.
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
      if (fingerprint(fresh, table) !== fingerprint(db, table)) {
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
