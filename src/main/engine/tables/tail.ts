import type { ReadDb } from '../log/database.ts'
import { type CommandRow, emptyHead, hashOfCommand, hashOfEvent, type LogRow } from '../log/log.ts'
import { eventsGone } from './ahead.ts'
import { logSchema, permanentSchema, projectionSchema, type SchemaObject } from './schema.ts'

/** Events whose chain is checked at every open. */
const tailLength = 200

/**
 * What a quick look at the file's end and schema finds wrong: a sentence, or null. Takes the same time in any file.
 * `version` is the format's: an older one has fewer permanent tables.
 */
export function quickCheck(db: ReadDb, version = Number.POSITIVE_INFINITY): string | null {
  return checkSchema(db, version < 2 ? logSchema : permanentSchema) ?? checkTail(db)
}

/** Whether tables that are made from the log have an index that Claimtrail did not make: it may refuse rows. */
export function hasForeignIndex(db: ReadDb): boolean {
  const known = new Set([...permanentSchema, ...projectionSchema].map(({ name }) => name))
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .pluck()
    .all()
  return (names as string[]).some((name) => !known.has(name))
}

/** The first object of the schema that is not as Claimtrail made it, as a sentence. */
export function checkSchema(db: ReadDb, expected: readonly SchemaObject[]): string | null {
  return schemaFindings(db, expected)[0] ?? null
}

/** Every object that is missing, altered or foreign, as sentences. Foreign triggers and views count: they act. */
export function schemaFindings(db: ReadDb, expected: readonly SchemaObject[]): string[] {
  const rows = db
    .prepare('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema')
    .all() as (SchemaObject & {
    table: string
  })[]
  const found = new Map(rows.map((row) => [row.name, row]))
  const known = new Set([...permanentSchema, ...projectionSchema].map(({ type, name }) => `${type} ${name}`))
  const permanent = new Set(permanentSchema.map(({ name }) => name))
  return [
    ...expected.flatMap(({ type, name, sql }) => {
      const there = found.get(name)
      if (!there) return [`the ${type} “${name}” is missing.`]
      return there.sql === sql ? [] : [`the ${type} “${name}” was altered.`]
    }),
    ...rows
      .filter(
        ({ type, table, sql }) =>
          ['trigger', 'view'].includes(type) || (type === 'index' && sql !== null && permanent.has(table)),
      )
      .filter(({ type, name }) => !known.has(`${type} ${name}`))
      .map((row) => `the ${row.type} “${row.name}” is not Claimtrail’s.`),
  ]
}

function checkTail(db: ReadDb): string | null {
  const events = (
    db.prepare('SELECT * FROM log ORDER BY seq DESC LIMIT ?').all(tailLength + 1) as LogRow[]
  ).reverse()
  const first = events[0]
  if (!first) {
    const command = lastCommand(db)
    return command ? `${eventsGone({ head: 0, to: command.last_seq })} Their commands are still kept.` : null
  }
  if (first.seq === 1 && !first.prev_hash.equals(emptyHead.hash))
    return 'the log does not begin at its beginning.'
  for (const [index, event] of events.entries()) {
    const previous = events[index - 1]
    if (previous && (event.seq !== previous.seq + 1 || !event.prev_hash.equals(previous.hash))) {
      return `event ${event.seq} does not follow the one before it.`
    }
    if (!hashOfEvent(event).equals(event.hash)) return `event ${event.seq} was altered.`
  }
  const head = events[events.length - 1]!
  const command = lastCommand(db)
  if (command && command.last_seq > head.seq) {
    return `${eventsGone({ head: head.seq, to: command.last_seq })} Their commands are still kept.`
  }
  if (!command || command.last_seq !== head.seq) return 'the last events belong to no kept command.'
  return hashOfCommand(command).equals(command.hash) ? null : 'the last command was altered.'
}

function lastCommand(db: ReadDb): CommandRow | undefined {
  return db.prepare('SELECT * FROM commands ORDER BY first_seq DESC LIMIT 1').get() as CommandRow | undefined
}
