import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packEnvelope, unpackEnvelope } from './envelope.ts'

describe('an envelope', () => {
  it('brings back any plain data with bytes at any depth', () => {
    const data = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).value
    fc.assert(
      fc.property(data, (value) => {
        expect(unpackEnvelope(packEnvelope(value))).toEqual(value)
      }),
    )
  })

  it('keeps a value that looks like a placeholder apart from bytes', () => {
    const value = { value: null, parts: [{ path: [], length: 3 }], bytes: new Uint8Array([1, 2, 3]) }
    expect(unpackEnvelope(packEnvelope(value))).toEqual(value)
  })

  it('unpacks bytes that lie at an odd offset of a larger buffer', () => {
    const packed = packEnvelope({ file: new Uint8Array([7, 8]) })
    const within = new Uint8Array(packed.length + 3)
    within.set(packed, 3)
    expect(unpackEnvelope(within.subarray(3))).toEqual({ file: new Uint8Array([7, 8]) })
  })
})

describe('bytes that are no whole envelope', () => {
  const packed = packEnvelope({ file: new Uint8Array([1, 2, 3]) })
  const withHead = (head: unknown, ...body: number[]) => {
    const json = new TextEncoder().encode(JSON.stringify(head))
    return new Uint8Array([json.length, 0, 0, 0, ...json, ...body])
  }

  it.each([
    ['empty', new Uint8Array()],
    ['without its end', packed.subarray(0, packed.length - 1)],
    ['with bytes too many', new Uint8Array([...packed, 0])],
    ['with a length beyond the end', new Uint8Array([255, 255, 255, 255, 123, 125])],
    ['with a head that is not JSON', new Uint8Array([2, 0, 0, 0, 123, 123])],
    ['with a head that is not UTF-8', new Uint8Array([1, 0, 0, 0, 255])],
    ['with a head that is a list', withHead([])],
    ['with a negative length', withHead({ value: { a: null }, parts: [{ path: ['a'], length: -1 }] })],
    ['with a path that ends nowhere', withHead({ value: {}, parts: [{ path: ['a'], length: 1 }] }, 1)],
    ['with a path over a value', withHead({ value: { a: 1 }, parts: [{ path: ['a'], length: 1 }] }, 1)],
    [
      'with a path to the prototype',
      withHead({ value: {}, parts: [{ path: ['__proto__', 'x'], length: 1 }] }, 1),
    ],
  ])('are refused: %s', (_case, bytes) => {
    expect(() => unpackEnvelope(bytes)).toThrow()
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})
