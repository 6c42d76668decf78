import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unicodeText } from '../unicode-text.fixture.ts'
import { contextLength, locateAnchor, makeAnchor } from './anchor.ts'

const text = 'Seoul said 8,000 troops had left. Kyiv said 8,000 troops were already there. 👩‍👩‍👧 watched.'

function anchorOf(source: string, start: number, end: number) {
  const made = makeAnchor(source, start, end)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

describe('makeAnchor', () => {
  it('keeps the words with up to 32 code units on each side', () => {
    const start = text.indexOf('8,000', 20)
    expect(makeAnchor(text, start, start + 5)).toEqual({
      ok: true,
      value: {
        start,
        end: start + 5,
        quote: '8,000',
        prefix: ',000 troops had left. Kyiv said ',
        suffix: ' troops were already there. 👩\u200d',
      },
    })
  })

  it('cuts no surrogate pair in its context', () => {
    const pairs = '😀'.repeat(40)
    const anchor = anchorOf(`a${pairs}word${pairs}b`, 81, 85)
    expect(anchor.prefix).toBe('😀'.repeat(16))
    expect(anchorOf(`${pairs}xword${pairs}b`, 81, 85).prefix).toBe(`${'😀'.repeat(15)}x`)
    expect(anchorOf(`${pairs}wordx${pairs}b`, 80, 84).suffix).toBe(`x${'😀'.repeat(15)}`)
  })

  it.each([
    ['after the end', 0, 500, 'span_outside_text'],
    ['before the start', -1, 4, 'span_outside_text'],
    ['a fraction', 0.5, 4, 'span_outside_text'],
    ['not a number', Number.NaN, 4, 'span_outside_text'],
    ['nothing', 4, 4, 'span_empty'],
    ['back to front', 9, 4, 'span_empty'],
    ['from inside a pair', text.indexOf('👩') + 1, text.length, 'span_splits_character'],
    ['to inside a pair', 0, text.indexOf('👩') + 1, 'span_splits_character'],
  ])('refuses %s', (_, start, end, code) => {
    expect(makeAnchor(text, start, end)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('locateAnchor', () => {
  it('finds unchanged words at their position', () => {
    const anchor = anchorOf(text, 11, 16)
    expect(locateAnchor(text, anchor)).toEqual({
      ok: true,
      value: { start: 11, end: 16, by: 'position', score: 1, sure: true },
    })
  })

  it('follows words by their context when text was added before them', () => {
    const second = text.indexOf('8,000', 20)
    const located = locateAnchor(`Correction. ${text}`, anchorOf(text, second, second + 5))
    expect(located).toMatchObject({ ok: true, value: { start: second + 12, by: 'context', sure: true } })
  })

  it('prefers context over position when another place has the same words', () => {
    const before = 'Kyiv: 8,000 in Kursk. Seoul: 8,000 in the east.'
    const after = 'Seoul: 8,000 in the east. Kyiv: 8,000 in Kursk.'
    const located = locateAnchor(after, anchorOf(before, 6, 11))
    expect(located).toMatchObject({ ok: true, value: { start: after.lastIndexOf('8,000') } })
  })

  it('says that it is not sure when two places fit alike', () => {
    const anchor = { start: 100, end: 103, quote: 'ten', prefix: 'zzz', suffix: 'zzz' }
    expect(locateAnchor('ten, ten', anchor)).toMatchObject({ ok: true, value: { start: 5, sure: false } })
  })

  it('does not guess when the words are gone', () => {
    const anchor = anchorOf(text, 11, 16)
    expect(locateAnchor(text.replaceAll('8,000', '9,000'), anchor)).toMatchObject({
      ok: false,
      error: { code: 'quote_not_found', message: expect.stringContaining('“8,000”') },
    })
    expect(locateAnchor(text, { ...anchor, quote: '' })).toMatchObject({ error: { code: 'anchor_empty' } })
  })
})

describe('anchors over any Unicode text', () => {
  it('keep exactly the words at their offsets, in whole code points, and are found again', () => {
    fc.assert(
      fc.property(unicodeText, fc.nat(), fc.nat(), (source, a, b) => {
        const start = Math.min(a % (source.length + 1), b % (source.length + 1))
        const end = Math.max(a % (source.length + 1), b % (source.length + 1))
        const made = makeAnchor(source, start, end)
        if (!made.ok) {
          const cutsPair =
            !source.slice(0, start).isWellFormed() || !source.slice(0, end).isWellFormed() || start === end
          expect(cutsPair).toBe(true)
          return
        }
        const anchor = made.value
        expect(source.slice(anchor.start, anchor.end)).toBe(anchor.quote)
        expect(anchor.prefix.length).toBeLessThanOrEqual(contextLength)
        for (const part of [anchor.quote, anchor.prefix, anchor.suffix])
          expect(part.isWellFormed()).toBe(true)
        expect(source).toContain(anchor.prefix + anchor.quote + anchor.suffix)
        expect(locateAnchor(source, anchor)).toMatchObject({ ok: true, value: { start, end, sure: true } })
      }),
      { numRuns: 400 },
    )
  })

  it('find their words again after text was put in front', () => {
    fc.assert(
      fc.property(unicodeText, unicodeText, fc.nat(), fc.nat(), (source, added, a, b) => {
        const start = Math.min(a % (source.length + 1), b % (source.length + 1))
        const end = Math.max(a % (source.length + 1), b % (source.length + 1))
        const made = makeAnchor(source, start, end)
        if (!made.ok) return
        const located = locateAnchor(`${added}\n${source}`, made.value)
        if (!located.ok) throw new Error(located.error.code)
        expect(`${added}\n${source}`.slice(located.value.start, located.value.end)).toBe(made.value.quote)
      }),
      { numRuns: 300 },
    )
  })
})
