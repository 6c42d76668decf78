import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClaimQuery, claimColumns, claimQuerySchema } from '../../../contract/claim-query.ts'
import { play, work } from '../random-work.fixture.ts'
import { openQueries } from './index.ts'
import { type Asking, askingBench, askingBusyBench, askOf } from './queries.fixture.ts'

function troops(): Asking {
  const bench = askingBench()
  const text = 'Kyiv: up to 8,000 soldiers. Seoul: 10,000 soldiers. Pyongyang: none at all.'
  bench.must('article.import', { articles: [{ id: 'a1', title: 'Report', text }] })
  bench.must('tag.create', { id: 't1', name: 'size', colour: 'blue' })
  for (const [id, name, reliability] of [
    ['s1', 'Kyiv', 'C'],
    ['s2', 'Seoul', 'B'],
    ['s3', 'Pyongyang', null],
  ]) {
    bench.must('source.add', { id, name, reliability })
  }
  bench.must('topic.open', { id: 'q1', question: 'How many?' })
  bench.must('claim.make', {
    id: 'kyiv',
    statement: 'Up to 8,000 soldiers',
    sourceId: 's1',
    topicId: 'q1',
    qualifier: 'up to',
    high: 8000,
    unit: 'soldiers',
    eventFrom: '2024-10-28',
    eventTo: '2024-10-31',
    credibility: 2,
    spans: [{ id: 'n1', articleId: 'a1', start: 6, end: 17, tagIds: ['t1'] }],
  })
  bench.must('claim.make', {
    id: 'seoul',
    statement: 'Ten thousand élite soldiers',
    sourceId: 's2',
    via: ['s1'],
    topicId: 'q1',
    qualifier: 'exactly',
    low: 10_000,
    high: 10_000,
    eventFrom: '2024-11-01',
    eventTo: '2024-11-01',
    status: 'disputed',
    spans: [{ id: 'n2', articleId: 'a1', start: 35, end: 41 }],
  })
  bench.must('claim.make', { id: 'pyongyang', statement: 'No soldiers', sourceId: 's3', stance: 'denies' })
  return bench
}

const page = (bench: Asking, query: Partial<ClaimQuery> = {}) =>
  bench.ask('claims.page', { query: { ...ascending, ...query }, offset: 0, limit: 100 })
const ascending = { sort: { column: 'entered' as const, descending: false } }
const idsOf = (bench: Asking, query: Partial<ClaimQuery>) => page(bench, query).rows.map(({ id }) => id)

test('given claims, then a row carries the names and counts that the table shows', () => {
  const bench = troops()
  bench.must('relation.set', { id: 'r1', fromId: 'seoul', toId: 'kyiv', kind: 'contradicts' })
  const { total, head, rows } = page(bench)
  expect({ total, head }).toEqual({ total: 3, head: bench.writer.head().seq })
  expect(rows[1]).toMatchObject({
    sourceName: 'Seoul',
    reliability: 'B',
    viaNames: ['Kyiv'],
    topicQuestion: 'How many?',
    quote: '10,000',
    articleId: 'a1',
    articleTitle: 'Report',
    relations: 1,
  })
  expect(rows[2]).toMatchObject({ topicQuestion: '', quote: '', articleId: null })
})

test('given changes while warnings are prepared piece by piece, then the answer tells how it is after them', () => {
  const bench = troops()
  const input = { ids: ['kyiv', 'seoul'] }
  let unit = ''
  for (const _ of bench.queries.prepare('claims.warnings', input)) {
    unit += ' men'
    bench.must('claim.change', { ids: ['seoul'], set: { unit } })
  }
  expect(unit).toBe(' men men')
  expect(bench.ask('claims.warnings', input)).toEqual({ kyiv: [], seoul: [] })
})

test('given claims, then what to warn of is told by claim, and nothing of one that is gone', () => {
  const bench = troops()
  bench.must('claim.remove', { ids: ['kyiv'] })
  const ids = ['pyongyang', 'kyiv', 'seoul']
  expect(bench.ask('claims.warnings', { ids })).toMatchObject({
    pyongyang: [{ kind: 'no evidence' }],
    seoul: [{ kind: 'quantity without unit' }],
  })
  expect(bench.ask('claims.warnings', { ids })).not.toHaveProperty('kyiv')
})

