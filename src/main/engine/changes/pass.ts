import { Immer } from 'immer'
import type { State } from '../../../domain/changes/difference.ts'
import { applyEvent } from '../../../domain/fold.ts'
import type { HistoryRow } from '../../../domain/history/names.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import { recordTables, streamOf, type TableName, type Tables, tableNames } from '../../../domain/rows.ts'
import type { RowBase, WriteTable } from '../../../domain/table.ts'
import type { ReadDb } from '../log/database.ts'
import { type FoldedColumns, foldedColumns, fromColumns } from '../log/log.ts'
import { foldStream } from '../log/past.ts'
import { cancelled, type Watch } from '../watch.ts'
import { stateOf } from './states.ts'

/** A row that events touched: as it was before the first of them, and as the last one left it. */
interface Touched {
  before: HistoryRow | undefined
  after: HistoryRow | undefined
  /** The last event that touched it. */
  last: number
}

/** Some of the streams that events touched, with their rows at both ends. */
export interface Touches {
  streams: Iterable<string>
  before: State
  after: State
  /** The number of the last event of a stream. */
  last(stream: string): number
}

/** Events read at a time. */
const piece = 2000

/** About so many events’ rows are in memory at once; a longer way is gone several times, each for a part of the streams. */
const mostAtOnce = 250_000

/**
 * Reads the events after `from`, up to `to`, once in their order, and tells the rows that they touched at both ends.
 * A row that was there before is read from its own earlier events; most rows of a long way are made on it, and cost
 * nothing more. `watch` counts events.
 */
export function* touchesBetween(db: ReadDb, from: number, to: number, watch: Watch): Generator<Touches> {
  const parts = Math.max(1, Math.ceil((to - from) / mostAtOnce))
  for (let part = 0; part < parts; part += 1) {
    yield onePart(db, from, to, {
      isIn: (stream) => parts === 1 || partOf(stream, parts) === part,
      onPiece(seq) {
        watch.progress(part * (to - from) + seq - from, parts * (to - from))
        if (watch.isCancelled()) throw cancelled()
      },
    })
  }
}

/** Ids end in random digits. */
function partOf(stream: string, parts: number): number {
  let sum = 0
  for (let index = Math.max(stream.length - 8, 0); index < stream.length; index += 1) {
    sum = (sum * 31 + stream.charCodeAt(index)) % 65_521
  }
  return sum % parts
}

function onePart(
  db: ReadDb,
  from: number,
  to: number,
  { isIn, onPiece }: { isIn(stream: string): boolean; onPiece(seq: number): void },
): Touches {
  const touched = new Map<string, Touched>()
  const tables = tablesOver(touched, rowBefore(db, from))
  const select = db
    .prepare(`SELECT ${foldedColumns} FROM log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`)
    .raw()
  for (let after = from; after < to; ) {
    const rows = select.all(after, to, piece) as FoldedColumns[]
    if (rows.length === 0) break
    for (const row of rows) {
      const [seq, stream] = row
      after = seq
      // Unpacked only where it is wanted: of a long way each part takes some streams.
      if (!isIn(stream)) continue
      applyEvent(tables, fromColumns(row))
      touched.get(stream)!.last = seq
    }
    onPiece(after)
  }
  return {
    streams: touched.keys(),
    before: stateOf((stream) => touched.get(stream)?.before),
    after: stateOf((stream) => touched.get(stream)?.after),
    last: (stream) => touched.get(stream)!.last,
  }
}

/** A row as the events up to `from` left it. */
function rowBefore(db: ReadDb, from: number): (stream: string) => HistoryRow | undefined {
  const select = db
    .prepare(`SELECT ${foldedColumns} FROM log WHERE stream = ? AND seq <= ? ORDER BY seq`)
    .raw()
  const tables = memoryTables()
  return (stream) => {
    let row: HistoryRow | undefined
    const events = (select.all(stream, from) as FoldedColumns[]).map(fromColumns)
    foldStream(tables, stream, events, (_, __, is) => {
      row = is
    })
    return row
  }
}

/** Rows stay unfrozen: freezing walks every row, and nobody but a recipe changes one. */
const { produce } = new Immer({ autoFreeze: false })

/** Tables that hold only what events touch; a row that one changes without having made it is fetched first. */
function tablesOver(
  touched: Map<string, Touched>,
  fetch: (stream: string) => HistoryRow | undefined,
): Tables {
  return Object.fromEntries(tableNames.map((name) => [name, tableOver(name)])) as unknown as Tables

  function tableOver(name: TableName): Pick<WriteTable<RowBase>, 'insert' | 'update' | 'delete'> {
    const standing = (id: string): Touched => {
      const stream = streamOf(name, id)
      let row = touched.get(stream)
      if (!row) {
        const before = fetch(stream)
        row = { before, after: before, last: 0 }
        touched.set(stream, row)
      }
      if (!row.after) throw new Error(`no ${recordTables[name].noun} ${id}`)
      return row
    }
    return {
      insert(row) {
        const stream = streamOf(name, row.id)
        const known = touched.get(stream)
        if (known?.after) throw new Error(`${recordTables[name].noun} ${row.id} already exists`)
        if (known) known.after = row as unknown as HistoryRow
        else touched.set(stream, { before: undefined, after: row as unknown as HistoryRow, last: 0 })
      },
      update(id, recipe) {
        const row = standing(id)
        row.after = produce(row.after!, (draft) => {
          recipe(draft as unknown as RowBase)
        })
      },
      delete(id) {
        standing(id).after = undefined
      },
    }
  }
}
