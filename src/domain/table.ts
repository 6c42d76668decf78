import type { z } from 'zod'

/**
 * A record table: rows that the fold keeps, declared once. The SQLite columns, the in-memory rows, the
 * references that undo must respect and the comparisons in History all come from this declaration.
 */
export interface RecordTable<Name extends string = string, Row extends RowBase = RowBase> {
  name: Name
  schema: z.ZodType<Row> & { shape: Record<string, z.ZodType> }
  /** What a person calls one row: "claim". */
  noun: string
  /** Scalar columns that `where` looks up; SQLite indexes them. */
  indexed: readonly string[]
  /** Columns that hold ids of another table's rows (one id, null, or a list). Lists get a link table in SQLite. */
  refs: Readonly<Record<string, string>>
}

export interface RowBase {
  id: string
}

export function defineTable<const Name extends string, Schema extends z.ZodObject>(
  name: Name,
  noun: string,
  schema: Schema,
  options: {
    indexed?: readonly (keyof z.infer<Schema> & string)[]
    refs?: Partial<Record<keyof z.infer<Schema> & string, string>>
  } = {},
): RecordTable<Name, z.infer<Schema> & RowBase> {
  return {
    name,
    noun,
    schema: schema as unknown as RecordTable<Name, z.infer<Schema> & RowBase>['schema'],
    indexed: options.indexed ?? [],
    refs: (options.refs ?? {}) as Record<string, string>,
  }
}

export interface ReadTable<Row extends RowBase> {
  get(id: string): Row | undefined
  /** Rows whose indexed column equals `value`, in order of id. */
  where<K extends keyof Row & string>(column: K, value: Row[K]): Row[]
  /** Rows whose list column contains `id`, in order of id. */
  whereIncludes<K extends keyof Row & string>(column: K, id: string): Row[]
  /** Every row, in order of id. */
  all(): Iterable<Row>
  count(): number
}

/** What `apply` may do. An event touches one row only: the one its stream names. */
export interface WriteTable<Row extends RowBase> extends ReadTable<Row> {
  /** Throws when the id is taken: the fold would have lost its meaning. */
  insert(row: Row): void
  /** Runs the immer recipe on the row. Throws when there is no such row. */
  update(id: string, recipe: (row: Row) => void): void
  delete(id: string): void
}
