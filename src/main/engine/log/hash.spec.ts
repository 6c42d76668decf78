import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Field, hashFields } from './hash.ts'
import { eventId } from './log.ts'

const field: fc.Arbitrary<Field> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.maxSafeInteger(),
  fc.constant(null),
  fc.uint8Array({ maxLength: 40 }),
)

test('given any columns, the hash is SHA-256 over each one’s length and stored bytes', () => {
  fc.assert(
    fc.property(fc.array(field, { maxLength: 12 }), (fields) => {
      expect(hashFields(fields).toString('hex')).toBe(byTheBook(fields))
    }),
  )
})

test('given a column longer than the buffer at hand, the hash is right too', () => {
  const long = 'é'.repeat(200_000)
  expect(hashFields(['a', long, 'b']).toString('hex')).toBe(byTheBook(['a', long, 'b']))
})

test('given words that only move from one column to the next, the hash differs', () => {
  expect(hashFields(['ab', 'c'])).not.toEqual(hashFields(['a', 'bc']))
  expect(hashFields([null])).not.toEqual(hashFields(['']))
  expect(hashFields([1])).not.toEqual(hashFields(['1']))
})

test('an event’s id is a UUIDv7 of its time, and the same on every machine', () => {
  const id = eventId(Date.UTC(2024, 10, 1), 'command-1', 0)
  expect(id).toBe('0192e505-9000-7eb5-b532-7c2b91d57a70')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(eventId(Date.UTC(2024, 10, 1), 'command-1', 1)).not.toBe(id)
})

/** The same, slowly and plainly. */
function byTheBook(fields: readonly Field[]): string {
  const hash = createHash('sha256')
  for (const value of fields) {
    const length = Buffer.alloc(4)
    if (value === null) {
      length.writeUInt32BE(0xffffffff)
      hash.update(length)
      continue
    }
    const bytes = Buffer.from(typeof value === 'number' ? '' : value)
    const stored = typeof value === 'number' ? Buffer.alloc(8) : bytes
    if (typeof value === 'number') stored.writeBigInt64BE(BigInt(value))
    length.writeUInt32BE(stored.length)
    hash.update(length).update(stored)
  }
  return hash.digest('hex')
}
