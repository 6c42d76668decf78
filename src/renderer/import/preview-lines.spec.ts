import { describe, expect, it } from 'vitest'
import { linesOf } from './preview-lines.ts'

const text = 'Title\n\nMost Popular\nA list\n\nWords of the text.'
const mark = { key: 'f', start: 7, end: 26, kind: 'most popular' as const, reason: 'label', on: true }

describe('the lines of a preview', () => {
  it('are the text’s own, found again by their offsets', () => {
    for (const line of linesOf(text, [])) expect(text.slice(line.start, line.end)).toBe(line.text)
    expect(linesOf(text, []).map(({ gap }) => gap)).toEqual([false, true, false, true])
  })

  it('carry the furniture they belong to; its first line names it', () => {
    expect(linesOf(text, [mark]).map(({ mark, opens }) => [mark?.kind ?? null, opens])).toEqual([
      [null, false],
      ['most popular', true],
      ['most popular', false],
      [null, false],
    ])
  })

  it('are plain text where furniture is switched off', () => {
    expect(linesOf(text, [{ ...mark, on: false }]).every(({ mark }) => mark === null)).toBe(true)
  })
})
