import { expect, it } from 'vitest'
import { periodWords } from './period-words.ts'

it.each([
  ['2024-10-31', '2024-10-31', '31 October 2024'],
  ['2024-10-28', '2024-10-31', '28 to 31 October 2024'],
  ['2024-10-28', '2024-11-03', '28 October to 3 November 2024'],
  ['2024-12-30', '2025-01-02', '30 December 2024 to 2 January 2025'],
  ['2023-10-28', '2024-10-28', '28 October 2023 to 28 October 2024'],
  [null, null, ''],
])('tells %s to %s as “%s”', (from, to, words) => {
  expect(periodWords(from, to)).toBe(words)
})
