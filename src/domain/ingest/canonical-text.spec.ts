import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unicodeText } from '../unicode-text.fixture.ts'
import { canonicalText } from './canonical-text.ts'

function canonical(raw: string) {
  const made = canonicalText(raw)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

describe('canonicalText', () => {
  it('writes every kind of line end as LF and says so', () => {
    const made = canonical('a\r\nb\rc\u0085d\u2028e\u2029f\n\ng')
    expect(made.text).toBe('a\nb\nc\nd\ne\nf\n\ng')
    expect(made.notes).toEqual([expect.stringContaining('Line ends')])
  })

  it('leaves everything else as it was: no normalisation, no trimming', () => {
    const text = '  e\u0301 é ﬁ ½ \u00a0 👩‍👩‍👧 \ufeff\u200b\f\v\tשלום  \n'
    expect(canonical(text)).toEqual({ text, notes: [] })
  })

  it('drops one byte order mark at the start', () => {
    expect(canonical('\ufeff\ufeffa')).toEqual({ text: '\ufeffa', notes: [] })
  })

  it('replaces what no text can keep, with a count', () => {
    const made = canonical('a\0b\0c \ud83d d \ude00')
    expect(made.text).toBe('a\ufffdb\ufffdc \ufffd d \ufffd')
    expect(made.notes).toEqual([
      '2 NUL characters were replaced by �, because files and databases cannot keep it.',
      '2 broken characters were replaced by �: half of a pair.',
    ])
  })

  it.each(['', '  \n\t', '\ufeff\u200b', '\0', '\u3000'])('refuses %j, which has no words', (raw) => {
    expect(canonicalText(raw)).toMatchObject({ ok: false, error: { code: 'text_empty' } })
  })

  it('is its own canonical form, whatever the source', () => {
    fc.assert(
      fc.property(unicodeText, fc.constantFrom('\r\n', '\r', '\u2028', '\n'), (text, lineEnd) => {
        const source = `a${text}`.replaceAll('\n', lineEnd)
        const once = canonical(source).text
        expect(once).toBe(
          `a${text}`.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll('\0', '\ufffd'),
        )
        expect(canonical(once)).toEqual({ text: once, notes: [] })
      }),
      { numRuns: 200 },
    )
  })
})
