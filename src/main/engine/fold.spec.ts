import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../domain/catalogue.ts'
import { dumpTables } from '../../domain/memory-tables.ts'
import { thrownTypes, throws } from './random-commands.fixture.ts'
import { expectOneFold, openBusyBench, play, work } from './random-work.fixture.ts'
import { foldLog } from './tables/rebuild.ts'

test('the generator throws every kind of command', () => {
  expect(thrownTypes().sort()).toEqual([...commands.keys()].sort())
})

test('given the busy workspace, the generator’s throws of every kind are all accepted', () => {
  const accepted = new Set<string>()
  const bench = openBusyBench()
  for (const [thrown, by] of fc.sample(fc.tuple(throws, fc.constantFrom('ann', 'ben')), {
    numRuns: 1500,
    seed: 7,
  })) {
    if (play(bench, thrown, by)) accepted.add(thrown.type)
  }
  expect([...commands.keys()].filter((type) => !accepted.has(type))).toEqual([])
  expectOneFold(bench)
})

test('given random work, live tables, rebuilt tables and the fold in memory are the same', () => {
  fc.assert(
    fc.property(work(60), (steps) => {
      const bench = openBusyBench()
      for (const [thrown, by] of steps) play(bench, thrown, by)
      expectOneFold(bench)
      bench.close()
    }),
    { numRuns: 15 },
  )
})

test('given random work, the log folded up to any command gives the tables as they were after it', () => {
  fc.assert(
    fc.property(work(30), (steps) => {
      const bench = openBusyBench()
      const after = new Map<number, unknown>([[bench.writer.head().seq, bench.dump()]])
      for (const [thrown, by] of steps) {
        if (play(bench, thrown, by)) after.set(bench.writer.head().seq, bench.dump())
      }
      for (const [seq, dump] of after) expect(dumpTables(foldLog(bench.db, seq).tables)).toEqual(dump)
      bench.close()
    }),
    { numRuns: 10 },
  )
})

test('given any accepted command, undo brings back the exact tables before it and redo those after it', () => {
  fc.assert(
    fc.property(fc.array(throws, { minLength: 1, maxLength: 40, size: 'max' }), (steps) => {
      const bench = openBusyBench()
      for (const thrown of steps) {
        const before = bench.dump()
        const edits = !['analyst.join', 'history.undo', 'history.redo'].includes(thrown.type)
        if (!play(bench, thrown, 'ann') || !edits) continue
        const after = bench.dump()
        bench.must('history.undo', {})
        expect(bench.dump()).toEqual(before)
        bench.must('history.redo', {})
        expect(bench.dump()).toEqual(after)
      }
      bench.close()
    }),
    { numRuns: 20 },
  )
})

test('given one analyst’s work, undoing all of it leaves the tables of the beginning and a longer log', () => {
  fc.assert(
    fc.property(fc.array(throws, { minLength: 1, maxLength: 40, size: 'max' }), (steps) => {
      const bench = openBusyBench()
      const beginning = dumpTables(foldLog(bench.db, 2).tables)
      const work = steps.filter(({ type }) => type !== 'analyst.join')
      for (const thrown of work) play(bench, thrown, 'ann')
      const { seq } = bench.writer.head()
      for (let undone = bench.run('history.undo', {}); ; undone = bench.run('history.undo', {})) {
        if (undone.ok) continue
        expect(undone.error.code).toBe('nothing_to_undo')
        break
      }
      expect(bench.dump()).toEqual(beginning)
      expect(bench.writer.head().seq).toBeGreaterThanOrEqual(seq)
      expectOneFold(bench)
      bench.close()
    }),
    { numRuns: 15 },
  )
})
