import { expect, test } from 'vitest'
import { readHeadWords, shortHead, writeHead } from './head.ts'

const hash = '0123456789abcdef'.repeat(4)

test('given a head as it was written, it is read again', () => {
  expect(readHeadWords(writeHead({ seq: 494, hash }))).toEqual({ seq: 494, hash })
  expect(readHeadWords(` #494:${hash.toUpperCase()} `)).toEqual({ seq: 494, hash })
  expect(shortHead({ seq: 494, hash })).toBe('494:0123456789ab…')
})

test('given the first twelve digits or more, they are taken; fewer, or what is no head, are not', () => {
  expect(readHeadWords(`494:${hash.slice(0, 12)}`)).toEqual({ seq: 494, hash: hash.slice(0, 12) })
  for (const words of [
    `494:${hash.slice(0, 11)}`,
    `494:${hash}0`,
    hash,
    '494',
    '494:',
    `0:${hash}`,
    `x:${hash}`,
    `-1:${hash}`,
    '',
  ])
    expect(readHeadWords(words)).toBeUndefined()
})
