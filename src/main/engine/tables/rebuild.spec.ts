import { expect, test } from 'vitest'
import { answer } from '../problems.ts'
import { dumpFile, openBusyBench } from '../random-work.fixture.ts'
import { verify } from '../verify/verify.ts'
import type { Bench } from '../workspace.fixture.ts'
import { rebuild } from './rebuild.ts'

function longBench(): Bench {
  const bench = openBusyBench()
  const many = Array.from({ length: 12_000 }, (_, index) => ({
    commandId: `many-${index}`,
    type: 'topic.change',
    args: { id: 'q1', set: { description: `${index}` } },
    by: 'ann',
  }))
  for (const results of bench.writer.executeMany(many)) expect(results.every(({ ok }) => ok)).toBe(true)
  return bench
}

test('given altered tables, when they are rebuilt, then every stored value is as before the alteration', () => {
  const bench = openBusyBench()
  const before = dumpFile(bench)
  bench.db.exec("UPDATE claims SET statement = 'x'; DELETE FROM claims_evidence; DELETE FROM search_claims")
  expect(rebuild(bench.db)).toEqual({ events: bench.writer.head().seq })
  expect(dumpFile(bench)).toEqual(before)
  expect(verify(bench.db).findings).toEqual([])
})

test('given a long log, then progress goes on to its end', () => {
  const bench = longBench()
  const steps: number[] = []
  const { seq } = bench.writer.head()
  rebuild(bench.db, { progress: (done) => steps.push(done), isCancelled: () => false })
  expect(steps.length).toBeGreaterThan(2)
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
  expect(steps.at(-1)).toBe(seq)
})

test('given a rebuild or a check that is cancelled on the way, then it answers so and nothing has changed', () => {
  const bench = longBench()
  const before = dumpFile(bench)
  const watch = { progress: () => {}, isCancelled: () => true }
  expect(answer(() => rebuild(bench.db, watch))).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(answer(() => verify(bench.db, watch))).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(dumpFile(bench)).toEqual(before)
  expect(bench.run('topic.open', { id: 'q9', question: 'Still writing?' }).ok).toBe(true)
})

test('given a log with an event of a newer program, then a rebuild stops, says so and keeps the tables', () => {
  const bench = openBusyBench()
  const before = dumpFile(bench)
  bench.db.exec("DROP TRIGGER log_no_update; UPDATE log SET type = 'claim.dreamt' WHERE seq = 12")
  expect(answer(() => rebuild(bench.db))).toMatchObject({
    ok: false,
    error: { code: 'unknown_event', message: expect.stringContaining('Event 12') },
  })
  const { log: _, ...tables } = before
  expect(dumpFile(bench)).toMatchObject(tables)
  expect(bench.db.pragma('foreign_keys', { simple: true })).toBe(1)
})
