import fc from 'fast-check'
import { expect, test } from 'vitest'
import { throws } from './random-commands.fixture.ts'
import { expectOneFold, openBusyBench, play, work } from './random-work.fixture.ts'

test('given long random work of two analysts, there is one fold', () => {
  fc.assert(
    fc.property(work(400), (steps) => {
      const bench = openBusyBench()
      for (const [thrown, by] of steps) play(bench, thrown, by)
      expectOneFold(bench)
      bench.close()
    }),
    { numRuns: 60 },
  )
})

test('given any accepted command after long random work, undo and redo are exact', () => {
  fc.assert(
    fc.property(fc.array(throws, { minLength: 100, maxLength: 200, size: 'max' }), (steps) => {
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
    { numRuns: 40 },
  )
})
