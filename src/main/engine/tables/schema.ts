import { recordTables, type TableName, tableNames } from '../../../domain/rows.ts'
import { sha256 } from '../log/hash.ts'
import { type Column, tableColumns } from './columns.ts'

/** “Clmt”: how a workspace is known from other SQLite files. */
export const applicationId = 0x436c6d74

/** One object of the file's schema, exactly as SQLite keeps its text. */
export interface SchemaObject {
  type: 'table' | 'index' | 'trigger'
  name: string
  sql: string
}

/**
 * Format 1: what is written once and never changed: log, commands and texts, with the triggers that enforce it, and
 * the disposable view state.
 *
 * `prev_hash` of the first event is 32 zero bytes, so that the same commands give the same head in any file.
 * `command_hash` stands on the first event of a command and is NULL on its others: through it the chain
 * covers the commands table too.
 */
export const logSchema: readonly SchemaObject[] = [
  table(
    'log',
    `CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL,
  stream TEXT NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  command_id TEXT NOT NULL,
  command_hash BLOB CHECK (command_hash IS NULL OR length(command_hash) = 32),
  payload TEXT NOT NULL,
  prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT`,
  ),
  index('log_by_stream', 'CREATE INDEX log_by_stream ON log (stream, seq)'),
  trigger('log_continues', 'BEFORE INSERT ON log', 'an event must follow the last one and carry its hash', {
    when: `NEW.seq IS NOT coalesce((SELECT max(seq) FROM log), 0) + 1
  OR NEW.prev_hash IS NOT coalesce((SELECT hash FROM log ORDER BY seq DESC LIMIT 1), zeroblob(32))`,
  }),
  ...appendOnly('log'),
  table(
    'commands',
    `CREATE TABLE commands (
  first_seq INTEGER PRIMARY KEY,
  last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
  command_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target TEXT,
  type TEXT NOT NULL,
  args TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT`,
  ),
  index('commands_by_author', 'CREATE INDEX commands_by_author ON commands (author, last_seq)'),
  trigger('commands_continue', 'BEFORE INSERT ON commands', 'a command must follow the last one', {
    when: `NEW.first_seq IS NOT coalesce((SELECT last_seq FROM commands ORDER BY first_seq DESC LIMIT 1), 0) + 1
  OR EXISTS (SELECT 1 FROM commands WHERE command_id = NEW.command_id)`,
  }),
  ...appendOnly('commands'),
  table(
    'texts',
    `CREATE TABLE texts (
  n INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT`,
  ),
  trigger('texts_continue', 'BEFORE INSERT ON texts', 'a text must follow the last one and be new', {
    when: `NEW.n IS NOT coalesce((SELECT max(n) FROM texts), 0) + 1
  OR EXISTS (SELECT 1 FROM texts WHERE hash = NEW.hash)`,
  }),
  ...appendOnly('texts'),
  table(
    'view_state',
    `CREATE TABLE view_state (
  analyst TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (analyst, key)
) STRICT, WITHOUT ROWID`,
  ),
]

/**
 * Format 2: where a branch came from, in at most one row. A branch begins with its parent's events, so the parent is
 * no event itself: the head of a fresh branch is the parent's hash, and `hash` binds the row to the chain. Only a file
 * whose log ends there can be given a parent, once.
 *
 * `name` is the parent's file name without its folder, `moment` what a person called the event (empty: nothing).
 */
export const parentSchema: readonly SchemaObject[] = [
  table(
    'parent',
    `CREATE TABLE parent (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  name TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  moment TEXT NOT NULL
) STRICT`,
  ),
  trigger('parent_at_fork', 'BEFORE INSERT ON parent', 'a branch begins where its parent was copied', {
    when: `NEW.seq IS NOT coalesce((SELECT max(seq) FROM log), 0)
  OR NEW.hash IS NOT coalesce((SELECT hash FROM log ORDER BY seq DESC LIMIT 1), zeroblob(32))
  OR EXISTS (SELECT 1 FROM parent)`,
  }),
  ...appendOnly('parent'),
]

