import { expect, test } from 'vitest'
import { argumentWords } from './argument-words.ts'

const names: Record<string, string> = { c1: 'They are there.', s1: 'Seoul', n1: 'up to 8,000' }
const told = (args: unknown) => argumentWords(args, (id) => names[id])

test('ids are told as what they stand for, and what is set as if it stood beside them', () => {
  expect(told({ ids: ['c1'], set: { sourceId: 's1', place: 'Kursk', topicId: null, note: '' } })).toEqual([
    { label: 'items', value: '“They are there.”' },
    { label: 'speaker', value: '“Seoul”' },
    { label: 'place', value: 'Kursk' },
  ])
})

test('new rows are told by their names, streams by their rows, and long lists by their number', () => {
  expect(told({ spans: [{ id: 'n1', start: 0, end: 5 }] })).toEqual([
    { label: 'spans', value: '“up to 8,000”' },
  ])
  expect(told({ items: [{ stream: 'claims/c1', fields: ['place'] }] })).toEqual([
    { label: 'items', value: '“They are there.”' },
  ])
  expect(told({ aliases: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] })).toEqual([
    { label: 'aliases', value: 'a, b, c, d, e, f, and 2 more' },
  ])
})

test('facts for the program are left out', () => {
  expect(told({ expected: 'x', articles: [{ id: 'gone', title: 'One', textHash: 'abc' }] })).toEqual([
    { label: 'articles', value: 'item gone, title One' },
  ])
  expect(told(null)).toEqual([])
})
