import fc from 'fast-check'
import { expect } from 'vitest'
import { dumpTables } from '../../domain/memory-tables.ts'
import { argsFor, type Throw, throws } from './random-commands.fixture.ts'
import { foldLog, rebuild } from './rebuild.ts'
import { verify } from './verify.ts'
import type { Bench } from './workspace.fixture.ts'

/** Two analysts at work: each step is a throw and who throws. */
export const work = (steps: number) =>
  fc.array(fc.tuple(throws, fc.constantFrom('ann', 'ben')), { minLength: 1, maxLength: steps, size: 'max' })

/** Executes the throw as a command; true when it was accepted. */
export function play(bench: Bench, thrown: Throw, by: string): boolean {
  let made = 0
  const fresh = () => {
    made += 1
    return `x${bench.writer.head().seq}-${made}`
  }
  return bench.run(thrown.type, argsFor(thrown, bench.writer.tables, bench.writer.texts.get, fresh), by).ok
}

/** Live tables, the log folded in memory and rebuilt tables are the same, and the check finds nothing. */
export function expectOneFold(bench: Bench): void {
  const live = bench.dump()
  const { seq } = bench.writer.head()
  expect(dumpTables(foldLog(bench.db, seq).tables)).toEqual(live)
  expect(verify(bench.db).findings).toEqual([])
  const before = dumpFile(bench)
  rebuild(bench.db)
  bench.writer.refresh()
  expect(bench.dump()).toEqual(live)
  expect(dumpFile(bench)).toEqual(before)
  expect(verify(bench.db).findings).toEqual([])
}

/** Every stored value of every table in the file but the search indexes’ own, as SQL text. */
export function dumpFile({ db }: Bench): Record<string, unknown[]> {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    names.map((name) => {
      const columns = (db.pragma(`table_info("${name}")`) as { name: string }[]).map(
        (column) => `quote("${column.name}")`,
      )
      const rows = db.prepare(`SELECT ${columns.join(` || ',' || `)} FROM "${name}" ORDER BY 1`).pluck()
      return [name, rows.all()]
    }),
  )
}
