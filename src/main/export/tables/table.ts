import type { ReadTables, TableName } from '../../../domain/rows.ts'

/** What an export reads: rows and texts of one moment, live or as of an earlier event. */
export interface TableReader {
  tables: ReadTables
  textOf(articleId: string): string
  /** The number of the event that first entered a row. */
  entryOf(table: TableName, row: { id: string; enteredAt: string }): number | null
}

export type Cell = string | number | null

/** How a table is written. */
export interface TableWriter {
  columns: readonly string[]
  /** Rows of the file; `onRow` is told of each row of the table that is read. */
  rows(reader: TableReader, onRow: () => void): Generator<Cell[]>
  /** How many times `onRow` will be told. */
  count(tables: ReadTables): number
}
