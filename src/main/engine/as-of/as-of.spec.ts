import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EngineRequestName } from '../../../contract/requests.ts'
import { requests } from '../../../contract/requests.ts'
import type { SearchHit } from '../../../contract/rows.ts'
import { dumpTables } from '../../../domain/memory-tables.ts'
import type { Tables } from '../../../domain/rows.ts'
import { askingBench, askingBusyBench } from '../queries/queries.fixture.ts'
import { play, work } from '../random-work.fixture.ts'
import { foldLog, unwatched } from '../rebuild.ts'
import { type AsOf, openAsOf } from './as-of.ts'

/** What screens ask, in words and in rows. */
const questions: [EngineRequestName, object][] = [
  ['status', {}],
  ['articles.list', {}],
  ['article.marks', { id: 'a1' }],
  ['claims.page', { query: {}, offset: 0, limit: 1000 }],
  ['claims.groups', { query: { group: 'topic' } }],
  ['tags.list', {}],
  ['sources.list', {}],
  ['topics.list', {}],
  ['briefs.list', {}],
  ['search', { text: 'soldiers', limit: 200 }],
  ['search', { text: 'c1', limit: 200 }],
]

test('given random work, then every moment answers as it did when it was now, in any order of asking', () => {
  fc.assert(
    fc.property(work(25), fc.array(fc.nat(1000), { maxLength: 10 }), (steps, jumps) => {
      const bench = askingBusyBench()
      const asOf = openAsOf(bench.path)
      const answered = new Map([[bench.writer.head().seq, answersOf((n, i) => ask(bench, n, i))]])
      try {
        for (const [index, [thrown, by]] of steps.entries()) {
          play(bench, thrown, by)
          const { seq } = bench.writer.head()
          answered.set(
            seq,
            answersOf((n, i) => ask(bench, n, i)),
          )
          // Now and then the past is looked at while the work goes on: what was read is then followed.
          if (index % 5 === 2) expect(answersAt(asOf, seq)).toEqual(answered.get(seq))
        }
        const { seq: head } = bench.writer.head()
        for (const jump of jumps) {
          const seq = jump % (head + 1)
          expect(dumpTables(asOf.tables(seq, unwatched) as Tables)).toEqual(
            dumpTables(foldLog(bench.db, seq).tables),
          )
        }
        for (const seq of [...answered.keys()].reverse()) {
          expect(answersAt(asOf, seq)).toEqual(answered.get(seq))
        }
      } finally {
        asOf.close()
        bench.close()
      }
    }),
    { numRuns: 15 },
  )
})

test('given a number past the head, then it is refused with the numbers there are', () => {
  const bench = askingBench()
  const asOf = openAsOf(bench.path)
  expect(() => asOf.answer(99, 'status', {}, null, unwatched)).toThrow('There is no event 99')
  expect(asOf.answer(0, 'status', {}, null, unwatched)).toMatchObject({ seq: 0, articles: 0 })
  asOf.close()
})

type Ask = (name: EngineRequestName, input: unknown) => unknown

function ask(bench: ReturnType<typeof askingBusyBench>, name: EngineRequestName, input: unknown): unknown {
  return bench.queries.answer(name, input, 'ann')
}

function answersAt(asOf: AsOf, seq: number): unknown[] {
  return answersOf((name, input) => asOf.answer(seq, name, input, 'ann', unwatched))
}

/** The answers, or the sentences of refusal; hits in order of their ids, as ranks depend on what was ever indexed. */
function answersOf(ask: Ask): unknown[] {
  return questions.map(([name, input]) => {
    try {
      const answer = structuredClone(ask(name, requests[name].input.parse(input)))
      return name === 'search' ? (answer as SearchHit[]).sort((a, b) => (a.id < b.id ? -1 : 1)) : answer
    } catch (error) {
      return String(error)
    }
  })
}
