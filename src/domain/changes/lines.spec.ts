import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineChange, lineChanges } from './lines.ts'

const told = (changes: LineChange[]) =>
  changes.map(({ kind, text }) => `${{ same: ' ', old: '-', new: '+', gap: '~' }[kind]}${text}`)

describe('two texts line by line', () => {
  it('given the same text, has nothing to tell', () => {
    expect(lineChanges('one\ntwo', 'one\ntwo')).toEqual([])
    expect(lineChanges('', '')).toEqual([])
  })

  it('given a changed line, shows it old before new with two lines around it and counts the others', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const now = lines.with(4, 'E')
    expect(told(lineChanges(lines.join('\n'), now.join('\n')))).toEqual([
      '~2 lines the same',
      ' c',
      ' d',
      '-e',
      '+E',
      ' f',
      ' g',
      '~1 line the same',
    ])
  })

  it('given a line moved in between, keeps what is the same', () => {
    expect(told(lineChanges('a\nb\nc', 'a\nx\nb\nc\ny'))).toEqual([' a', '+x', ' b', ' c', '+y'])
  })

  it('given a text from nothing or to nothing, is all new or all old', () => {
    expect(told(lineChanges('', 'a\nb'))).toEqual(['+a', '+b'])
    expect(told(lineChanges('a\r\nb', ''))).toEqual(['-a', '-b'])
  })

  it('given too many differences to search through, replaces one text by the other', () => {
    const lines = (word: string) => Array.from({ length: 1500 }, (_, index) => `${word}${index}`)
    const changes = lineChanges(
      ['head', ...lines('a'), 'tail'].join('\n'),
      ['head', ...lines('b'), 'tail'].join('\n'),
    )
    expect(changes.slice(0, 2)).toEqual([
      { kind: 'same', text: 'head' },
      { kind: 'old', text: 'a0' },
    ])
    expect(changes).toHaveLength(3002)
  })

  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 25 })
  it('given any texts, leads from one to the other and back', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const [old, now] = [before.join('\n'), after.join('\n')]
        const [oldLines, newLines] = [old === '' ? [] : before, now === '' ? [] : after]
        let [x, y] = [0, 0]
        for (const { kind, text } of lineChanges(old, now)) {
          const same = kind === 'gap' ? Number.parseInt(text, 10) : kind === 'same' ? 1 : 0
          for (let line = 0; line < same; line += 1) {
            expect(oldLines[x + line]).toBe(newLines[y + line])
            if (kind === 'same') expect(text).toBe(oldLines[x])
          }
          if (kind === 'old') expect(oldLines[x]).toBe(text)
          if (kind === 'new') expect(newLines[y]).toBe(text)
          x += kind === 'old' ? 1 : same
          y += kind === 'new' ? 1 : same
        }
        if (old !== now) expect([x, y]).toEqual([oldLines.length, newLines.length])
      }),
      { numRuns: 500 },
    )
  })

  it('given any texts, takes out and puts in as few lines as a longest common part allows', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changed = lineChanges(before.join('\n'), after.join('\n')).filter(
          ({ kind }) => kind === 'old' || kind === 'new',
        )
        const [old, now] = [before, after].map((lines) => (lines.join('\n') === '' ? [] : lines)) as [
          string[],
          string[],
        ]
        expect(changed).toHaveLength(old.length + now.length - 2 * longestCommon(old, now))
      }),
      { numRuns: 500 },
    )
  })
})

/** The textbook's table: slow, and surely right. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const line of a) {
    const next = [0]
    for (const [index, other] of b.entries()) {
      next.push(line === other ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!))
    }
    row = next
  }
  return row.at(-1)!
}
