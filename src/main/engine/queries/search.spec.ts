import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unicodeText } from '../../../domain/unicode-text.fixture.ts'
import { foldWord, wordsOf } from '../tables/search-words.ts'
import { type Asking, askingBench } from './queries.fixture.ts'

const text = [
  'Menu',
  'Up to 8,000 soldiers 🪖 from 北朝鮮 are in Kursk, Mañana said.',
  'اللواء كيم said no. The élite “Storm Corps” trains; e\u0301te\u0301.',
  'Nobody at the ministry would say how many more will come.',
].join('\n')

function library(): Asking {
  const bench = askingBench()
  bench.must('article.import', {
    articles: [{ id: 'a1', title: 'Harbour report', text, publisher: 'Harbour Wire' }],
  })
  bench.must('article.import', { articles: [{ id: 'a2', title: 'Soldiers', text: 'Nothing of the kind.' }] })
  bench.must('claim.make', {
    id: 'c1',
    statement: 'Up to 8,000 soldiers are there',
    place: 'Kursk',
    spans: [{ id: 'n1', articleId: 'a1', start: 5, end: 16, note: 'who counted these?' }],
  })
  return bench
}

const words = (bench: Asking, typed: string) =>
  bench.ask('search', { text: typed }).map(({ kind, id }) => `${kind} ${id}`)

test.each([
  ['8,000', ['article a1', 'claim c1', 'annotation n1']],
  ['manana', ['article a1']],
  ['ELITE', ['article a1']],
  ['ete', ['article a1']],
  ['朝鮮', ['article a1']],
  ['鮮', ['article a1']],
  ['鮮朝', []],
  ['كيم', ['article a1']],
  ['sold', ['article a2', 'article a1', 'claim c1']],
  ['sold kursk', []],
  ['kursk sold', ['article a1', 'claim c1']],
  ['"storm corps"', ['article a1']],
  ['"corps storm"', []],
  ['“storm corps”', ['article a1']],
  ['harbour wire', ['article a1']],
  ['counted', ['annotation n1']],
  ['kursk', ['article a1', 'claim c1']],
  ['', []],
  ['🪖', []],
  ['" OR (NEAR* -', []],
  ['statement:8', []],
  ['soldiers" OR "nothing', []],
])('given %j typed, then %j are found', (typed, expected) => {
  expect(words(library(), typed).sort()).toEqual([...expected].sort())
})

test('given a hit in a text, then its offsets are exactly the found words and the snippet shows them', () => {
  const bench = library()
  const hit = bench.ask('search', { text: 'kursk', kinds: ['article'] })[0]!
  expect(text.slice(hit.start!, hit.end!)).toBe('Kursk')
  expect(hit.snippet.find((piece) => piece.hit)?.text).toBe('Kursk')
  expect(hit.snippet.map((piece) => piece.text).join('')).toContain(
    '8,000 soldiers 🪖 from 北朝鮮 are in Kursk,',
  )
})

test('given a hit in a title only, then it has no place in the text', () => {
  const hit = library()
    .ask('search', { text: 'soldiers', kinds: ['article'] })
    .find(({ id }) => id === 'a2')
  expect(hit).toMatchObject({ start: null, end: null, articleId: 'a2' })
})

test('given changes, then the search follows them in the same step, undo too', () => {
  const bench = library()
  bench.must('claim.change', { ids: ['c1'], set: { statement: 'Nobody knows' } })
  expect(words(bench, 'knows')).toEqual(['claim c1'])
  bench.must('annotation.remove', { ids: ['n1'] })
  expect(words(bench, 'counted')).toEqual([])
  bench.must('history.undo', {})
  expect(words(bench, 'counted')).toEqual(['annotation n1'])
  bench.must('article.remove', { ids: ['a2'] })
  expect(words(bench, 'soldiers').filter((found) => found === 'article a2')).toEqual([])
})

test('given more hits than asked for, then every kind has its share', () => {
  const bench = library()
  for (let index = 0; index < 10; index += 1)
    bench.must('claim.make', { id: `x${index}`, statement: 'soldiers' })
  const found = bench.ask('search', { text: 'soldiers', limit: 6 })
  expect(found).toHaveLength(6)
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['article', 'claim']))
})

test('given anything typed, then the search answers and never fails', () => {
  const bench = library()
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) =>
      Array.isArray(bench.ask('search', { text: typed })),
    ),
  )
})

test('given any text, then its words stand where they say, in order, and fold the same alone', () => {
  fc.assert(
    fc.property(unicodeText, (any) => {
      let last = 0
      for (const { start, end, folded } of wordsOf(any)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(foldWord(any.slice(start, end))).toBe(folded)
        last = end
      }
    }),
  )
})
