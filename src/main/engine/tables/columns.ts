import { z } from 'zod'
import { type RowOf, recordTables, type TableName, tableNames } from '../../../domain/rows.ts'

export type ColumnKind = 'text' | 'integer' | 'real' | 'boolean' | 'json'

/** How one field of a row is kept in SQLite. */
export interface Column {
  name: string
  kind: ColumnKind
  nullable: boolean
  /** The table whose id it holds, for a single id. */
  ref: TableName | null
  /** The table whose ids it lists: such a column has a link table beside it, for `whereIncludes`. */
  listOf: TableName | null
  indexed: boolean
}

/** The columns of every record table, in the order of its schema. */
export const tableColumns = Object.fromEntries(
  tableNames.map((name) => [name, columnsOf(name)]),
) as unknown as Readonly<Record<TableName, readonly Column[]>>

/** A field's value as SQLite stores it: booleans as 0 and 1, lists and objects as JSON. */
export function encodeValue(kind: ColumnKind, value: unknown): string | number | null {
  if (value === null) return null
  if (kind === 'json') return JSON.stringify(value)
  if (kind === 'boolean') return value ? 1 : 0
  return value as string | number
}

/** The opposite of `encodeValue`. */
function decodeValue(kind: ColumnKind, stored: unknown): unknown {
  if (stored === null) return null
  if (kind === 'json') return stored === '[]' ? [] : JSON.parse(stored as string)
  if (kind === 'boolean') return stored === 1
  return stored
}

/** `SELECT n, …` over every column of the table, for `decodeRow`. */
export function selectRows(table: TableName): string {
  return `SELECT n, ${tableColumns[table].map((column) => `"${column.name}"`).join(', ')} FROM "${table}"`
}

/** A row as `selectRows` gives it, read with `raw()`. */
export function decodeRow<Name extends TableName>(
  table: Name,
  values: readonly unknown[],
): { n: number; row: RowOf<Name> } {
  const columns = tableColumns[table]
  const row: Record<string, unknown> = {}
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]!
    row[column.name] = decodeValue(column.kind, values[index + 1])
  }
  return { n: values[0] as number, row: row as RowOf<Name> }
}

function columnsOf(table: TableName): Column[] {
  const { schema, indexed, refs } = recordTables[table] as (typeof recordTables)['claims']
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, type]) => {
    const { inner, nullable } = unwrap(type)
    const target = ((refs as Record<string, string>)[name] ?? null) as TableName | null
    const isList = inner instanceof z.ZodArray
    return {
      name,
      kind: kindOf(inner),
      nullable,
      ref: isList ? null : target,
      listOf: isList ? target : null,
      indexed: (indexed as readonly string[]).includes(name) || (target !== null && !isList),
    }
  })
}

function unwrap(type: z.ZodType): { inner: z.ZodType; nullable: boolean } {
  if (!(type instanceof z.ZodNullable)) return { inner: type, nullable: false }
  return { inner: unwrap(type.unwrap() as z.ZodType).inner, nullable: true }
}

function kindOf(type: z.ZodType): ColumnKind {
  if (type instanceof z.ZodString || type instanceof z.ZodEnum) return 'text'
  if (type instanceof z.ZodNumberFormat) return 'integer'
  if (type instanceof z.ZodNumber) return 'real'
  if (type instanceof z.ZodBoolean) return 'boolean'
  if (type instanceof z.ZodLiteral) return typeof [...type.values][0] === 'number' ? 'integer' : 'text'
  if (type instanceof z.ZodUnion) {
    const kinds = new Set((type.options as z.ZodType[]).map(kindOf))
    if (kinds.size === 1) return [...kinds][0]!
  }
  return 'json'
}
