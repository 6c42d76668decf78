import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EngineRequestName } from '../../../contract/requests.ts'
import { requests } from '../../../contract/requests.ts'
import type { ClaimDetail, SearchHit } from '../../../contract/rows.ts'
import { dumpTables } from '../../../domain/memory-tables.ts'
import type { Tables } from '../../../domain/rows.ts'
import { askingBench, askingBusyBench } from '../queries/queries.fixture.ts'
import { play, work } from '../random-work.fixture.ts'
import { foldLog, rebuild } from '../tables/rebuild.ts'
import { unwatched, type Watch } from '../watch.ts'
import { type AsOf, openAsOf } from './as-of.ts'

/** What screens ask, in words and in rows. */
const questions: [EngineRequestName, object][] = [
  ['status', {}],
  ['articles.list', {}],
  ['article.marks', { id: 'a1' }],
  ['claims.page', { query: {}, offset: 0, limit: 1000 }],
  ['claims.groups', { query: { group: 'topic' } }],
  ['claim.get', { id: 'c1' }],
  ['tags.list', {}],
  ['sources.list', {}],
  ['topics.list', {}],
  ['compare.topics', {}],
  ['compare.independence', { topicId: 'q1' }],
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
          if (index === 12) {
            rebuild(bench.db)
            bench.writer.refresh()
          }
        }
        const { seq: head } = bench.writer.head()
        for (const jump of jumps) {
          const seq = jump % (head + 1)
          expect(asOf.look(seq, unwatched, (tables) => dumpTables(tables as Tables))).toEqual(
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

test('given steps through the past, then each warns of one origin in the words that held there', () => {
  const bench = askingBench()
  bench.must('article.import', { articles: [{ id: 'a1', title: 'Report', text: 'Ten tanks came.' }] })
  bench.must('topic.open', { id: 'q1', question: 'How many?' })
  bench.must('source.add', { id: 's1', name: 'Seoul', kind: 'organisation' })
  bench.must('source.add', { id: 's2', name: 'Kyiv', kind: 'organisation' })
  const said = { statement: 'Ten.', topicId: 'q1', sourceId: 's1' }
  const spans = [{ id: 'n1', articleId: 'a1', start: 0, end: 9 }]
  bench.must('claim.make', { id: 'c1', ...said, credibility: 1, spans })
  bench.must('claim.make', { id: 'c2', ...said })
  bench.must('relation.set', { id: 'r1', fromId: 'c2', toId: 'c1', kind: 'supports' })
  const undated = bench.writer.head().seq
  bench.must('article.correct', { id: 'a1', set: { publishedDate: '2024-10-31' } })
  bench.must('claim.change', { ids: ['c2'], set: { sourceId: 's2' } })

  const asOf = openAsOf(bench.path)
  const warningAt = (seq: number) => {
    const { claim } = asOf.answer(seq, 'claim.get', { id: 'c1' }, null, unwatched) as ClaimDetail
    return claim.warnings[0]?.message ?? 'none'
  }
  expect(warningAt(undated)).toContain('the same origin: Seoul. ')
  expect(warningAt(undated + 1)).toContain('the same origin: Seoul, 31 October 2024. ')
  expect(warningAt(undated + 2)).toBe('none')
  expect(warningAt(undated + 1)).toContain('the same origin: Seoul, 31 October 2024. ')
  expect(warningAt(undated)).toContain('the same origin: Seoul. ')
  asOf.close()
  bench.close()
})

test('given work and a rebuild while somebody looks at the past, then that look shows one moment all through', () => {
  const bench = askingBusyBench()
  const asOf = openAsOf(bench.path)
  const { seq } = bench.writer.head()
  const before = bench.dump()
  const looked = asOf.look(seq, unwatched, (tables) => {
    const first = tables.tags.count()
    bench.must('tag.change', { id: 't1', set: { name: 'another name' } })
    bench.must('annotation.remove', { ids: ['n1'] })
    rebuild(bench.db)
    return [first, dumpTables(tables as Tables)]
  })
  bench.must('history.undo', {})
  expect(looked).toEqual([3, before])
  expect(asOf.look(seq, unwatched, (tables) => dumpTables(tables as Tables))).toEqual(before)
  const removed = asOf.look(seq + 2, unwatched, (tables) => [...tables.annotations.all()])
  expect(removed.map(({ id }) => id)).toEqual(['n2'])
  asOf.close()
  bench.close()
})

test('given a reading of new work that is cancelled, then the next look reads it again and nothing is missing', () => {
  const bench = askingBusyBench()
  const asOf = openAsOf(bench.path)
  const dumpAt = (seq: number, watch: Watch) =>
    asOf.look(seq, watch, (tables) => [tables.topics.count(), dumpTables(tables as Tables)])
  const { seq: first } = bench.writer.head()
  const before = dumpAt(first, unwatched)
  const topics = Array.from({ length: 2100 }, (_, index) => ({ id: `w${index}`, question: `w${index}?` }))
  for (const topic of topics) bench.must('topic.open', topic)
  let asked = 0
  const cancelledMidway: Watch = { ...unwatched, isCancelled: () => asked++ > 0 }
  expect(() => dumpAt(first + 2100, cancelledMidway)).toThrow('Cancelled')
  expect(dumpAt(first, unwatched)).toEqual(before)
  const head = foldLog(bench.db, first + 2100).tables
  expect(dumpAt(first + 2100, unwatched)).toEqual([head.topics.count(), dumpTables(head)])
  asOf.close()
  bench.close()
})

test('given a claims table in the past, when an old span becomes evidence, then every moment before it is as it was', () => {
  const bench = askingBusyBench()
  const asOf = openAsOf(bench.path)
  const answered = new Map<number, unknown[]>()
  const note = () => {
    const { seq } = bench.writer.head()
    answered.set(
      seq,
      answersOf((name, input) => ask(bench, name, input)),
    )
    return seq
  }
  const spans = [{ id: 'late', articleId: 'a1', start: 0, end: 5, tagIds: ['t1'] }]
  bench.must('annotation.make', { spans })
  note()
  bench.must('annotation.note', { id: 'late', note: 'before it was evidence' })
  const first = note()
  expect(answersAt(asOf, first)).toEqual(answered.get(first))
  bench.must('claim.attach', { id: 'c1', evidence: ['late'] })
  bench.must('claim.detach', { id: 'c1', evidence: ['n2'] })
  note()
  bench.must('annotation.remove', { ids: ['late'] })
  note()
  bench.must('relation.set', { id: 'r2', fromId: 'c1', toId: 'c3', kind: 'contradicts' })
  bench.must('relation.remove', { ids: ['r1'] })
  note()
  bench.must('claim.remove', { ids: ['c2'] })
  note()
  bench.must('history.undo', {})
  note()
  const seqs = [...answered.keys()]
  for (const seq of [...seqs, ...seqs.toReversed(), ...seqs.filter((_, index) => index % 2 === 0)]) {
    expect(answersAt(asOf, seq)).toEqual(answered.get(seq))
  }
  asOf.close()
  bench.close()
})

test('given tables that do not stand where the log ends, then the past is refused: they cannot tell it', () => {
  const bench = askingBusyBench()
  const asOf = openAsOf(bench.path)
  bench.db.exec('UPDATE fold_state SET applied_seq = applied_seq - 1')
  expect(() => asOf.answer(1, 'status', {}, null, unwatched)).toThrow('do not stand where its log ends')
  asOf.close()
  bench.close()
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
  const ids = ask('claims.ids', requests['claims.ids'].input.parse({ query: {} }))
  const asked: typeof questions = [...questions, ['claims.warnings', { ids }]]
  return asked.map(([name, input]) => {
    try {
      const answer = structuredClone(ask(name, requests[name].input.parse(input)))
      return name === 'search' ? (answer as SearchHit[]).sort((a, b) => (a.id < b.id ? -1 : 1)) : answer
    } catch (error) {
      return String(error)
    }
  })
}
