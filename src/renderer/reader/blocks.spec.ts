import { describe, expect, it } from 'vitest'
import { blockAt, blocksOf, foldsOf } from './blocks.ts'

const text = 'MENU\n\nTitle\nBody one.\n  \nBody two.\nMost popular\nLink'

describe('the paragraphs of a text', () => {
  it('are its lines with words; together with what separates them they are the whole text', () => {
    const words = blocksOf(text).map(({ start, end }) => text.slice(start, end))
    expect(words).toEqual(['MENU', 'Title', 'Body one.', 'Body two.', 'Most popular', 'Link'])
  })

  it.each(['', '\n', ' \n\t\n'])('are none in %j', (empty) => expect(blocksOf(empty)).toEqual([]))

  it('are found by offset; an offset between two belongs to the first', () => {
    const blocks = blocksOf(text)
    expect(blockAt(blocks, 0)).toBe(0)
    expect(blockAt(blocks, 5)).toBe(0)
    expect(blockAt(blocks, text.indexOf('Body one.') + 3)).toBe(2)
    expect(blockAt(blocks, text.length)).toBe(5)
  })
})

describe('folding page furniture', () => {
  const mark = (id: string, from: string, to: string, kind = 'menu') => ({
    id,
    start: text.indexOf(from),
    end: text.indexOf(to) + to.length,
    kind,
  })

  it('makes one fold of neighbouring lines, whoever marked them, and names the kinds', () => {
    const folds = foldsOf(blocksOf(text), [
      mark('b', 'Link', 'Link', 'related'),
      mark('a', 'Most popular', 'Most popular'),
    ])
    expect(folds).toEqual([{ from: 4, to: 5, ids: ['a', 'b'], kinds: ['menu', 'related'] }])
  })

  it('keeps stretches apart that have text between them', () => {
    const folds = foldsOf(blocksOf(text), [mark('a', 'MENU', 'MENU'), mark('b', 'Link', 'Link')])
    expect(folds.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [5, 5],
    ])
  })

  it('leaves a line in sight of which only a part is furniture', () => {
    expect(foldsOf(blocksOf(text), [{ id: 'a', start: 0, end: 2, kind: 'menu' }])).toEqual([])
  })

  it('takes a line that two marks cover together', () => {
    const halves = [
      { id: 'a', start: 0, end: 3, kind: 'menu' },
      { id: 'b', start: 2, end: 4, kind: 'menu' },
    ]
    expect(foldsOf(blocksOf(text), halves)).toHaveLength(1)
  })
})
