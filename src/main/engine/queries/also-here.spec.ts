import { expect, test } from 'vitest'
import { type Asking, askingBench } from './queries.fixture.ts'

const text = 'The Ministry spoke. Jane Roe said the Ministry had up to 40 lorries. Roe left the Ministry.'

/** Another article where “Ministry” is tagged twice and “Jane Roe” once; an article where nothing is marked. */
function given(): Asking {
  const bench = askingBench()
  bench.must('tag.create', { id: 't1', name: 'speaker', colour: 'blue' })
  bench.must('tag.create', { id: 't2', name: 'place', colour: 'green' })
  bench.must('source.add', { id: 's1', name: 'Jane Roe', aliases: ['Roe'] })
  bench.must('article.import', {
    articles: [
      { id: 'a1', title: 'One', text: 'Ministry Ministry Ministry Jane Roe' },
      { id: 'a2', title: 'Two', text },
    ],
  })
  bench.must('annotation.make', {
    spans: [
      { id: 'n1', articleId: 'a1', start: 0, end: 8, tagIds: ['t1'] },
      { id: 'n2', articleId: 'a1', start: 9, end: 17, tagIds: ['t1'] },
      { id: 'n3', articleId: 'a1', start: 18, end: 26, tagIds: ['t2'] },
      { id: 'n4', articleId: 'a1', start: 27, end: 35, tagIds: ['t1'] },
    ],
  })
  return bench
}

function offered(bench: Asking): string[] {
  return bench
    .ask('suggestions.alsoHere', { articleId: 'a2' })
    .map(({ words, tagIds, sourceId, places }) => `${places.length} ${words} ${tagIds} ${sourceId}`)
}

test('given words tagged elsewhere and names of sources, then they are offered with the tags they have most', () => {
  expect(offered(given())).toEqual(['3 Ministry t1 null', '1 Jane Roe t1 s1', '1 Roe  s1'])
})

test('given marks made, changed and removed since, then the offer is in step with them', () => {
  const bench = given()
  offered(bench)
  bench.must('annotation.remove', { ids: ['n1', 'n2'] })
  expect(offered(bench)[0]).toBe('3 Ministry t2 null')
  bench.must('annotation.untag', { ids: ['n3'], tagIds: ['t2'] })
  expect(offered(bench)).toEqual(['1 Jane Roe t1 s1', '1 Roe  s1'])
  bench.must('annotation.tag', { ids: ['n3'], tagIds: ['t2'] })
  bench.must('tag.retire', { id: 't2' })
  expect(offered(bench)).toEqual(['1 Jane Roe t1 s1', '1 Roe  s1'])
})

test('given words rejected in the article, then they stay away there until they are reconsidered', () => {
  const bench = given()
  const rejected = { id: 'r1', articleId: 'a2', key: 'also Ministry', kind: 'phrase', start: 4, end: 12 }
  bench.must('suggestion.reject', { suggestions: [rejected] })
  expect(offered(bench)).toEqual(['1 Jane Roe t1 s1', '1 Roe  s1'])
  expect(bench.ask('suggestions.rejected', { articleId: 'a2' })).toMatchObject([
    { id: 'r1', quote: 'Ministry', enteredBy: 'ann' },
  ])
  bench.must('suggestion.reconsider', { ids: ['r1'] })
  expect(offered(bench)).toHaveLength(3)
  expect(bench.ask('suggestions.rejected', { articleId: 'a2' })).toEqual([])
})
