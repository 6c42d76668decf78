import { expect, test } from 'vitest'
import { idSchema, instantSchema, proseSchema } from './scalars.ts'

test.each(['__proto__', '', 'a b', 'ä', 'x'.repeat(65)])('given %j, then it is no id', (id) => {
  expect(idSchema.safeParse(id).success).toBe(false)
})

test.each([
  ['before 1970, where no UUIDv7 reaches', '1969-12-31T23:59:59.999Z'],
  ['on a day that does not exist', '2024-02-30T08:00:00.000Z'],
  ['without milliseconds', '2024-02-28T08:00:00Z'],
])('given a time %s, then it is refused', (_, at) => {
  expect(instantSchema.safeParse(at).success).toBe(false)
  expect(instantSchema.safeParse('1970-01-01T00:00:00.000Z').success).toBe(true)
})

test('given NUL or half a character in prose, then it is refused; line breaks are not', () => {
  const prose = proseSchema(20)
  expect(prose.safeParse('a\0b').success).toBe(false)
  expect(prose.safeParse('a\ud83d').success).toBe(false)
  expect(prose.safeParse('a\n\tb 🙂').success).toBe(true)
})