/** Everything that changes only by a numbered migration. */
export const permanentSchema: readonly SchemaObject[] = [...logSchema, ...parentSchema]

/**
 * The projections: one table for each record table, link tables for its lists, the search indexes and how far
 * the fold has come. They are made from the log and can be dropped and made again at any time.
 *
 * `n` is the number of the event that entered the row: the same live and rebuilt, and the search indexes'
 * row number.
 */
export const projectionSchema: readonly SchemaObject[] = [
  table(
    'fold_state',
    `CREATE TABLE fold_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  applied_seq INTEGER NOT NULL,
  shape TEXT NOT NULL
) STRICT`,
  ),
  ...tableNames.flatMap(projection),
  search('articles', ['title', 'publisher', 'author', 'body']),
  search('claims', ['statement', 'note', 'place', 'unit']),
  search('annotations', ['quote', 'note']),
]

/** Changes when the projections must be made anew: another column, another index, another meaning of an event. */
export const projectionShape = sha256(
  // Raise the number when `apply` or the search's words change without any change of the schema's text.
  `1\n${projectionSchema.map(({ sql }) => sql).join('\n')}`,
)

export function linkTable(tableName: TableName, column: string): string {
  return `${tableName}_${column}`
}

function projection(name: TableName): SchemaObject[] {
  const columns = tableColumns[name]
  const lines = columns.map(columnSql)
  return [
    table(name, `CREATE TABLE "${name}" (\n  n INTEGER PRIMARY KEY,\n  ${lines.join(',\n  ')}\n) STRICT`),
    ...columns
      .filter((column) => column.indexed)
      .map((column) =>
        index(
          `${name}_by_${column.name}`,
          `CREATE INDEX "${name}_by_${column.name}" ON "${name}" ("${column.name}")`,
        ),
      ),
    ...columns
      .filter((column) => column.listOf)
      .map((column) => {
        const link = linkTable(name, column.name)
        return table(
          link,
          `CREATE TABLE "${link}" (\n  ref TEXT NOT NULL,\n  id TEXT NOT NULL,\n  PRIMARY KEY (ref, id)\n) STRICT, WITHOUT ROWID`,
        )
      }),
  ]
}

/** A reference is checked at the commit: the events of one command may come in any order. */
function columnSql({ name, kind, nullable, ref }: Column): string {
  const type = kind === 'real' ? 'REAL' : kind === 'integer' || kind === 'boolean' ? 'INTEGER' : 'TEXT'
  return [
    `"${name}" ${type}`,
    nullable ? '' : 'NOT NULL',
    name === 'id' ? 'UNIQUE' : '',
    ref ? `REFERENCES "${recordTables[ref].name}" ("id") DEFERRABLE INITIALLY DEFERRED` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Contentless: the words are indexed, the texts stay where they are. */
function search(name: string, columns: string[]): SchemaObject {
  return table(
    `search_${name}`,
    `CREATE VIRTUAL TABLE search_${name} USING fts5(${columns.join(', ')}, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')`,
  )
}

function appendOnly(tableName: string): SchemaObject[] {
  return [
    trigger(`${tableName}_no_update`, `BEFORE UPDATE ON ${tableName}`, `${tableName} is append-only`),
    trigger(`${tableName}_no_delete`, `BEFORE DELETE ON ${tableName}`, `${tableName} is append-only`),
  ]
}

function trigger(name: string, on: string, message: string, { when = '' } = {}): SchemaObject {
  const condition = when ? `\nWHEN ${when}` : ''
  return {
    type: 'trigger',
    name,
    sql: `CREATE TRIGGER ${name} ${on}${condition}\nBEGIN SELECT RAISE(ABORT, '${message}'); END`,
  }
}

function table(name: string, sql: string): SchemaObject {
  return { type: 'table', name, sql }
}

function index(name: string, sql: string): SchemaObject {
  return { type: 'index', name, sql }
}
