import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesForTerminal, oneLine } from './terminal-text.ts'

/** C0, DEL and C1, the marks, embeddings, overrides and isolates of the bidirectional algorithm, other line ends. */
const steering: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
]

const steers = (text: string) =>
  Array.from(text, (sign) => sign.charCodeAt(0)).some((code) =>
    steering.some(([first, last]) => code >= first && code <= last),
  )

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0x2100 }).map((code) => String.fromCharCode(code)) }),
)

describe('text on its way to a terminal', () => {
  it('holds nothing that steers it, whatever it was made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(steers(oneLine(text))).toBe(false)
        expect(oneLine(text)).not.toMatch(/[\n\t]/)
        expect(steers(linesForTerminal(text))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('shows what it would have done', () => {
    expect(oneLine('safe\u001b]0;owned\u0007 \u009b2J')).toBe('safe\\u{1B}]0;owned\\u{7} \\u{9B}2J')
    expect(oneLine('report\u202etxt.exe')).toBe('report\\u{202E}txt.exe')
    expect(oneLine('two\r\n\tlines\u2028of')).toBe('two lines of')
    expect(linesForTerminal('a,b\r\nc\td\r')).toBe('a,b\nc\td\\u{D}')
  })

  it('keeps every language as it is', () => {
    const text = 'שלום “Москва” 東京 🙂 é العربية'
    expect(oneLine(text)).toBe(text)
    expect(linesForTerminal(text)).toBe(text)
  })
})
