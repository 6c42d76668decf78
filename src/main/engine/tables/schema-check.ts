import Database from 'better-sqlite3'
import type { ReadDb } from '../log/database.ts'
import { logSchema, permanentSchema, projectionSchema, projectionShape, type SchemaObject } from './schema.ts'

/** An object of the file's schema that is not as Claimtrail makes it. */
export interface SchemaDifference {
  what: 'missing' | 'altered' | 'foreign'
  /** What is written once for ever, or what is made anew from it at any time; `foreign`: neither. */
  part: 'permanent' | 'projection' | 'foreign'
  type: Row['type']
  name: string
  /** For a person: “the index “x” is not Claimtrail’s.” */
  sentence: string
}

/**
 * Compares everything in the file's schema with what a file of format `version` must have: what is missing, what was
 * altered, and what is foreign: triggers and views act, indexes refuse rows, tables hold what no log tells. The tables
 * inside search indexes count too. Projections that another version of the program made, as their shape says, are made
 * anew at the next opening: of them only what acts or touches the permanent tables counts, unless `strict`.
 */
export function schemaDifferences(
  db: ReadDb,
  { version, strict = false }: { version?: number; strict?: boolean } = {},
): SchemaDifference[] {
  const rows = db.prepare('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all() as Row[]
  const permanent = version === 1 ? logSchema : permanentSchema
  const isOurs = strict || shapeOf(db) === projectionShape
  const expected = isOurs ? [...permanent, ...projectionSchema] : permanent
  const known = new Map([...permanent, ...projectionSchema].map((object) => [keyOf(object), object] as const))
  const found = new Map(rows.map((row) => [keyOf(row), row]))
  const permanentNames = new Set(permanent.map(({ name }) => name))
  const isForeign = (row: Row) => {
    if (isInternal(row) || known.has(keyOf(row))) return false
    if (isOurs) return !innerTables().has(row.name)
    // Tables of an older program, with their indexes, go when the projections are made anew.
    if (row.type === 'table') return permanentNames.has(row.name)
    return row.type !== 'index' || permanentNames.has(row.table)
  }
  return [
    ...expected.flatMap((object): SchemaDifference[] => {
      const { type, name, sql } = object
      const part = permanentNames.has(name) ? 'permanent' : 'projection'
      const there = found.get(keyOf(object))
      if (!there)
        return [{ what: 'missing', part, type, name, sentence: `the ${type} “${name}” is missing.` }]
      if (there.sql === sql) return []
      return [{ what: 'altered', part, type, name, sentence: `the ${type} “${name}” was altered.` }]
    }),
    ...(isOurs ? innerDifferences(rows) : []),
    ...rows.filter(isForeign).map(
      ({ type, name }): SchemaDifference => ({
        what: 'foreign',
        part: 'foreign',
        type,
        name,
        sentence: `the ${type} “${name}” is not Claimtrail’s.`,
      }),
    ),
  ]
}

/** By which program's tables the projections were made; null when that cannot be told. */
export function shapeOf(db: ReadDb): string | null {
  const readable = db
    .prepare(
      `SELECT 1 FROM sqlite_schema JOIN pragma_table_info('fold_state') AS c
       WHERE sqlite_schema.type = 'table' AND sqlite_schema.name = 'fold_state' AND c.name = 'shape'`,
    )
    .get()
  if (!readable) return null
  const shape = db.prepare('SELECT shape FROM fold_state').pluck().get()
  return typeof shape === 'string' ? shape : null
}

interface Row extends Omit<SchemaObject, 'type' | 'sql'> {
  type: 'table' | 'index' | 'trigger' | 'view'
  table: string
  sql: string | null
}

/** SQLite tells names apart by letters, whatever their case. */
function keyOf({ type, name }: Pick<Row, 'type' | 'name'>): string {
  return `${type} ${name}`
}

/** What SQLite makes by itself: indexes of UNIQUE columns, and its statistics. */
function isInternal({ name }: Row): boolean {
  return name.startsWith('sqlite_')
}

function innerDifferences(rows: readonly Row[]): SchemaDifference[] {
  const found = new Map(rows.map((row) => [row.name, row.sql]))
  return [...innerTables()].flatMap(([name, sql]): SchemaDifference[] => {
    // Without its search index nothing of it is there, and that is said already.
    if (!found.has(ownerOf(name))) return []
    if (found.get(name) === sql) return []
    const what = found.has(name) ? 'altered' : 'missing'
    const was = what === 'missing' ? 'is missing' : 'was altered'
    return [{ what, part: 'projection', type: 'table', name, sentence: `the inner table “${name}” ${was}.` }]
  })
}

function ownerOf(inner: string): string {
  return inner.replace(/_[a-z]+$/, '')
}

/** The tables that FTS5 makes inside a search index, as this SQLite makes them: name -> sql. */
function innerTables(): ReadonlyMap<string, string> {
  if (inner) return inner
  const fresh = new Database(':memory:')
  try {
    for (const { sql } of projectionSchema) if (sql.startsWith('CREATE VIRTUAL TABLE')) fresh.exec(sql)
    const rows = fresh
      .prepare("SELECT name, sql FROM sqlite_schema WHERE sql NOT LIKE 'CREATE VIRTUAL%'")
      .raw()
      .all() as [string, string][]
    inner = new Map(rows)
    return inner
  } finally {
    fresh.close()
  }
}
let inner: ReadonlyMap<string, string> | undefined
