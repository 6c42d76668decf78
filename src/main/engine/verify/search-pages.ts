import type { ReadDb } from '../log/database.ts'
import type { SearchedTable } from '../tables/search-index.ts'

/**
 * Whether every word that is stored in a search index can also be looked up: FTS5 finds a word's page by its table
 * `…_idx`, and its own check does not miss a row that is gone from there. Each page on which words begin must have its
 * row, and the row must lead to it from every word that is on it and from none on the page before (FTS5’s file format:
 * https://sqlite.org/src/file/ext/fts5/fts5_index.c).
 */
export function isSearchable(db: ReadDb, table: SearchedTable): boolean {
  // Read first: where it fails, no walk over the pages may be left open, for nothing else could be done then.
  const rows = rowsOf(db, table)
  const pages = db.prepare(
    `SELECT id >> 37 AS segment, id & 0x7fffffff AS page, block FROM search_${table}_data
     WHERE id >> 37 BETWEEN 1 AND 65535 AND ((id >> 31) & 63) = 0 ORDER BY id`,
  )
  const firstPages = new Map<number, number>()
  let before: Buffer | null = null
  for (const { segment, page, block } of pages.iterate() as IterableIterator<Page>) {
    if (!firstPages.has(segment)) {
      firstPages.set(segment, page)
      before = null
    }
    const words = wordsOn(block)
    if (!words) return false
    const [first] = words
    if (!first) continue
    const row = rows.get(segment)?.get(page)
    if (!row) return false
    rows.get(segment)?.delete(page)
    // A segment that is being merged away has lost its first words: then the row of its first page is older than they.
    const leads =
      before === null ? row.compare(first) <= 0 : startsWith(first, row) && row.compare(before) > 0
    if (!leads) return false
    before = words[words.length - 1]!
  }
  // Rows of pages that such a segment has lost already stay until it is gone; no other row may lead nowhere.
  return [...rows].every(([segment, left]) =>
    [...left.keys()].every((page) => page < (firstPages.get(segment) ?? 0)),
  )
}

interface Page {
  segment: number
  page: number
  block: Buffer
}

function rowsOf(db: ReadDb, table: SearchedTable): Map<number, Map<number, Buffer>> {
  const rows = new Map<number, Map<number, Buffer>>()
  const read = db.prepare(`SELECT segid, pgno >> 1, term FROM search_${table}_idx`).raw()
  for (const [segment, page, term] of read.iterate() as IterableIterator<[number, number, Buffer | string]>) {
    const ofSegment = rows.get(segment) ?? new Map<number, Buffer>()
    ofSegment.set(page, Buffer.from(term as string))
    rows.set(segment, ofSegment)
  }
  return rows
}

/** The words that begin on a page, in order, or null for what is no page. */
function wordsOn(block: Buffer): Buffer[] | null {
  if (block.length < 4) return null
  const end = block.readUInt16BE(2)
  if (end > block.length) return null
  const words: Buffer[] = []
  const places = { at: end }
  let place = 0
  while (places.at < block.length) {
    place += varint(block, places)
    if (place >= end) return null
    const reading = { at: place }
    const kept: number = words.length === 0 ? 0 : varint(block, reading)
    const length = varint(block, reading)
    const last: Buffer = words[words.length - 1] ?? Buffer.alloc(0)
    if (kept > last.length || reading.at + length > end) return null
    words.push(Buffer.concat([last.subarray(0, kept), block.subarray(reading.at, reading.at + length)]))
  }
  return words
}

/** SQLite's: seven bits a byte, the highest first; these are never longer than five. */
function varint(block: Buffer, reading: { at: number }): number {
  let value = 0
  for (let bytes = 0; bytes < 5; bytes += 1) {
    const byte = block[reading.at]
    reading.at += 1
    if (byte === undefined) return Number.POSITIVE_INFINITY
    value = value * 128 + (byte & 127)
    if (byte < 128) return value
  }
  return Number.POSITIVE_INFINITY
}

function startsWith(word: Buffer, beginning: Buffer): boolean {
  return word.subarray(0, beginning.length).equals(beginning)
}
