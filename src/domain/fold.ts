import { events } from './catalogue.ts'
import type { EventDefinition, EventMeta } from './event.ts'
import { parseStream, type TableName, type Tables } from './rows.ts'

/** A stored event as the fold needs it: `payload` is what was written, in the version it was written. */
export interface StoredEvent {
  seq: number
  stream: string
  type: string
  version: number
  at: string
  by: string
  commandId: string
  payload: unknown
}

/** Stops the fold: the log holds something that this version of the program cannot understand. */
export class UnknownEvent extends Error {}

/**
 * The one fold: applies one stored event to the tables. Live writing, replay, rebuild and verify all come
 * through here. Throws UnknownEvent for a type or version from a newer program; any other exception means
 * that the log contradicts itself.
 */
export function applyEvent(tables: Tables, stored: StoredEvent): void {
  const definition = events.get(stored.type)
  if (!definition)
    throw new UnknownEvent(
      `Event ${stored.seq} has the unknown type “${stored.type}”. A newer version of Claimtrail wrote it.`,
    )
  const payload = stored.version === definition.version ? stored.payload : upcast(definition, stored)
  const { table, id } = split(stored.stream, definition)
  const meta: EventMeta & { table: TableName } = {
    id,
    table,
    seq: stored.seq,
    at: stored.at,
    by: stored.by,
    commandId: stored.commandId,
  }
  definition.apply(tables, payload, meta)
}

/** The payload in the newest version of its type. Throws UnknownEvent for a version from a newer program. */
export function upcast(definition: EventDefinition, { seq, type, version, payload }: StoredEvent): unknown {
  let current = payload
  for (let from = version; from < definition.version; from += 1) {
    const step = definition.upcast[from]
    if (!step)
      throw new UnknownEvent(
        `Event ${seq} has version ${from} of “${type}”, which no step turns into version ${from + 1}.`,
      )
    current = step(current)
  }
  if (version > definition.version) {
    throw new UnknownEvent(
      `Event ${seq} has version ${version} of “${type}”; this program knows ${definition.version}. Update Claimtrail.`,
    )
  }
  return current
}

function split(stream: string, definition: EventDefinition): { table: TableName; id: string } {
  const parsed = parseStream(stream)
  if (definition.table && definition.table !== parsed.table)
    throw new Error(`${definition.type} on the stream ${stream}`)
  return parsed
}
