import { sameValue } from '../decide.ts'
import type { HistoryRow } from '../history/names.ts'
import { parseStream, type ReadTables, type TableName } from '../rows.ts'

/** The tables of which two moments are compared, in the order in which their changes are shown. */
export const comparedTables = [
  'claims',
  'annotations',
  'tags',
  'sources',
  'topics',
  'relations',
  'originLinks',
  'hypotheses',
  'assessments',
  'findings',
  'articles',
  'furniture',
  'briefs',
] as const satisfies readonly TableName[]
export type ComparedTable = (typeof comparedTables)[number]

/**
 * What became of a row. `moved`: a span lies elsewhere; `merged`: another row stands for it now; `withdrawn`: a claim
 * whose status says so; `removed`: it is no longer in the workspace. Each row has one kind, the last that fits.
 */
export const changeKinds = ['added', 'changed', 'moved', 'merged', 'withdrawn', 'removed'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** The rows of one moment. */
export type State = { readonly [Name in TableName]: Pick<ReadTables[Name], 'get'> }

/** A row that is not the same at two moments. */
export interface RowDifference {
  table: ComparedTable
  id: string
  /** Undefined when it was not there. */
  before: HistoryRow | undefined
  after: HistoryRow | undefined
  /** The columns that differ; all of them for a row that came or went. */
  columns: string[]
}

/**
 * The rows that differ between two states, in the order of the streams. Only rows that a stream names are looked at:
 * the streams of the events between two moments are all that can differ. Streams of other tables than the compared
 * ones are passed over.
 */
export function* differences(
  before: State,
  after: State,
  streams: Iterable<string>,
): Generator<RowDifference> {
  for (const stream of streams) {
    const { table, id } = parseStream(stream)
    if (!isCompared(table)) continue
    const was = before[table].get(id) as HistoryRow | undefined
    const is = after[table].get(id) as HistoryRow | undefined
    const columns = differingColumns(was, is)
    if (columns.length > 0) yield { table, id, before: was, after: is, columns }
  }
}

/** What became of the row. */
export function changeKind({ table, before, after, columns }: RowDifference): ChangeKind {
  if (!before) return 'added'
  if (!after) return 'removed'
  if (table === 'claims' && after.status === 'withdrawn' && columns.includes('status')) return 'withdrawn'
  if (typeof after.mergedInto === 'string' && columns.includes('mergedInto')) return 'merged'
  if (['articleId', 'start', 'end'].some((column) => columns.includes(column))) return 'moved'
  return 'changed'
}

function isCompared(table: TableName): table is ComparedTable {
  return (comparedTables as readonly TableName[]).includes(table)
}

function differingColumns(before: HistoryRow | undefined, after: HistoryRow | undefined): string[] {
  if (before === after) return []
  if (!before || !after) return Object.keys(after ?? before ?? {})
  return Object.keys(after).filter((column) => !sameValue(before[column], after[column]))
}
