import { expect, test } from 'vitest'
import { readMoment } from './read-moment.ts'

const local = (...parts: [number, number, number, number, number, number]) =>
  new Date(...parts).toISOString().replace('.000Z', 'Z')

test('a day is its evening, a clock its last second, both in local time', () => {
  expect(readMoment('1 Nov 2024')).toBe(local(2024, 10, 1, 23, 59, 59))
  expect(readMoment(' 1 November 2024, 16:42 ')).toBe(local(2024, 10, 1, 16, 42, 59))
  expect(readMoment('2024-11-01 16:42:07')).toBe(local(2024, 10, 1, 16, 42, 7))
  expect(readMoment('2024-11-01T16:42')).toBe(local(2024, 10, 1, 16, 42, 59))
  expect(readMoment('Nov 2024')).toBe(local(2024, 10, 30, 23, 59, 59))
})

test('a number, a name and an impossible clock stay as they are', () => {
  expect(readMoment('2024')).toBe('2024')
  expect(readMoment('#1204')).toBe('#1204')
  expect(readMoment('as briefed on Friday')).toBe('as briefed on Friday')
  expect(readMoment('1 Nov 2024, 25:00')).toBe('1 Nov 2024, 25:00')
  expect(readMoment('2024-11-01T16:42:07Z')).toBe('2024-11-01T16:42:07Z')
})