describe('filters narrow', () => {
  test.each([
    [{ text: 'ELITE soldiers' }, ['seoul']],
    [{ text: '8,000 kyiv' }, ['kyiv']],
    [{ text: 'pyong' }, ['pyongyang']],
    [{ text: 'nobody' }, []],
    [{ topicIds: ['q1'] }, ['kyiv', 'seoul']],
    [{ topicIds: [null] }, ['pyongyang']],
    [{ sourceIds: ['s1', 's3'] }, ['kyiv', 'pyongyang']],
    [{ articleIds: ['a1'] }, ['kyiv', 'seoul']],
    [{ tagIds: ['t1'] }, ['kyiv']],
    [{ analystIds: ['ben'] }, []],
    [{ statuses: ['disputed'] }, ['seoul']],
    [{ stances: ['denies'] }, ['pyongyang']],
    [{ qualifiers: ['up to', 'exactly'] }, ['kyiv', 'seoul']],
    [{ credibilities: [null] }, ['seoul', 'pyongyang']],
    [{ credibilities: [2] }, ['kyiv']],
    [{ warnings: ['no evidence'] }, ['pyongyang']],
    [{ eventFrom: '2024-10-31', eventTo: '2024-10-31' }, ['kyiv']],
    [{ eventFrom: '2024-11-01' }, ['seoul']],
    [{ saidTo: '2024-11-01' }, []],
    [{ topicIds: ['q1'], statuses: ['open'] }, ['kyiv']],
  ] as [Partial<ClaimQuery>, string[]][])('given %j, then only %j are left', (query, expected) => {
    expect(idsOf(troops(), query)).toEqual(expected)
  })
})

test('given when claims entered, then those are left that entered between two moments, both included', () => {
  const bench = troops()
  const [kyiv, seoul, pyongyang] = page(bench).rows.map(({ enteredAt }) => enteredAt)
  expect(idsOf(bench, { enteredFrom: seoul!, enteredTo: seoul! })).toEqual(['seoul'])
  expect(idsOf(bench, { enteredTo: seoul! })).toEqual(['kyiv', 'seoul'])
  expect(idsOf(bench, { enteredFrom: seoul! })).toEqual(['seoul', 'pyongyang'])
  expect(kyiv! < seoul! && seoul! < pyongyang!).toBe(true)
})

test.each([
  ['quantity', ['kyiv', 'seoul', 'pyongyang'], ['seoul', 'kyiv', 'pyongyang']],
  ['reliability', ['seoul', 'kyiv', 'pyongyang'], ['kyiv', 'seoul', 'pyongyang']],
  ['source', ['kyiv', 'pyongyang', 'seoul'], ['seoul', 'pyongyang', 'kyiv']],
  ['event', ['kyiv', 'seoul', 'pyongyang'], ['seoul', 'kyiv', 'pyongyang']],
  ['entered', ['kyiv', 'seoul', 'pyongyang'], ['pyongyang', 'seoul', 'kyiv']],
] as const)('given the order by %s, then empty values come last in either direction', (column, up, down) => {
  const bench = troops()
  expect(idsOf(bench, { sort: { column, descending: false } })).toEqual(up)
  expect(idsOf(bench, { sort: { column, descending: true } })).toEqual(down)
})

test('given a grouping, then rows stand group by group and each group has its count', () => {
  const bench = troops()
  const query = { sort: { column: 'source' as const, descending: true }, group: 'topic' as const }
  expect(idsOf(bench, query)).toEqual(['seoul', 'kyiv', 'pyongyang'])
  expect(bench.ask('claims.groups', { query })).toEqual([
    { key: 'q1', label: 'How many?', count: 2 },
    { key: null, label: '', count: 1 },
  ])
})

test('given a page in the middle, then it is a slice of the whole', () => {
  const bench = troops()
  const all = idsOf(bench, {})
  const slice = bench.ask('claims.page', { query: ascending, offset: 1, limit: 1 })
  expect(slice).toMatchObject({ total: 3, rows: [{ id: all[1] }] })
  expect(bench.ask('claims.ids', { query: ascending })).toEqual(all)
})

