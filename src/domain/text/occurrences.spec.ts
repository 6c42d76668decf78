import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unicodePieces, unicodeText } from '../unicode-text.fixture.ts'
import { findOccurrences } from './occurrences.ts'
import { isGraphemeBoundary } from './segments.ts'

const loose = { wholeWords: false, matchCase: false }
const exact = { wholeWords: false, matchCase: true }

function words(text: string, quote: string, options = exact): string[] {
  return findOccurrences(text, quote, options).map(({ start, end }) => text.slice(start, end))
}

describe('findOccurrences', () => {
  it('gives the offsets of each place, left to right', () => {
    expect(findOccurrences('8,000 of 10,000; 8,000 again', '8,000', exact)).toEqual([
      { start: 0, end: 5 },
      { start: 17, end: 22 },
    ])
  })

  it('lets white space in the quote match any white space, line breaks too', () => {
    const text =
      'North Korean troops, North\nKorean  troops, North\u00a0Korean\n\n troops, NorthKorean troops'
    expect(words(text, ' North Korean   troops ')).toEqual([
      'North Korean troops',
      'North\nKorean  troops',
      'North\u00a0Korean\n\n troops',
    ])
  })

  it('takes no overlapping places', () => {
    expect(findOccurrences('aaaaa', 'aa', exact)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ])
  })

  it('finds a place that begins inside a place it had to refuse', () => {
    expect(findOccurrences('xaba abab', 'aba', { wholeWords: true, matchCase: true })).toEqual([])
    expect(findOccurrences('ab ab ab', 'ab ab', { wholeWords: true, matchCase: true })).toEqual([
      { start: 0, end: 5 },
    ])
    expect(findOccurrences('xab ab ab', 'ab ab', { wholeWords: true, matchCase: true })).toEqual([
      { start: 4, end: 9 },
    ])
  })

  it.each([
    ['troops', 'paratroops, troops; troopship', 1],
    ['8,000', '8,000 and 18,000 and 8,000,000 and 8,000-strong', 2],
    ['don', 'don’t, don', 1],
    ['兵士', '北朝鮮の兵士', 1],
    ['U.S.', 'U.S.-led, U.S. said', 2],
    ['$425', '$425 and $4250', 1],
  ])('finds %s as whole words in: %s', (quote, text, count) => {
    expect(words(text, quote, { wholeWords: true, matchCase: true })).toHaveLength(count)
  })

  it('reads case as asked', () => {
    expect(words('Troops TROOPS troops', 'troops', exact)).toEqual(['troops'])
    expect(words('Troops TROOPS troops', 'troops', loose)).toEqual(['Troops', 'TROOPS', 'troops'])
    expect(words('ΣΟΦΟΣ σοφος σοφοσ', 'Σοφος', loose)).toHaveLength(3)
    expect(words('İstanbul, istanbul 8', 'İSTANBUL', loose)).toEqual(['İstanbul', 'istanbul'])
  })

  it('splits no character', () => {
    expect(words('e\u0301 e', 'e')).toEqual(['e'])
    expect(findOccurrences('e\u0301 e', 'e', exact)).toEqual([{ start: 3, end: 4 }])
    expect(words('👩‍👩‍👧 👩', '👩')).toEqual(['👩'])
    expect(words('🇺🇦🇰🇵', '🇦🇰')).toEqual([])
    expect(words('😀😁', '\ud83d')).toEqual([])
    expect(words('خبر: مرحبا مرحبا', 'مرحبا')).toHaveLength(2)
  })

  it.each(['', '   ', '\n'])('finds nothing for a quote without words', (quote) => {
    expect(findOccurrences('a b', quote, loose)).toEqual([])
  })

  it('gets through a text made to be slow', () => {
    const text = 'a'.repeat(400_000)
    expect(findOccurrences(text, `${'a'.repeat(20_000)}b`, loose)).toEqual([])
    expect(findOccurrences(text, 'a'.repeat(20_000), exact)).toHaveLength(20)
    expect(findOccurrences(' '.repeat(400_000), 'a b', loose)).toEqual([])
  })

  it('finds what a plain search finds', () => {
    const options = fc.record({ wholeWords: fc.constant(false), matchCase: fc.constant(true) })
    fc.assert(
      fc.property(
        unicodeText,
        fc.array(fc.constantFrom(...unicodePieces), { minLength: 1, maxLength: 2 }),
        options,
        (text, pieces, how) => {
          const quote = pieces.join('')
          const pattern = quote
            .trim()
            .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
            .replace(/\s+/gu, '\\s+')
          const expected: { start: number; end: number }[] = []
          if (quote.trim() !== '') {
            const search = new RegExp(pattern, 'uy')
            for (let start = 0; start < text.length; start += 1) {
              search.lastIndex = start
              const match = search.exec(text)
              const end = start + (match?.[0].length ?? 0)
              if (!match || !isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) continue
              expected.push({ start, end })
              start = end - 1
            }
          }
          expect(findOccurrences(text, quote, how)).toEqual(expected)
        },
      ),
      { numRuns: 400 },
    )
  })
})
