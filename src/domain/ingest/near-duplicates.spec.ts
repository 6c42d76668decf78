import { describe, expect, it } from 'vitest'
import {
  duplicateIndex,
  exactSimilarity,
  nearDuplicates,
  shingleSignature,
  signatureLength,
  similarity,
} from './near-duplicates.ts'

/** Words in an order that looks like prose and is the same in every run. */
function prose(words: number, seed: number): string[] {
  const stems =
    'the ministry of soldiers said trains border count eight north a two east had moved were at in week'.split(
      ' ',
    )
  let state = seed
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const stem = stems[(state >>> 8) % stems.length]!
    return state % 5 === 0 ? `${stem}${(state >>> 16) % 400}` : stem
  })
}

const original = prose(600, 1)
const every = (step: number, change: (word: string) => string[]) =>
  original.flatMap((word, index) => (index % step === step - 1 ? change(word) : [word])).join(' ')

const edits: [string, string][] = [
  ['the same', original.join(' ')],
  ['other spacing and case', original.map((word) => word.toUpperCase()).join('\n\n')],
  ['one word in 200 changed', every(200, () => ['another'])],
  ['one word in 50 changed', every(50, () => ['another'])],
  ['one word in 20 changed', every(20, () => ['another'])],
  ['one word in 10 changed', every(10, () => ['another'])],
  ['one word in 30 dropped', every(30, () => [])],
  ['the last third cut off', original.slice(0, 400).join(' ')],
  ['as much again added', [...original, ...prose(600, 2)].join(' ')],
  ['its halves exchanged', [...original.slice(300), ...original.slice(0, 300)].join(' ')],
  ['another text', prose(600, 3).join(' ')],
  ['a text in another script', '国防部表示大约八千名士兵已经越过边境没有人证实这一数字'],
]

describe('the likeness of two texts', () => {
  it.each(edits)('of a text and %s is estimated within 0.13', (_, edited) => {
    const text = original.join(' ')
    const exact = exactSimilarity(text, edited)
    const estimated = similarity(shingleSignature(text), shingleSignature(edited))
    expect(Math.abs(estimated - exact)).toBeLessThanOrEqual(0.13)
  })

  it('is off by no more than its standard error on the average', () => {
    const errors = Array.from({ length: 40 }, (_, seed) => {
      const one = prose(400, seed + 10)
      const other = one.map((word, index) => ((index * 7 + seed) % (seed + 6) === 0 ? `${word}x` : word))
      const [a, b] = [one.join(' '), other.join(' ')]
      return similarity(shingleSignature(a), shingleSignature(b)) - exactSimilarity(a, b)
    })
    const meanSquare = errors.reduce((sum, error) => sum + error * error, 0) / errors.length
    expect(Math.sqrt(meanSquare)).toBeLessThan(0.5 / Math.sqrt(signatureLength) + 0.01)
  })

  it('has known exact values', () => {
    expect(exactSimilarity('a b c d e f', 'a b c d e f')).toBe(1)
    // Shingles abcde, bcdef against abcde, bcdex: one of three.
    expect(exactSimilarity('a b c d e f', 'a b c d e x')).toBeCloseTo(1 / 3)
    expect(exactSimilarity('a b c d e', 'f g h i j')).toBe(0)
  })

  it('sees through typography, Unicode forms, and spaces in scripts that have none', () => {
    const pairs = [
      ['“Don’t count,” she said — not yet, Zoë.', '"Don\'t count", she said - not yet, Zoe\u0308!'],
      ['国防部表示大约八千名士兵', '国防部表示，大约 八千名 士兵。'],
      ['กระทรวงกลาโหม', 'กระทรวง กลาโหม'],
    ] as const
    for (const [one, other] of pairs)
      expect(similarity(shingleSignature(one), shingleSignature(other))).toBe(1)
  })

  it.each([
    ['one word', 'Hello', 'hello!', 1],
    ['four words', 'eight thousand at most', 'Eight thousand, at most.', 1],
    ['different short texts', 'eight thousand at most', 'ten thousand at most', 0],
    ['a short and a longer text', 'eight thousand at most', 'eight thousand at most, he said', 0],
    ['nothing and nothing', '', ' … ', 0],
    ['nothing and something', '', 'eight', 0],
  ])('of %s', (_, one, other, likeness) => {
    expect(similarity(shingleSignature(one), shingleSignature(other))).toBe(likeness)
    expect(exactSimilarity(one, other)).toBe(likeness)
  })

  it('never changes from one version to the next', () => {
    expect([...shingleSignature('Up to 8,000 soldiers have been moved to the border.').slice(0, 4)]).toEqual([
      603608005, 44564394, 2179917524, 109192492,
    ])
  })
})

describe('nearDuplicates', () => {
  const texts = edits.map(([id, text]) => ({ id, signature: shingleSignature(text) }))

  it('gives the likest first, and none below the threshold', () => {
    const near = nearDuplicates(texts[0]!.signature, texts, 0.7)
    expect(near.slice(0, 3).map(({ id }) => id)).toEqual([
      'the same',
      'other spacing and case',
      'its halves exchanged',
    ])
    expect(
      near.every(({ likeness }, index) => likeness >= 0.7 && likeness <= (near[index - 1]?.likeness ?? 1)),
    ).toBe(true)
    expect(near.map(({ id }) => id)).not.toContain('another text')
  })

  it('finds through the index among ten thousand what a look at all of them finds', () => {
    const index = duplicateIndex<number>()
    const all: { id: number; signature: Uint32Array }[] = []
    for (let id = 0; id < 10_000; id += 1) {
      const signature = shingleSignature(prose(40, id).join(' '))
      all.push({ id, signature })
      index.add(id, signature)
    }
    expect(index.size).toBe(10_000)
    for (let id = 0; id < 10_000; id += 500) {
      const copy = prose(40, id)
      copy[20] = 'changed'
      const signature = shingleSignature(copy.join(' '))
      expect(index.near(signature, 0.4)).toEqual(nearDuplicates(signature, all, 0.4))
      expect(index.near(signature)[0]?.id).toBe(id)
    }
    expect(index.near(shingleSignature('nothing that any of them has in it at all'))).toEqual([])
  })
})
