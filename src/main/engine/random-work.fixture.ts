import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { dumpTables } from '../../domain/memory-tables.ts'
import { argsFor, type Throw, throws } from './random-commands.fixture.ts'
import { foldLog, rebuild } from './tables/rebuild.ts'
import { verify } from './verify/verify.ts'
import { type Bench, openBench, reopen, temporaryFolder } from './workspace.fixture.ts'

/** Two analysts at work: each step is a throw and who throws. */
export const work = (steps: number) =>
  fc.array(fc.tuple(throws, fc.constantFrom('ann', 'ben')), { minLength: 1, maxLength: steps, size: 'max' })

/** A workspace in which there is already one or two of everything, so that every kind of command has something to do. */
export function openBusyBench(): Bench {
  busyFile ??= busyWorkspace()
  const path = join(temporaryFolder(), 'busy.claimtrail')
  writeFileSync(path, busyFile)
  return reopen(path)
}

/** Made once: its bytes are copied for every run. */
let busyFile: Buffer | undefined

function busyWorkspace(): Buffer {
  const bench = openBench()
  const text = 'Up to 8,000 soldiers 🪖 are there.\nSeoul says 10,000.'
  bench.must('article.import', { articles: [{ id: 'a1', title: 'One', text }] })
  bench.must('article.import', { articles: [{ id: 'a2', title: 'Two', text: `${text} Nobody knows.` }] })
  bench.must('furniture.mark', { articleId: 'a1', spans: [{ id: 'f1', start: 0, end: 5, kind: 'menu' }] })
  for (const id of ['t1', 't2', 't3']) bench.must('tag.create', { id, name: id, colour: 'blue' })
  bench.must('tag.retire', { id: 't3' })
  for (const id of ['s1', 's2']) bench.must('source.add', { id, name: id })
  for (const id of ['q1', 'q2']) bench.must('topic.open', { id, question: `${id}?` })
  const spans = [
    { id: 'n1', articleId: 'a1', start: 0, end: 11, tagIds: ['t1'], note: 'ours' },
    { id: 'n2', articleId: 'a2', start: 6, end: 20, tagIds: ['t1', 't2'] },
  ]
  bench.must('annotation.make', { spans })
  for (const id of ['c1', 'c2', 'c3']) {
    bench.must('claim.make', {
      id,
      statement: id,
      sourceId: 's1',
      via: ['s2'],
      topicId: 'q1',
      evidence: ['n1', 'n2'],
    })
  }
  bench.must('relation.set', { id: 'r1', fromId: 'c1', toId: 'c2', kind: 'supports' })
  bench.must('hypothesis.add', { id: 'h1', topicId: 'q1', statement: 'h1' })
  bench.must('hypothesis.add', { id: 'h2', topicId: 'q1', statement: 'h2' })
  bench.must('assessment.set', {
    cells: [{ id: 'e1', hypothesisId: 'h1', claimId: 'c1', rating: 'consistent' }],
  })
  bench.must('brief.save', { id: 'b1', name: 'b1', sections: [{ kind: 'topic', topicId: 'q1', body: '' }] })
  bench.close()
  return readFileSync(bench.path)
}

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
