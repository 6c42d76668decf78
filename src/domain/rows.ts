import type { z } from 'zod'
import { analysts } from './analyst/row.ts'
import { annotations } from './annotation/row.ts'
import { articles, furniture } from './article/row.ts'
import { assessments } from './assessment/row.ts'
import { briefs } from './brief/row.ts'
import { claims } from './claim/row.ts'
import { findings } from './finding/row.ts'
import { hypotheses } from './hypothesis/row.ts'
import { moments } from './moment/row.ts'
import { originLinks } from './origin-link/row.ts'
import { relations } from './relation/row.ts'
import { sources } from './source/row.ts'
import { rejectedSuggestions } from './suggestion/row.ts'
import type { ReadTable, WriteTable } from './table.ts'
import { tags } from './tag/row.ts'
import { topics } from './topic/row.ts'

/** Every record table there is. The order is the order of creation and of comparison. */
export const recordTables = {
  analysts,
  articles,
  furniture,
  tags,
  sources,
  topics,
  annotations,
  claims,
  relations,
  briefs,
  moments,
  rejectedSuggestions,
  originLinks,
  hypotheses,
  assessments,
  findings,
} as const

export type TableName = keyof typeof recordTables
export type RowOf<Name extends TableName> = z.infer<(typeof recordTables)[Name]['schema']>
export const tableNames = Object.keys(recordTables) as TableName[]

export type ReadTables = { [Name in TableName]: ReadTable<RowOf<Name>> }
export type Tables = { [Name in TableName]: WriteTable<RowOf<Name>> }

/** A stream is one row's history: `claims/0192…`. */
export function streamOf(table: TableName, id: string): string {
  return `${table}/${id}`
}

/** The table and id that a stream names. Throws for a stream that no version of the program writes. */
export function parseStream(stream: string): { table: TableName; id: string } {
  const slash = stream.indexOf('/')
  const table = stream.slice(0, slash)
  if (slash < 0 || !(table in recordTables)) throw new Error(`unknown stream ${stream}`)
  return { table: table as TableName, id: stream.slice(slash + 1) }
}
