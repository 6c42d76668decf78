import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  comparedTables,
  differences,
  type RowDifference,
  type State,
} from '../../../domain/changes/difference.ts'
import { dumpTables } from '../../../domain/memory-tables.ts'
import { streamOf, type Tables, tableNames } from '../../../domain/rows.ts'
import { openBusyBench, play, work } from '../random-work.fixture.ts'
import { foldLog } from '../tables/rebuild.ts'
import { openBetween } from './between.ts'

test('given random work, then what differs between any two moments leads from one to the other and back', () => {
  fc.assert(
    fc.property(work(40), fc.nat(10_000), fc.nat(10_000), (steps, one, other) => {
      const bench = openBusyBench()
      for (const [thrown, by] of steps) play(bench, thrown, by)
      const head = bench.writer.head().seq
      const [from, to] = [one % (head + 1), other % (head + 1)].sort((a, b) => a - b) as [number, number]
      const before = foldLog(bench.db, from).tables
      const after = foldLog(bench.db, to).tables
      const touched = bench.db
        .prepare('SELECT DISTINCT stream FROM log WHERE seq > ? AND seq <= ?')
        .pluck()
        .all(from, to) as string[]

      const there = [...differences(before, after, touched)]
      const back = [...differences(after, before, touched)]
      expect(applied(before, there)).toEqual(rowsOf(after))
      expect(applied(after, back)).toEqual(rowsOf(before))
      expect(back).toEqual(there.map((row) => ({ ...row, before: row.after, after: row.before })))
      expect([...differences(after, after, touched)]).toEqual([])
      // No row that no event touched is another.
      expect([...differences(before, after, everyStream(before, after))]).toHaveLength(there.length)

      const between = openBetween(bench.db, from, to)
      expect(between.changed.map(({ table, id }) => streamOf(table, id)).sort()).toEqual(
        there.map(({ table, id }) => streamOf(table, id)).sort(),
      )
      for (const changed of between.changed) {
        const { fields, events, eventCount, last } = between.tell(changed)
        expect(events).toHaveLength(eventCount)
        expect(last.seq).toBe(events.at(-1))
        for (const { seq } of fields) expect(events).toContain(seq)
        for (const { seq } of fields) expect(seq > from && seq <= to).toBe(true)
      }
      bench.close()
    }),
    { numRuns: 60 },
  )
})

test('given work that goes on, then what two moments tell stays the same', () => {
  fc.assert(
    fc.property(work(15), work(15), (steps, later) => {
      const bench = openBusyBench()
      const from = bench.writer.head().seq
      for (const [thrown, by] of steps) play(bench, thrown, by)
      const to = bench.writer.head().seq
      const tell = () => {
        const between = openBetween(bench.db, from, to)
        return structuredClone(between.changed.map((changed) => between.tell(changed)))
      }
      const told = tell()
      for (const [thrown, by] of later) play(bench, thrown, by)
      expect(tell()).toEqual(told)
      bench.close()
    }),
    { numRuns: 20 },
  )
})

test('given somebody who stops it, then comparing ends and says so', () => {
  const bench = openBusyBench()
  bench.must('article.import', { articles: [{ id: 'a9', title: 'Long', text: 'x'.repeat(5000) }] })
  const spans = Array.from({ length: 2000 }, (_, index) => ({
    id: `m${index}`,
    articleId: 'a9',
    start: index,
    end: index + 1,
  }))
  const from = bench.writer.head().seq
  bench.must('annotation.make', { spans })
  const seen: number[] = []
  const watch = { progress: (done: number) => seen.push(done), isCancelled: () => true }
  expect(() => openBetween(bench.db, from, bench.writer.head().seq, watch)).toThrow('Cancelled')
  expect(seen).toEqual([2000])
})

type Rows = Record<string, Map<string, Record<string, unknown>>>

function rowsOf(tables: Tables): Rows {
  const dump = dumpTables(tables)
  return Object.fromEntries(
    comparedTables.map((name) => [
      name,
      new Map(dump[name].map((row) => [(row as { id: string }).id, row as Record<string, unknown>])),
    ]),
  )
}

/** Only the columns that differ are set: a difference that names too few of them shows. */
function applied(tables: Tables, list: readonly RowDifference[]): Rows {
  const rows = rowsOf(tables)
  for (const { table, id, after, columns } of list) {
    if (!after) {
      rows[table]!.delete(id)
      continue
    }
    const row = { ...rows[table]!.get(id) }
    for (const column of columns) row[column] = after[column]
    rows[table]!.set(id, row)
  }
  for (const name of comparedTables)
    rows[name] = new Map([...rows[name]!].sort(([a], [b]) => (a < b ? -1 : 1)))
  return rows
}

function everyStream(...states: (State & Tables)[]): Set<string> {
  return new Set(
    states.flatMap((tables) =>
      tableNames.flatMap((name) => [...tables[name].all()].map(({ id }) => streamOf(name, id))),
    ),
  )
}
