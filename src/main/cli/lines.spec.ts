import { expect, test } from 'vitest'
import { lineBatches } from './lines.ts'

async function linesOf(pieces: (string | number[])[], most?: number) {
  async function* stream() {
    for (const piece of pieces)
      yield typeof piece === 'string' ? new TextEncoder().encode(piece) : Uint8Array.from(piece)
  }
  const lines: [number, string | null][] = []
  for await (const batch of lineBatches(stream(), most))
    for (const { number, text } of batch) lines.push([number, text])
  return lines
}

test('given lines in pieces that cut a character, then they are whole and numbered from 1', async () => {
  expect(await linesOf(['\ufeffa\nb', [0xe2, 0x82], [0xac], '\n\nc'])).toEqual([
    [1, 'a'],
    [2, 'b€'],
    [3, ''],
    [4, 'c'],
  ])
})

test('given a line that is not UTF-8, then only that one is told as broken', async () => {
  expect(await linesOf(['a\n', [0x63, 0xe9, 0x0a], 'd\n'])).toEqual([
    [1, 'a'],
    [2, null],
    [3, 'd'],
  ])
  expect(await linesOf([[0x61, 0x0a, 0xe9, 0x0a, 0x62, 0x0a]])).toEqual([
    [1, 'a'],
    [2, null],
    [3, 'b'],
  ])
})

test('given a line longer than any command, then it is told as broken and the next ones are read', async () => {
  expect(await linesOf(['aaaa', 'aaaa', 'aaaa\nb\nc\n', 'd'], 10)).toEqual([
    [1, null],
    [2, 'b'],
    [3, 'c'],
    [4, 'd'],
  ])
})
