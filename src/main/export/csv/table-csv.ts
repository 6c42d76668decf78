import { stringify } from 'csv-stringify/sync'
import type { ExportTable } from '../../../contract/export-tables.ts'
import type { TableReader } from '../tables/table.ts'
import { exportTables } from '../tables/table-rows.ts'
import { guardedCell } from './formula-guard.ts'

/** Rows that are made into text at a time: few enough that memory stays flat, enough that the calls do not count. */
const batch = 256

/**
 * A table as CSV, piece by piece: RFC 4180 with CRLF and a header, UTF-8, cells guarded against being run as
 * formulas. Fixed column order, UTC times, no locale: the same workspace gives the same bytes.
 *
 * @param bom begins with a byte order mark, by which Excel knows UTF-8
 * @param onRows told of the source rows read so far, after each piece
 */
export function* tableCsv(
  table: ExportTable,
  reader: TableReader,
  { bom = false, onRows = () => {} }: { bom?: boolean; onRows?: (rows: number) => void } = {},
): Generator<string> {
  const { columns, rows } = exportTables[table]
  let read = 0
  yield* csv(
    columns,
    rows(reader, () => (read += 1)),
    { bom, onPiece: () => onRows(read) },
  )
}

/** Rows as CSV, piece by piece, as `tableCsv` writes them. `onPiece` is told after each piece. */
export function* csv(
  columns: readonly string[],
  rows: Iterable<Cells>,
  { bom = false, onPiece = () => {} }: { bom?: boolean; onPiece?: () => void } = {},
): Generator<string> {
  yield (bom ? '\ufeff' : '') + lines([[...columns]])
  let pending: Cells[] = []
  for (const cells of rows) {
    pending.push(cells)
    if (pending.length < batch) continue
    yield lines(pending)
    pending = []
    onPiece()
  }
  if (pending.length > 0) yield lines(pending)
  onPiece()
}

export type Cells = (string | number | null)[]

function lines(rows: Cells[]): string {
  return stringify(rows, { record_delimiter: '\r\n', cast: { string: writtenText } })
}

/**
 * A cell's text, guarded, and quoted where the library would not do it: it leaves a line feed bare once the record
 * delimiter is set. Its own options for that (`quoted_match`, `quote_record_delimiter`) cost more on every cell.
 */
function writtenText(text: string): string | { value: string; quoted: true } {
  const value = guardedCell(text)
  const quoted = value.startsWith("'") || value.includes('\n') || value.includes('\r')
  return quoted ? { value, quoted } : value
}
