import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedSpan } from './moved-span.ts'

const text = 'On Friday officials counted up to 8,000 soldiers 🪖 there, they said.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

describe('a moved span on its text', () => {
  it('given a span that grew at one end and shrank at the other, tells old, both and new in their order', () => {
    expect(movedSpan(text, at('up to 8,000'), at('8,000 soldiers 🪖'))).toEqual([
      { kind: 'context', text: 'On Friday officials counted ' },
      { kind: 'old', text: 'up to ' },
      { kind: 'both', text: '8,000' },
      { kind: 'new', text: ' soldiers 🪖' },
      { kind: 'context', text: ' there, they said.' },
    ])
  })

  it('given spans apart, shows what lies between as context', () => {
    const kinds = movedSpan(text, at('said'), at('Friday')).map(({ kind }) => kind)
    expect(kinds).toEqual(['context', 'new', 'context', 'old', 'context'])
  })

  it('given a long stretch, cuts it in its middle and never inside a character', () => {
    const long = '🪖'.repeat(500)
    const parts = movedSpan(long, { start: 0, end: 2 }, { start: 0, end: 1000 })
    expect(parts.map(({ kind }) => kind)).toEqual(['both', 'new'])
    expect(parts[1]?.text.length).toBeLessThan(170)
    for (const part of parts) expect(part.text.isWellFormed()).toBe(true)
  })

  it('given a place outside the text, has nothing to show', () => {
    expect(movedSpan(text, at('said'), { start: 60, end: 600 })).toEqual([])
  })

  it('given any two spans, its pieces are the text and each span is found in it', () => {
    const place = fc.nat(text.length)
    fc.assert(
      fc.property(place, place, place, place, (a, b, c, d) => {
        const before = { start: Math.min(a, b), end: Math.max(a, b) }
        const after = { start: Math.min(c, d), end: Math.max(c, d) }
        const parts = movedSpan(text, before, after)
        fc.pre(parts.length > 0)
        const join = (...kinds: string[]) =>
          parts
            .filter(({ kind }) => kinds.includes(kind))
            .map((part) => part.text)
            .join('')
        expect(text).toContain(join('old', 'new', 'both', 'context'))
        expect(join('old', 'both')).toBe(text.slice(before.start, before.end))
        expect(join('new', 'both')).toBe(text.slice(after.start, after.end))
      }),
    )
  })
})
