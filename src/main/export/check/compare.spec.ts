import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWith } from './compare.ts'

describe('a file of bytes beside what was expected', () => {
  it('is the same for the same bytes, however either side is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), cuts, cuts, async (bytes, a, b) => {
        expect(await compareWith(cutAt(bytes, a), stream(cutAt(bytes, b)), 'bytes')).toBeNull()
      }),
    )
  })

  it('is told by the first byte that differs, and where one of them ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.uint8Array(), cuts, cuts, async (file, expected, a, b) => {
        const same = file.findIndex((byte, at) => byte !== expected[at])
        const at = same < 0 ? file.length : same
        fc.pre(at < Math.max(file.length, expected.length))
        const found = await compareWith(cutAt(expected, a), stream(cutAt(file, b)), 'bytes')
        expect(found).toMatchObject({ difference: null, sentence: expect.stringContaining(` ${at} bytes`) })
        expect(found!.sentence).toContain(
          at === file.length ? 'cut short' : at === expected.length ? 'goes on' : 'differs first',
        )
      }),
    )
  })
})

const cuts = fc.array(fc.nat(40))

function cutAt(bytes: Uint8Array, places: number[]): Uint8Array[] {
  const ends = [0, ...places.filter((place) => place <= bytes.length), bytes.length].toSorted((a, b) => a - b)
  return ends.slice(1).map((end, index) => bytes.subarray(ends[index], end))
}

async function* stream(pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}
