import { describe, expect, it } from 'vitest'
import type { RejectedSuggestion } from '../../../../contract/rows.ts'
import type { Suggestion } from '../../../../domain/suggest/suggestion.ts'
import type { AlsoHere } from '../../../../domain/suggestion/also-here.ts'
import { lineInstead, type SuggestionGroup, suggestionLines, wordsOfLine } from './suggestion-lines.ts'

const open = ['one', 'two', 'three'].map(
  (key, index) => ({ key, start: index * 10, end: index * 10 + 5 }) as Suggestion,
)
const also: AlsoHere[] = [
  { key: 'also Wire', words: 'Wire', tagIds: [], sourceId: null, places: [{ start: 3, end: 7 }] },
]
const rejected = [{ id: 'r1', start: 50, end: 60 } as RejectedSuggestion]
const all = { open, also, rejected }
const unfolded = new Set<SuggestionGroup>()

describe('the list of suggestions', () => {
  it('has each kind under its heading, with its place among its own', () => {
    const lines = suggestionLines(all, unfolded)
    expect(lines.map(({ id, position, siblings }) => `${id} ${position}/${siblings}`)).toEqual([
      'claims 1/3',
      'claim one 1/3',
      'claim two 2/3',
      'claim three 3/3',
      'also 2/3',
      'also Wire 1/1',
      'rejected 3/3',
      'rejected r1 1/1',
    ])
  })

  it('leaves out headings without anything, and what is folded', () => {
    const ids = suggestionLines({ ...all, also: [] }, new Set(['claims'])).map(({ id }) => id)
    expect(ids).toEqual(['claims', 'rejected', 'rejected r1'])
    expect(suggestionLines({ open: [], also: [], rejected: [] }, unfolded)).toEqual([])
  })

  it('shows the words of each line, of many places the first', () => {
    const words = suggestionLines(all, unfolded).map(wordsOfLine)
    expect(words.map((place) => place?.start ?? null)).toEqual([null, 0, 10, 20, null, 3, null, 50])
  })
})

describe('the line that is looked at instead of one that has gone', () => {
  const before = suggestionLines(all, unfolded)
  it.each([
    ['the next one', ['one', 'three'], 'claim two', 'claim three'],
    ['the one before the last', ['one', 'two'], 'claim three', 'claim two'],
    ['one under another heading where its own has gone', [], 'claim three', 'also Wire'],
  ])('is %s', (_, left, gone, expected) => {
    const now = suggestionLines({ ...all, open: open.filter(({ key }) => left.includes(key)) }, unfolded)
    expect(lineInstead(before, now, gone)?.id).toBe(expected)
  })

  it('is none where nothing is left', () => {
    expect(lineInstead(before, [], 'claim one')).toBeNull()
  })
})
