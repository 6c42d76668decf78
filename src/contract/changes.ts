import { z } from 'zod'
import { type ChangeKind, type ComparedTable, comparedTables } from '../domain/changes/difference.ts'
import type { ChangedField, ChangeEvent, RowChange } from '../domain/changes/tell.ts'

export {
  type ChangeKind,
  type ComparedTable,
  changeKinds,
  comparedTables,
} from '../domain/changes/difference.ts'
export type { LineChange } from '../domain/changes/lines.ts'
export type { StripPart } from '../domain/changes/moved-span.ts'
export type { SpanPlace } from '../domain/changes/tell.ts'

/** What is asked about two moments: the workspace after event `from` beside itself after event `to`; 0 is before the first. */
export const changesBetweenSchema = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(0),
  /** Only entries of these tables; none: of all. The counts are always of all. */
  tables: z.array(z.enum(comparedTables)).max(comparedTables.length).default([]),
  offset: z.int().min(0).default(0),
  limit: z.int().min(0).max(200).default(50),
})

export type ChangesAsked = z.output<typeof changesBetweenSchema>

/** An end of a comparison: the log after event `seq`. */
export interface ComparedMoment {
  seq: number
  /** 64 hexadecimal digits; zeros for 0. */
  hash: string
  /** When the event happened, UTC; null for 0. */
  at: string | null
}

/** How many rows of each table came to each kind of change. */
export type ChangeCounts = Record<ComparedTable, Record<ChangeKind, number>>

/** A row that differs, in words, with the names of who did it. Very long values are cut. */
export interface ChangeEntry extends Omit<RowChange, 'fields' | 'last'> {
  fields: (ChangedField & { byName: string })[]
  last: ChangeEvent & { byName: string }
}

export interface ChangesBetween {
  from: ComparedMoment
  to: ComparedMoment
  counts: ChangeCounts
  /** Entries of the tables that were asked for. */
  total: number
  /** A page of them: by table, then kind, then last event. */
  entries: ChangeEntry[]
}
