import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unicodeText } from '../unicode-text.fixture.ts'
import { isCaretStop, moveCaret, snapToWord } from './caret.ts'
import { isGraphemeBoundary, isWordBoundary } from './segments.ts'

/** Every place that repeated moves stop at, shown as the text between them. */
function stops(
  text: string,
  unit: 'grapheme' | 'word' | 'sentence',
  direction: 'forward' | 'back',
): string[] {
  const parts: string[] = []
  let offset = direction === 'forward' ? 0 : text.length
  for (;;) {
    const next = moveCaret(text, offset, unit, direction)
    if (next === offset) return parts
    parts.push(direction === 'forward' ? text.slice(offset, next) : text.slice(next, offset))
    offset = next
  }
}

describe('moveCaret', () => {
  it('moves by whole characters', () => {
    expect(stops('e\u0301👩‍👩‍👧🇰🇷א한', 'grapheme', 'forward')).toEqual(['e\u0301', '👩‍👩‍👧', '🇰🇷', 'א', '한'])
    expect(stops('e\u0301👩‍👩‍👧🇰🇷א한', 'grapheme', 'back')).toEqual(['한', 'א', '🇰🇷', '👩‍👩‍👧', 'e\u0301'])
  })

  it('moves to the ends of words forward and to their starts back', () => {
    expect(stops('Up to 8,000 men.\n北朝鮮 said', 'word', 'forward')).toEqual([
      'Up',
      ' to',
      ' 8,000',
      ' men',
      '.',
      '\n北朝鮮',
      ' said',
    ])
    expect(stops('Up to 8,000 men.” ', 'word', 'back')).toEqual(['.” ', 'men', '8,000 ', 'to ', 'Up '])
  })

  it('moves by sentences, and an abbreviation ends none', () => {
    const line = 'The U.S. Army agreed. “Yes,” said Maj. Gen. Roe on Nov. 1 in Riga. No. Then?'
    const sentences = ['The U.S. Army agreed.', ' “Yes,” said Maj. Gen. Roe on Nov. 1 in Riga.', ' No. Then?']
    expect(stops(line, 'sentence', 'forward')).toEqual(sentences)
    expect(stops(`One.\n\n ${line}`, 'sentence', 'back').at(-1)).toBe('One.\n\n ')
  })

  it('stays in the text and takes a place outside for its nearest end', () => {
    expect(moveCaret('ab', 9, 'word', 'forward')).toBe(2)
    expect(moveCaret('ab', -9, 'sentence', 'back')).toBe(0)
    expect(moveCaret('', 0, 'grapheme', 'forward')).toBe(0)
    expect(moveCaret('a  \n', 1, 'word', 'forward')).toBe(4)
  })

  it('finds the same places deep in one very long line', () => {
    const line = 'Seoul counted 11,000 👩‍👩‍👧 then. '.repeat(20_000)
    const place = line.indexOf('Seoul', 300_000)
    expect(moveCaret(line, place, 'word', 'forward')).toBe(place + 5)
    expect(moveCaret(line, place + 2, 'word', 'back')).toBe(place)
    expect(moveCaret(line, place + 9, 'sentence', 'forward')).toBe(line.indexOf('then.', place) + 5)
    expect(moveCaret(line, place + 9, 'sentence', 'back')).toBe(place)
    const family = line.indexOf('👩', place)
    expect(moveCaret(line, family, 'grapheme', 'forward')).toBe(family + '👩‍👩‍👧'.length)
  })

  it('never stops inside a character, always gets on, and reaches both ends', () => {
    fc.assert(
      fc.property(unicodeText, fc.constantFrom('grapheme', 'word', 'sentence'), (text, unit) => {
        const graphemes = new Set([0, text.length])
        for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text))
          graphemes.add(index)
        for (const direction of ['forward', 'back'] as const) {
          const parts = stops(text, unit, direction)
          expect((direction === 'forward' ? parts : parts.toReversed()).join('')).toBe(text)
          let offset = direction === 'forward' ? 0 : text.length
          for (const part of parts) {
            offset += direction === 'forward' ? part.length : -part.length
            expect(graphemes.has(offset)).toBe(true)
          }
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('boundaries found in a window', () => {
  it('are those of the whole text', () => {
    fc.assert(
      fc.property(unicodeText, (text) => {
        for (const [unit, isBoundary] of [
          ['grapheme', isGraphemeBoundary],
          ['word', isWordBoundary],
        ] as const) {
          const expected = new Set([0, text.length])
          for (const { index } of new Intl.Segmenter('en', { granularity: unit }).segment(text))
            expected.add(index)
          for (let offset = 0; offset <= text.length; offset += 1) {
            expect([unit, offset, isBoundary(text, offset)]).toEqual([unit, offset, expected.has(offset)])
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('snapToWord', () => {
  it.each([
    ['grows to whole words', 'some troops, 8,000 men', 7, 17, 'troops, 8,000'],
    ['drops the white space at its ends', 'some troops here', 4, 12, 'troops'],
    ['takes a word for a caret in it', 'some troops here', 7, 7, 'troops'],
    ['takes the word before a caret at its end', 'some troops', 11, 11, 'troops'],
    ['keeps punctuation that was selected', 'said “yes” twice', 6, 10, 'yes”'],
    ['keeps an emoji whole', 'so 👩‍👩‍👧 sat', 5, 6, '👩‍👩‍👧'],
    ['knows words without spaces', '北朝鮮の兵士', 1, 2, '北朝鮮'],
    ['crosses paragraphs', 'one two\n\nthree four', 5, 11, 'two\n\nthree'],
    ['reads a selection made backwards', 'some troops here', 9, 6, 'troops'],
  ])('%s', (_, text, start, end, expected) => {
    const snapped = snapToWord(text, start, end)
    expect(text.slice(snapped.start, snapped.end)).toBe(expected)
  })

  it('leaves a selection of white space and a caret between spaces alone', () => {
    expect(snapToWord('a   b', 1, 4)).toEqual({ start: 1, end: 4 })
    expect(snapToWord('a   b', 2, 2)).toEqual({ start: 2, end: 2 })
  })

  it('never ends inside a character and never loses selected words', () => {
    fc.assert(
      fc.property(unicodeText, fc.nat(), fc.nat(), (text, a, b) => {
        const start = Math.min(a % (text.length + 1), b % (text.length + 1))
        const end = Math.max(a % (text.length + 1), b % (text.length + 1))
        const snapped = snapToWord(text, start, end)
        if (text.slice(start, end).trim() === '') return
        expect(isCaretStop(text, snapped.start) && isCaretStop(text, snapped.end)).toBe(true)
        expect(text.slice(snapped.start, snapped.end)).toContain(text.slice(start, end).trim())
      }),
      { numRuns: 300 },
    )
  })
})