test('given a claim, then its evidence, lost evidence and relations are beside it', () => {
  const bench = troops()
  bench.must('relation.set', { id: 'r1', fromId: 'seoul', toId: 'kyiv', kind: 'contradicts' })
  bench.must('annotation.remove', { ids: ['n1'] })
  expect(bench.ask('claim.get', { id: 'kyiv' })).toMatchObject({
    claim: { id: 'kyiv', quote: '', warnings: [{ kind: 'evidence lost' }] },
    evidence: [{ annotationId: 'n1', annotation: null, article: null }],
    relations: [{ outgoing: false, other: { id: 'seoul' }, relation: { id: 'r1' } }],
  })
  expect(() => bench.ask('claim.get', { id: 'nothing' })).toThrow(/no longer in the workspace/)
})

test.each(['kept', 'read anew'])(
  'given lost evidence that comes back, then claims %s show it again',
  (how) => {
    const bench = troops()
    const shown = () => bench.ask('claim.get', { id: 'kyiv' }).claim
    const before = shown()
    expect(before.quote).not.toBe('')
    bench.must('annotation.remove', { ids: ['n1'] })
    if (how === 'read anew') bench.queries.forget()
    expect(shown()).toMatchObject({ quote: '', warnings: [{ kind: 'evidence lost' }] })
    bench.must('history.undo', {})
    expect(shown()).toEqual(before)
  },
)

test('given a figure in the form, then claims of the topic about that time with another figure are told', () => {
  const bench = troops()
  const form = { topicId: 'q1', low: null, high: 8000, eventFrom: null, eventTo: null }
  expect(bench.ask('claims.differing', form).map(({ id }) => id)).toEqual(['seoul'])
  const later = { ...form, high: 1, eventFrom: '2024-11-01', eventTo: '2024-11-02' }
  expect(bench.ask('claims.differing', later).map(({ id }) => id)).toEqual(['seoul'])
  expect(bench.ask('claims.differing', { ...form, except: 'seoul' })).toEqual([])
})

test.each([
  ['of another thing', { low: 20, high: 20, unit: 'trains' }, []],
  ['of the same thing', { low: 9000, high: 9000, unit: 'Soldier' }, ['other']],
  ['that is the same in other words', { low: 10, high: 10, unit: 'thousand soldiers' }, []],
  ['of nothing said', { low: 9000, high: 9000, unit: '' }, ['other']],
])('given a figure in the form %s, then only another figure of that thing is told', (_, form, told) => {
  const bench = askingBench()
  bench.must('topic.open', { id: 'q', question: 'How many?' })
  const figure = { qualifier: 'exactly', low: 10_000, high: 10_000, unit: 'soldiers', topicId: 'q' }
  bench.must('claim.make', { id: 'other', statement: 'Ten thousand came.', ...figure, evidence: [] })
  const asked = { topicId: 'q', eventFrom: null, eventTo: null, ...form }
  expect(bench.ask('claims.differing', asked).map(({ id }) => id)).toEqual(told)
})

test('given random work, then answers kept in step equal answers read anew', () => {
  const query = fc.record({
    sort: fc.record({ column: fc.constantFrom(...claimColumns), descending: fc.boolean() }),
    group: fc.constantFrom('topic' as const, 'source' as const, 'status' as const, 'article' as const, null),
    text: fc.constantFrom('', 'soldiers', '8,000'),
  })
  fc.assert(
    fc.property(work(25), fc.array(query, { minLength: 25, maxLength: 25 }), (steps, queries) => {
      const bench = askingBusyBench()
      for (const [index, [thrown, by]] of steps.entries()) {
        // A change comes in the midst of what is prepared.
        for (let piece = 0; piece < 2 + (index % 3); piece += 1) bench.queries.warm()
        play(bench, thrown, by)
        const asked = claimQuerySchema.parse(queries[index]!)
        const anew = openQueries(bench.db, bench.writer, false)
        for (const name of ['claims.page', 'claims.groups'] as const) {
          const input = name === 'claims.page' ? { query: asked, offset: 0, limit: 1000 } : { query: asked }
          expect(bench.ask(name, input as never)).toEqual(askOf(anew, name, input as never, 'ann'))
        }
        const ids = bench.ask('claims.ids', { query: {} })
        expect(bench.ask('claims.warnings', { ids })).toEqual(askOf(anew, 'claims.warnings', { ids }, 'ann'))
        for (const name of ['articles.list', 'tags.list', 'sources.list', 'topics.list', 'status'] as const) {
          expect(bench.ask(name, {})).toEqual(askOf(anew, name, {}, 'ann'))
        }
      }
      bench.close()
    }),
    { numRuns: 15 },
  )
})
