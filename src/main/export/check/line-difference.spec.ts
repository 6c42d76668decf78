import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDifference } from './line-difference.ts'

const three = 'one,1\r\ntwo,2\r\nthree,3\r\n'

describe('the first difference between a file and what was expected', () => {
  it('is none for the same bytes, however either side is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.nat(40)),
        fc.array(fc.nat(40)),
        async (text, a, b) => {
          const bytes = Buffer.from(text, 'utf8')
          expect(await firstDifference(cutAt(bytes, a), cutAt(bytes, b))).toBeNull()
        },
      ),
    )
  })

  it('is found for any other bytes, in the line where they part', async () => {
    await fc.assert(
      fc.asyncProperty(lineTexts, lineTexts, async (file, expected) => {
        fc.pre(file !== expected)
        const found = await firstDifference([file], [expected])
        const [ours, theirs] = [file.split(/(?<=\n)/), expected.split(/(?<=\n)/)]
        const same = ours.findIndex((line, index) => line !== theirs[index])
        expect(found?.line).toBe((same < 0 ? ours.length : same) + 1)
      }),
    )
  })

  it.each([
    ['a changed word', three.replace('two,2', 'two,3'), { line: 2, column: 5, kind: 'changed' }],
    ['an end after a line', 'one,1\r\n', { line: 2, kind: 'truncated', lines: 2, file: null }],
    ['an end in a line', 'one,1\r\ntw', { line: 2, column: 3, kind: 'truncated', lines: 2, file: 'tw' }],
    ['no bytes', '', { line: 1, kind: 'truncated', lines: 3 }],
    [
      'lines after the end',
      `${three}x\r\ny`,
      { line: 4, kind: 'extra', lines: 2, expected: null, file: 'x' },
    ],
    ['line feeds alone', three.replaceAll('\r\n', '\n'), { line: 1, kind: 'changed', hint: 'line ends' }],
    ['a byte order mark', `\ufeff${three}`, { line: 1, kind: 'changed', hint: 'byte order mark' }],
    ['a line left out', 'one,1\r\nthree,3\r\n', { line: 2, column: 2, kind: 'changed', hint: null }],
  ])('given %s, says so', async (_, file, told) => {
    expect(await firstDifference([file], [three])).toMatchObject(told)
  })

  it('given bytes that are no UTF-8, still finds them', async () => {
    const file = Buffer.from('caf\u00e9,1\r\n', 'latin1')
    expect(await firstDifference([file], ['café,1\r\n'])).toMatchObject({ line: 1, column: 4 })
  })

  it('given a long line, tells the words around the place only', async () => {
    const line = 'x'.repeat(10_000)
    const found = await firstDifference([`${line}a${line}`], [`${line}b${line}`])
    expect(found!.column).toBe(10_001)
    expect(found!.file).toBe(`…${'x'.repeat(40)}a${'x'.repeat(79)}…`)
  })
})

/** Short lines that are often alike, each text ending with a line feed. */
const lineTexts = fc
  .array(fc.constantFrom('a', 'b', 'ab', ''), { maxLength: 5 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''))

function cutAt(bytes: Buffer, lengths: number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let from = 0
  for (const length of lengths) {
    pieces.push(bytes.subarray(from, from + length))
    from += length
  }
  return [...pieces, bytes.subarray(from)]
}
