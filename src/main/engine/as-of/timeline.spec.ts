import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEvent } from '../../../domain/fold.ts'
import { memoryTables } from '../../../domain/memory-tables.ts'
import type { Tables } from '../../../domain/rows.ts'
import type { ReplayFilter, ReplaySubject } from '../../../domain/timeline/filter.ts'
import { editKinds } from '../../../domain/timeline/kinds.ts'
import { fromRuns } from '../../../domain/timeline/runs.ts'
import { storedEvents } from '../log/log.ts'
import { askingBench, askingBusyBench } from '../queries/queries.fixture.ts'
import { play, work } from '../random-work.fixture.ts'
import { unwatched } from '../watch.ts'
import { openAsOf } from './as-of.ts'

const everything: ReplayFilter = { by: null, about: null }

test('given random work, then a replay of one thing visits every event of what ever belonged to it', () => {
  fc.assert(
    fc.property(work(30), (steps) => {
      const bench = askingBusyBench()
      const asOf = openAsOf(bench.path)
      try {
        for (const [index, [thrown, by]] of steps.entries()) {
          // Looked at midway: what was read then is followed from there.
          if (index === 10) asOf.matches({ by: null, about: { table: 'tags', id: 't1' } }, unwatched)
          play(bench, thrown, by)
        }
        const events = [...storedEvents(bench.db)]
        const belonging = everBelonging(events)
        const numbers = (filter: ReplayFilter) => [...fromRuns(asOf.matches(filter, unwatched))]
        expect(numbers(everything)).toEqual(events.map(({ seq }) => seq))
        for (const [subject, streams] of belonging) {
          const [table, id] = subject.split('/') as [ReplaySubject, string]
          const about = events.filter(({ stream }) => streams.has(stream))
          expect(numbers({ by: null, about: { table, id } })).toEqual(about.map(({ seq }) => seq))
          const anns = about.filter(({ by }) => by === 'ann').map(({ seq }) => seq)
          expect(numbers({ by: 'ann', about: { table, id } })).toEqual(anns)
        }
      } finally {
        asOf.close()
        bench.close()
      }
    }),
    { numRuns: 15 },
  )
})

test('given work that goes on, then the timeline follows it', () => {
  const bench = askingBench()
  const asOf = openAsOf(bench.path)
  expect(asOf.timeline(10, unwatched)).toMatchObject({ head: 2, sessions: [{ first: 1, last: 2 }] })
  bench.must('topic.open', { id: 'q1', question: 'How many boats?' })
  const { head, buckets } = asOf.timeline(1, unwatched)
  expect(head).toBe(3)
  expect(buckets[0]?.counts[editKinds.indexOf('codebook')]).toBe(1)
  asOf.close()
})

test('given an event, then it is told with the words that it touched', () => {
  const bench = askingBusyBench()
  const events = [...storedEvents(bench.db)]
  const made = events.find(({ type }) => type === 'annotation.made')!
  const { start, end, articleId } = bench.writer.tables.annotations.get(made.stream.split('/')[1]!)!
  expect(bench.ask('history.event', { seq: made.seq })).toMatchObject({
    entry: { seq: made.seq, type: 'annotation.made' },
    place: { articleId, stretch: { start, end } },
    claimId: null,
  })
  const claimed = events.find(({ type }) => type === 'claim.made')!
  expect(bench.ask('history.event', { seq: claimed.seq })).toMatchObject({
    claimId: claimed.stream.split('/')[1],
  })
  expect(bench.ask('history.event', { seq: 0 })).toBeNull()
  expect(bench.ask('history.event', { seq: 9999 })).toBeNull()
})

test('given a place in the log, then the events after it are told, the nearest of them, newest first', () => {
  const bench = askingBusyBench()
  const { entries } = bench.ask('history.page', { after: 2, limit: 3 })
  expect(entries.map(({ seq }) => seq)).toEqual([5, 4, 3])
})

/** By subject, the streams that belonged to it after any event; worked out by folding, without any index. */
function everBelonging(events: ReturnType<typeof storedEvents> extends Iterable<infer E> ? E[] : never) {
  const tables: Tables = memoryTables()
  const belonging = new Map<string, Set<string>>()
  const belongs = (subject: string, stream: string) => {
    const streams = belonging.get(subject) ?? new Set([subject])
    belonging.set(subject, streams.add(stream))
  }
  for (const event of events) {
    applyEvent(tables, event)
    for (const table of ['articles', 'topics', 'claims', 'tags'] as const) {
      for (const { id } of tables[table].all()) belongs(`${table}/${id}`, `${table}/${id}`)
    }
    for (const { id, articleId } of tables.furniture.all())
      belongs(`articles/${articleId}`, `furniture/${id}`)
    for (const { id, articleId, tagIds } of tables.annotations.all()) {
      belongs(`articles/${articleId}`, `annotations/${id}`)
      for (const tagId of tagIds) belongs(`tags/${tagId}`, `annotations/${id}`)
    }
    for (const { id, topicId, evidence } of tables.claims.all()) {
      if (topicId) belongs(`topics/${topicId}`, `claims/${id}`)
      for (const annotation of evidence) belongs(`claims/${id}`, `annotations/${annotation}`)
    }
    for (const { id, fromId, toId } of tables.relations.all()) {
      belongs(`claims/${fromId}`, `relations/${id}`)
      belongs(`claims/${toId}`, `relations/${id}`)
    }
    for (const { id, aId, bId } of tables.findings.all()) {
      belongs(`claims/${aId}`, `findings/${id}`)
      belongs(`claims/${bId}`, `findings/${id}`)
    }
    for (const { id, oneId, otherId } of tables.originLinks.all()) {
      belongs(`claims/${oneId}`, `originLinks/${id}`)
      belongs(`claims/${otherId}`, `originLinks/${id}`)
    }
    for (const { id, topicId } of tables.hypotheses.all()) {
      belongs(`topics/${topicId}`, `hypotheses/${id}`)
      belongs(`hypotheses/${id}`, `topics/${topicId}`)
    }
    for (const { id, hypothesisId, claimId } of tables.assessments.all()) {
      belongs(`claims/${claimId}`, `assessments/${id}`)
      belongs(`hypotheses/${hypothesisId}`, `assessments/${id}`)
    }
  }
  // A rating belongs to every topic that its hypothesis ever stood under.
  for (const [subject, streams] of [...belonging]) {
    if (!subject.startsWith('hypotheses/')) continue
    belonging.delete(subject)
    const [topics, ratings] = ['topics/', 'assessments/'].map((table) =>
      [...streams].filter((stream) => stream.startsWith(table)),
    )
    for (const topic of topics!) for (const rating of ratings!) belongs(topic, rating)
  }
  return belonging
}
