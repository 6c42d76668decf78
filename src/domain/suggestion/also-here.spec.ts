import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alsoHere, bareWords, type KnownWords, type OnTheText } from './also-here.ts'

const nothing: OnTheText = { annotations: [], furniture: [] }
const ministry: KnownWords = { words: 'Ministry', tagIds: ['speaker'], sourceId: 's1' }
const foreign: KnownWords = { words: 'Foreign Ministry', tagIds: ['speaker'], sourceId: 's2' }
const text = 'The Foreign\nMinistry spoke. The Ministry’s men, the ministry said, Ministrymen; Ministry.'

describe('words known elsewhere', () => {
  it('are found whole, with their capitals, across any white space, the longer first', () => {
    expect(found(text, [ministry, foreign])).toEqual({
      Ministry: ['Ministry', 'Ministry'],
      'Foreign Ministry': ['Foreign\nMinistry'],
    })
  })

  it('come with the most places first, then in the order of the text', () => {
    const tank = { words: 'tank', tagIds: [], sourceId: null }
    const boat = { words: 'boat', tagIds: [], sourceId: null }
    const order = alsoHere('boat tank tank', [boat, tank], nothing).map(({ words }) => words)
    expect(order).toEqual(['tank', 'boat'])
  })

  it('are not offered where they are marked with the same tag or exactly', () => {
    const at = (quote: string, tagIds: string[]) => {
      const start = 'A Ministry here, a Ministry there.'.indexOf(quote)
      return { start, end: start + quote.length, tagIds }
    }
    const places = (mark: ReturnType<typeof at>) =>
      alsoHere('A Ministry here, a Ministry there.', [ministry], { annotations: [mark], furniture: [] })[0]
        ?.places.length
    expect(places(at('Ministry', ['other']))).toBe(1)
    expect(places(at('A Ministry here', ['speaker']))).toBe(1)
    expect(places(at('A Ministry here', ['other']))).toBe(2)
  })

  it('are not offered in furniture', () => {
    const furniture = [{ start: 0, end: 12 }]
    expect(alsoHere('Ministry now Ministry', [ministry], { annotations: [], furniture })[0]?.places).toEqual([
      { start: 13, end: 21 },
    ])
  })

  it('are found beside emoji, and not inside words of letters beyond the first plane', () => {
    expect(found('🚚Ministry🚚 𐐷Ministry Ministry𐐷', [ministry])).toEqual({ Ministry: ['Ministry'] })
  })

  it('need a letter, and lose the marks around them', () => {
    expect(found('It is 8,000, “up to 8,000”.', [words('8,000'), words('“up to 8,000”')])).toEqual({
      'up to 8,000': ['up to 8,000'],
    })
    expect(bareWords(' «up\n to 8,000 soldiers».')).toBe('up to 8,000 soldiers')
  })

  it('keep tags where the same words are a source’s name as well', () => {
    const plain = { words: 'Ministry', tagIds: [], sourceId: 's1' }
    const tagged = { words: 'Ministry', tagIds: ['t'], sourceId: null }
    expect(alsoHere('Ministry', [plain, tagged], nothing)[0]).toMatchObject({ tagIds: ['t'], sourceId: 's1' })
  })

  it('lie in the text as they are, none over another, in any text', () => {
    const piece = fc.constantFrom(
      'Ministry',
      'Foreign',
      ' ',
      '\n',
      '🛰️',
      'جندي',
      '北朝鮮',
      'e\u0301té',
      ',',
      'a',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const mixed = pieces.join('')
        const known = [ministry, foreign, words('جندي'), words('e\u0301té'), words('北朝鮮')]
        const places = alsoHere(mixed, known, nothing).flatMap((one) =>
          one.places.map((place) => ({ ...place, words: one.words })),
        )
        for (const { start, end, words: wanted } of places) {
          expect(mixed.slice(start, end).replace(/\s+/gu, ' ')).toBe(wanted)
        }
        const inOrder = places.sort((a, b) => a.start - b.start)
        for (const [index, { end }] of inOrder.entries()) {
          expect(end).toBeLessThanOrEqual(inOrder[index + 1]?.start ?? mixed.length)
        }
      }),
    )
  })
})

function words(quote: string): KnownWords {
  return { words: quote, tagIds: [], sourceId: null }
}

/** The words found, each with its places' words in order. */
function found(within: string, known: readonly KnownWords[]): Record<string, string[]> {
  return Object.fromEntries(
    alsoHere(within, known, nothing).map((one) => [
      one.words,
      one.places.map(({ start, end }) => within.slice(start, end)),
    ]),
  )
}
