import type { Between } from '../../engine/changes/between.ts'
import { type Cells, csv } from './table-csv.ts'

const columns = ['table', 'id', 'name', 'kind', 'field', 'before', 'after', 'event', 'by', 'at']

/**
 * The changes between two moments as CSV: a row for each field, old beside new, with the event that set it last. A
 * row of a table without a field to tell has one with empty cells. The last two rows are the moments themselves:
 * their events and hashes. Times are UTC.
 *
 * @param open compares the moments; called once, with the first piece
 * @param onRows told of the changed rows written so far
 */
export function* changesCsv(
  open: () => Between,
  onRows: (done: number, total: number) => void,
): Generator<string> {
  const between = open()
  let done = 0
  yield* csv(
    columns,
    rowsOf(between, () => (done += 1)),
    { onPiece: () => onRows(done, between.changed.length) },
  )
}

function* rowsOf(between: Between, onRow: () => void): Generator<Cells> {
  for (const changed of between.changed) {
    const { table, id, name, kind, fields, last } = between.tell(changed)
    const item = [table, id, name, kind]
    if (fields.length === 0) yield [...item, '', '', '', last.seq, between.analyst(last.by), last.at]
    for (const { key, before, after, seq, by, at } of fields) {
      yield [...item, key, before, after, seq, between.analyst(by), at]
    }
    onRow()
  }
  const { from, to } = between
  yield ['log', '', between.fromName, 'compared', 'event', from.seq, to.seq, null, null, null]
  yield ['log', '', between.fromName, 'compared', 'hash', from.hash, to.hash, null, null, null]
}
