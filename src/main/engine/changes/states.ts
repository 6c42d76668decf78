import type { State } from '../../../domain/changes/difference.ts'
import type { ItemStep } from '../../../domain/history/item.ts'
import type { HistoryRow, Names } from '../../../domain/history/names.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import { type RowOf, streamOf, type TableName, tableNames } from '../../../domain/rows.ts'
import type { ReadDb } from '../log/database.ts'
import { streamReader } from '../log/log.ts'
import { foldStream } from '../log/past.ts'

/** The rows of two moments, read from the log: each costs the events of its own stream, and none is kept for long. */
export interface States {
  before: State
  after: State
  /** A row's events after the first moment, up to the second. */
  steps(table: TableName, id: string): ItemStep[]
  /** Rows by the names they had at the second moment, or last had before it. */
  names: Names
}

/** Rows kept by name: a page, or a piece of an export, speaks of the same few again and again. */
const keptNames = 5000

/** `from` and `to` are numbers of events, `from` not after `to`. */
export function statesBetween(db: ReadDb, from: number, to: number): States {
  const read = streamReader(db)
  const tables = memoryTables()
  const kept = new Map<string, HistoryRow | undefined>()
  let latest: {
    stream: string
    before: HistoryRow | undefined
    after: HistoryRow | undefined
    steps: ItemStep[]
  }

  return {
    before: stateOf((stream) => fold(stream).before),
    after: stateOf((stream) => fold(stream).after),
    steps: (table, id) => fold(streamOf(table, id)).steps,
    names: { row: (table, id) => lastRow(streamOf(table, id)), label: () => undefined },
  }

  /** A row is asked for before, after and with its steps, one time after the other: it is folded once. */
  function fold(stream: string): typeof latest {
    if (latest?.stream === stream) return latest
    const folded: typeof latest = { stream, before: undefined, after: undefined, steps: [] }
    foldStream(tables, stream, read(stream, to), ({ seq, at, by }, was, is) => {
      if (seq <= from) folded.before = is
      else folded.steps.push({ seq, at, by, before: was, after: is })
      folded.after = is
    })
    latest = folded
    return folded
  }

  function lastRow(stream: string): HistoryRow | undefined {
    if (kept.has(stream)) return kept.get(stream)
    let last: HistoryRow | undefined
    foldStream(tables, stream, read(stream, to), (_, was, is) => {
      last = is ?? was ?? last
    })
    kept.set(stream, last)
    if (kept.size > keptNames) kept.delete(kept.keys().next().value!)
    return last
  }
}

/** The rows of a moment, each by its stream. */
export function stateOf(row: (stream: string) => HistoryRow | undefined): State {
  return Object.fromEntries(
    tableNames.map((name) => [
      name,
      { get: (id: string) => row(streamOf(name, id)) as RowOf<typeof name> | undefined },
    ]),
  ) as unknown as State
}
