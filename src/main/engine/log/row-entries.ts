import { streamOf, type TableName } from '../../../domain/rows.ts'
import type { ReadDb } from './database.ts'

/** The number of the event that first entered a row; null for a row that no event entered at its time. */
export type EntryOf = (table: TableName, row: { id: string; enteredAt: string }) => number | null

/** Streams looked up at a time: an export asks for them in their order, and forgets them while they are young. */
const pieceLength = 200

/** Finds the events that entered rows, at little cost for rows that are asked for in order of their ids. */
export function rowEntries(db: ReadDb): EntryOf {
  const following = db
    .prepare(
      `SELECT stream, min(seq), max(seq) FROM log WHERE stream >= ? AND stream < ? GROUP BY stream ORDER BY stream LIMIT ${pieceLength}`,
    )
    .raw()
  // By its time too: an id that was removed may have been given to another row.
  const exactly = db.prepare('SELECT seq FROM log WHERE stream = ? AND at = ? ORDER BY seq LIMIT 1').pluck()
  let piece = new Map<string, { first: number; last: number }>()
  return (table, { id, enteredAt }) => {
    const stream = streamOf(table, id)
    if (!piece.has(stream)) {
      // The sign after the slash ends the table's streams.
      const rows = following.all(stream, `${table}0`) as [string, number, number][]
      piece = new Map(rows.map(([name, first, last]) => [name, { first, last }]))
    }
    const known = piece.get(stream)
    if (known && known.first === known.last) return known.first
    return (exactly.get(stream, enteredAt) as number | undefined) ?? null
  }
}
