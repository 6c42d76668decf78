import { type ReadTables, type TableName, tableNames } from '../rows.ts'
import type { ReadTable, RowBase } from '../table.ts'

export type Row = Record<string, unknown>
/** What undo or redo does to one row. */
export type Step = { op: 'insert'; row: Row } | { op: 'set'; fields: Row } | { op: 'delete' }

/** The tables as they will be after the steps, by stream (`tags/ID`). Nothing is written. */
export function plannedTables(tables: ReadTables, steps: ReadonlyMap<string, Step>): ReadTables {
  return Object.fromEntries(
    tableNames.map((name) => [
      name,
      plannedTable(tables[name] as ReadTable<RowBase>, changedRows(tables, name, steps)),
    ]),
  ) as unknown as ReadTables
}

/** The rows of one table that the steps change, as they will be; undefined for one that will be gone. */
function changedRows(
  tables: ReadTables,
  name: TableName,
  steps: ReadonlyMap<string, Step>,
): Map<string, RowBase | undefined> {
  const changed = new Map<string, RowBase | undefined>()
  for (const [stream, step] of steps) {
    if (!stream.startsWith(`${name}/`)) continue
    const id = stream.slice(name.length + 1)
    if (step.op === 'delete') changed.set(id, undefined)
    else
      changed.set(id, {
        ...(step.op === 'insert' ? step.row : { ...tables[name].get(id), ...step.fields }),
        id,
      })
  }
  return changed
}

function plannedTable<Row extends RowBase>(
  table: ReadTable<Row>,
  changed: ReadonlyMap<string, Row | undefined>,
): ReadTable<Row> {
  if (changed.size === 0) return table
  const there = [...changed.values()].filter((row) => row !== undefined)
  const byColumn = new Map<keyof Row, Map<unknown, Row[]>>()
  // A step may have a hundred thousand rows, each of which asks.
  const changedWith = (column: keyof Row, value: unknown): Row[] => {
    let groups = byColumn.get(column)
    if (!groups) {
      groups = Map.groupBy(there, (row) => row[column])
      byColumn.set(column, groups)
    }
    return groups.get(value) ?? []
  }
  const together = (kept: Iterable<Row>, others: Row[]): Row[] =>
    [...[...kept].filter(({ id }) => !changed.has(id)), ...others].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    get: (id) => (changed.has(id) ? changed.get(id) : table.get(id)),
    where: (column, value) => together(table.where(column, value), changedWith(column, value)),
    whereIncludes: (column, id) =>
      together(
        table.whereIncludes(column, id),
        there.filter((row) => (row[column] as unknown as string[]).includes(id)),
      ),
    all: () => together(table.all(), there),
    count: () => together(table.all(), there).length,
  }
}
