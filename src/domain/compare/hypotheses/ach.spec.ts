import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Rating, ratings } from '../../assessment/row.ts'
import { credibilities, reliabilities } from '../../grade.ts'
import { diagnosticity, hypothesisScores, ratingPoints, weightOf } from './ach.ts'

const II = 'very inconsistent'
const I = 'inconsistent'
const N = 'neutral'
const C = 'consistent'
const CC = 'very consistent'
const NA = 'not applicable'

test.each<[(Rating | null)[], number | null]>([
  [[C, C, C], 0],
  [[CC, II], 4],
  [[C, I], 2],
  [[C, N], 1],
  [[CC, CC, II], 8 / 3],
  [[CC, N, II], 8 / 3],
  [[CC, II, NA], 4],
  [[CC, II, null], 4],
  [[CC, NA, null], null],
  [[CC], null],
  [[], null],
])('evidence rated %j tells its hypotheses apart by %s', (rated, apart) => {
  expect(diagnosticity(rated)).toBe(apart)
})

test('given ratings, then only what speaks against a hypothesis counts, and very inconsistent counts twice', () => {
  const evidence = [
    { ratings: [II, C, null], weight: 100 },
    { ratings: [I, CC, NA], weight: 64 },
    { ratings: [I, N, null], weight: 25 },
  ] satisfies { ratings: (Rating | null)[]; weight: number }[]
  expect(hypothesisScores(evidence, 3)).toEqual([
    { inconsistency: 4, weightedInconsistency: 2 + 0.64 + 0.25, rated: 3 },
    { inconsistency: 0, weightedInconsistency: 0, rated: 3 },
    { inconsistency: 0, weightedInconsistency: 0, rated: 1 },
  ])
  expect(hypothesisScores([], 2)).toEqual([
    { inconsistency: 0, weightedInconsistency: 0, rated: 0 },
    { inconsistency: 0, weightedInconsistency: 0, rated: 0 },
  ])
})

test.each([
  ['A', 1, 100],
  ['B', 2, 64],
  ['C', 3, 36],
  ['E', 5, 4],
  ['F', 6, 25],
  [null, null, 25],
  ['A', null, 50],
  [null, 1, 50],
] as const)('reliability %s and credibility %s weigh %i hundredths', (reliability, credibility, weight) => {
  expect(weightOf(reliability, credibility)).toBe(weight)
})

test('no better grade weighs less, and every weight lies from 4 to 100', () => {
  for (const reliability of reliabilities) {
    for (const credibility of credibilities) {
      const weight = weightOf(reliability, credibility)
      expect(weight).toBeGreaterThanOrEqual(4)
      expect(weight).toBeLessThanOrEqual(100)
      if (credibility < 5) expect(weightOf(reliability, (credibility + 1) as 5)).toBeLessThan(weight)
    }
  }
})

const rating = fc.option(fc.constantFrom(...ratings), { nil: null })

test('how much evidence tells apart is the mean distance of all pairs, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(rating, { maxLength: 12 }), (row) => {
      const points = row.flatMap((one) => (one === null ? [] : (ratingPoints[one] ?? [])))
      const distances = points.flatMap((a, i) => points.slice(i + 1).map((b) => Math.abs(a - b)))
      const mean = distances.reduce((sum, one) => sum + one, 0) / distances.length
      const apart = diagnosticity(row)
      if (distances.length === 0) expect(apart).toBeNull()
      else expect(apart).toBeCloseTo(mean, 12)
      expect(diagnosticity([...row].reverse())).toBe(apart)
    }),
  )
})

test('the order of the evidence does not matter to any hypothesis', () => {
  const evidence = fc.array(
    fc.record({
      ratings: fc.array(rating, { minLength: 3, maxLength: 3 }),
      weight: fc.integer({ min: 4, max: 100 }),
    }),
  )
  fc.assert(
    fc.property(evidence, (rows) => {
      expect(hypothesisScores([...rows].reverse(), 3)).toEqual(hypothesisScores(rows, 3))
    }),
  )
})
