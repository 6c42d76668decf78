import type { z } from 'zod'
import { streamOf, type TableName, type Tables } from './rows.ts'

/** What the log knows about an event besides its payload. */
export interface EventMeta {
  /** The row that the event's stream names. */
  id: string
  seq: number
  /** UTC, ISO 8601 with milliseconds. */
  at: string
  /** The analyst who did it. */
  by: string
  commandId: string
}

/** An event that a command decided on; the engine adds sequence, time, author and hash. */
export interface NewEvent {
  type: string
  version: number
  stream: string
  payload: unknown
}

/** An event as read back from the log, upcast to its type's newest version. */
export interface LoggedEvent extends EventMeta {
  eventId: string
  stream: string
  type: string
  version: number
  payload: unknown
  hash: string
}

export interface EventDefinition<Payload = unknown, Type extends string = string> {
  type: Type
  version: number
  table: TableName | null
  payload: z.ZodType<Payload>
  /** The one handler: changes the row that the stream names, and no other. */
  apply(tables: Tables, payload: Payload, meta: EventMeta & { table: TableName }): void
  /** Payloads of older versions to this one: `upcast[1]` turns version 1 into version 2, and so on. */
  upcast: Record<number, (old: unknown) => unknown>
  /** The event for a row of the table. Throws on a payload that does not fit: a bug in a command, never user input. */
  on(id: string, payload: Payload, table?: TableName): NewEvent
}

/**
 * Declares a kind of event. `type` is past tense and never renamed; a changed payload is a new `version` with
 * an `upcast` step. `table` is null only for events that any table's row can have.
 *
 * `asBefore` finds the older version that says all of a payload, if one does. Such an event is written in it, so that
 * work which uses nothing new has the hashes it always had and older programs read on.
 */
export function defineEvent<const Type extends string, Schema extends z.ZodType>(definition: {
  type: Type
  version?: number
  table: TableName | null
  payload: Schema
  apply: EventDefinition<z.infer<Schema>>['apply']
  upcast?: EventDefinition['upcast']
  asBefore?: (payload: z.infer<Schema>) => { version: number; payload: unknown } | null
}): EventDefinition<z.infer<Schema>, Type> {
  const { type, table, payload } = definition
  const version = definition.version ?? 1
  return {
    type,
    version,
    table,
    payload: payload as EventDefinition<z.infer<Schema>>['payload'],
    apply: definition.apply,
    upcast: definition.upcast ?? {},
    on(id, value, onTable) {
      const name = table ?? onTable
      if (!name) throw new Error(`${type} needs a table`)
      const parsed = payload.parse(value) as z.infer<Schema>
      const written = definition.asBefore?.(parsed) ?? { version, payload: parsed }
      return { type, ...written, stream: streamOf(name, id) }
    },
  }
}
