import { Immer } from 'immer'
import { recordTables, type TableName, type Tables, tableNames } from './rows.ts'
import type { RowBase, WriteTable } from './table.ts'

/** Freezing would walk every row of a replay; that rows are only read is kept by all readers. */
const { produce } = new Immer({ autoFreeze: false })

/** Empty tables in memory: for replay, as-of, the undo calculation and the specs. Updates share structure; nobody but a recipe changes a row. */
export function memoryTables(): Tables {
  return Object.fromEntries(
    tableNames.map((name) => [name, memoryTable(recordTables[name].noun)]),
  ) as unknown as Tables
}

/** Rows of every table, in order of id: what two folds are compared by. */
export function dumpTables(tables: Tables): Record<TableName, unknown[]> {
  return Object.fromEntries(tableNames.map((name) => [name, [...tables[name].all()]])) as Record<
    TableName,
    unknown[]
  >
}

function memoryTable<Row extends RowBase>(noun: string): WriteTable<Row> {
  const rows = new Map<string, Row>()
  const sorted = (keep: (row: Row) => boolean) => [...rows.values()].filter(keep).sort(byId)
  return {
    get: (id) => rows.get(id),
    where: (column, value) => sorted((row) => row[column] === value),
    whereIncludes: (column, id) => sorted((row) => (row[column] as unknown as string[]).includes(id)),
    all: () => sorted(() => true),
    count: () => rows.size,
    insert(row) {
      if (rows.has(row.id)) throw new Error(`${noun} ${row.id} already exists`)
      rows.set(row.id, row)
    },
    update(id, recipe) {
      const row = rows.get(id)
      if (!row) throw new Error(`no ${noun} ${id}`)
      rows.set(
        id,
        produce(row, (draft) => {
          recipe(draft as Row)
        }),
      )
    },
    delete(id) {
      if (!rows.delete(id)) throw new Error(`no ${noun} ${id}`)
    },
  }
}

function byId(a: RowBase, b: RowBase): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
