import { expect, test } from 'vitest'
import { type ChangeCounts, changeKinds, comparedTables } from '../../../contract/changes.ts'
import { changedTables, countWords, groupTitle } from './change-words.ts'

const none = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as ChangeCounts['claims']
const nothing = Object.fromEntries(comparedTables.map((table) => [table, none])) as ChangeCounts

test('counts are told kind by kind, what is new first, kinds without any left out', () => {
  expect(countWords({ ...none, added: 9, changed: 1204, withdrawn: 1 })).toBe(
    '+ 9 · 1,204 changed · 1 withdrawn',
  )
  expect(countWords(none)).toBe('')
})

test('only tables in which something differs are told, claims first', () => {
  expect(changedTables(nothing)).toEqual([])
  const counts = { ...nothing, tags: { ...none, merged: 1 }, claims: { ...none, added: 2 } }
  expect(changedTables(counts)).toEqual([
    { table: 'claims', words: '+ 2' },
    { table: 'tags', words: '1 merged' },
  ])
})

test('cards stand under what became of them', () => {
  expect(groupTitle('claims', 'added')).toBe('Claims: new')
  expect(groupTitle('annotations', 'changed')).toBe('Spans: changed')
})
