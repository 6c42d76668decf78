import { expect, test } from 'vitest'
import { type Asking, askingBench } from './queries.fixture.ts'

/** Two sources, two topics, an article that two claims rest on. */
function given(): Asking {
  const bench = askingBench()
  const text = 'The office counts nine ships. The union counts twelve.'
  bench.must('article.import', {
    articles: [{ id: 'a1', title: 'Ships', text, publishedDate: '2024-10-05' }],
  })
  bench.must('source.add', { id: 'office', name: 'Harbour Office', reliability: 'B' })
  bench.must('source.add', { id: 'union', name: 'Dock Workers’ Union' })
  bench.must('topic.open', { id: 'ships', question: 'How many ships?' })
  bench.must('topic.open', { id: 'boats', question: 'How many boats?' })
  claim(bench, 'c1', { sourceId: 'office', low: 9, high: 9, on: '2024-10-03', start: 0 })
  claim(bench, 'c2', { sourceId: 'union', low: 12, high: 12, on: '2024-10-04', start: 30 })
  return bench
}

function claim(
  bench: Asking,
  id: string,
  {
    on,
    start,
    low,
    ...fields
  }: { sourceId?: string; topicId?: string; low?: number; high?: number; on?: string; start?: number },
) {
  bench.must('claim.make', {
    id,
    statement: `statement ${id}`,
    topicId: 'ships',
    ...(low !== undefined && { qualifier: 'exactly', unit: 'ships', low }),
    ...(on && { statementFrom: on, statementTo: on }),
    ...(start !== undefined && { spans: [{ id: `n-${id}`, articleId: 'a1', start, end: start + 20 }] }),
    ...fields,
  })
}

test('given claims, then topics tell how many claims, speakers, articles and figures they have, most claims first', () => {
  const bench = given()
  expect(bench.ask('compare.topics', {})).toMatchObject([
    { id: 'ships', claims: 2, speakers: 2, articles: 1, figures: 2 },
    { id: 'boats', claims: 0, speakers: 0, articles: 0, figures: 0, origins: null },
  ])
  claim(bench, 'c3', {})
  expect(bench.ask('compare.topics', {})[0]).toMatchObject({ claims: 3, speakers: 2, figures: 2 })
})

test('given a source and a topic that were merged into others, then their claims count as those of the others', () => {
  const bench = given()
  claim(bench, 'c3', { topicId: 'boats', sourceId: 'union', low: 15, high: 15, on: '2024-10-09' })
  bench.must('source.merge', { ids: ['union'], into: 'office' })
  bench.must('topic.merge', { ids: ['boats'], into: 'ships' })
  expect(bench.ask('compare.topics', {})).toMatchObject([{ id: 'ships', claims: 3, speakers: 1 }])
  const spread = bench.ask('compare.spread', { topicId: 'boats' })
  expect(spread).toMatchObject({ topicId: 'ships', claims: 3, sources: [{ id: 'office' }] })
  expect(spread.groups[0]!.marks.map(({ sourceId, low }) => [sourceId, low])).toEqual([
    ['office', 9],
    ['office', 12],
    ['office', 15],
  ])
})

test('given an edit, then the spread follows, with the words that a claim rests on', () => {
  const bench = given()
  const markOf = () => bench.ask('compare.spread', { topicId: 'ships' }).groups[0]!.marks[0]
  expect(markOf()).toMatchObject({ claimId: 'c1', low: 9, words: '9 ships', quote: 'The office counts ni' })
  bench.must('claim.change', { ids: ['c1'], set: { qualifier: 'up to', low: null, high: 10 } })
  expect(markOf()).toMatchObject({ low: null, high: 10, words: 'up to 10 ships' })
  bench.must('annotation.remove', { ids: ['n-c1'] })
  expect(markOf()).toMatchObject({ quote: '' })
})

test('given sources that speak on several topics, then the matrix of a topic shows its sources with all they speak on', () => {
  const bench = given()
  bench.must('source.add', { id: 'gazette', name: 'Gazette' })
  claim(bench, 'c3', { topicId: 'boats', sourceId: 'union', low: 3, high: 3 })
  claim(bench, 'c4', { topicId: 'boats', sourceId: 'gazette', low: 4, high: 4 })
  claim(bench, 'c5', { sourceId: 'office', low: 8, high: 8, on: '2024-10-09' })
  const matrix = bench.ask('compare.matrix', { topicId: 'ships', columns: 'topics' })
  expect(matrix.columns.map(({ key }) => key)).toEqual(['ships', 'boats'])
  expect(matrix.rows.map(({ source }) => source?.id)).toEqual(['office', 'union'])
  expect(matrix.rows[0]!.cells.ships).toMatchObject({
    claimIds: ['c1', 'c5'],
    last: { claimId: 'c5', words: '8 ships' },
    changes: [{ isOrderKnown: true }],
  })
  const all = bench.ask('compare.matrix', { topicId: null, columns: 'topics' })
  expect(all.rows.map(({ source }) => source?.id).sort()).toEqual(['gazette', 'office', 'union'])
  const things = bench.ask('compare.matrix', { topicId: 'boats', columns: 'things' })
  expect(things.columns.map(({ name }) => name)).toEqual(['ships'])
})

test('given a topic, then its chronology has its claims and their articles; without one, everything', () => {
  const bench = given()
  bench.must('article.import', { articles: [{ id: 'a2', title: 'Weather', text: 'Rain.' }] })
  const itemsOf = (topicId: string | null) =>
    bench.ask('compare.chronology', { topicId }).items.map(({ kind, id }) => `${kind} ${id}`)
  expect(itemsOf('ships')).toEqual(['claim c1', 'claim c2', 'article a1'])
  expect(itemsOf('boats')).toEqual([])
  expect(itemsOf(null)).toEqual(['claim c1', 'claim c2', 'article a1', 'article a2'])
})

test('given a topic that is not there, then the refusal says so', () => {
  expect(() => given().ask('compare.spread', { topicId: 'gone' })).toThrow(/no longer in the workspace/)
})
