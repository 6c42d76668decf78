import type { Rating } from '../../assessment/row.ts'
import type { Credibility, Reliability } from '../../grade.ts'

/**
 * What the cells of an ACH matrix add up to. The method is R. J. Heuer's (Psychology of Intelligence Analysis, 1999,
 * chapter 8): hypotheses are not confirmed but ruled out, so the one with the least evidence against it stands
 * first; and evidence is worth what it tells hypotheses apart, not how much of it there is. The numbers below are
 * this program's way to put both in an order. They are no probabilities, and no likelihood is derived from them.
 */

/** How far a rating speaks for (2) or against (−2) a hypothesis; null for one that says nothing on it. */
export const ratingPoints: Readonly<Record<Rating, number | null>> = {
  'very inconsistent': -2,
  inconsistent: -1,
  neutral: 0,
  consistent: 1,
  'very consistent': 2,
  'not applicable': null,
}

/**
 * The weight of evidence in hundredths: tenths for the source's reliability times tenths for the information's
 * credibility. Each step down the scale takes two tenths. A grade that is missing or says “cannot be judged” (F, 6)
 * counts as the middle: it is neither a bad one nor a good one.
 */
export const reliabilityTenths: Readonly<Record<Reliability, number>> = {
  A: 10,
  B: 8,
  C: 6,
  D: 4,
  E: 2,
  F: 5,
}
export const credibilityTenths: Readonly<Record<Credibility, number>> = {
  1: 10,
  2: 8,
  3: 6,
  4: 4,
  5: 2,
  6: 5,
}
const ungraded = 5

/** From 4 to 100. */
export function weightOf(reliability: Reliability | null, credibility: Credibility | null): number {
  return (
    (reliability === null ? ungraded : reliabilityTenths[reliability]) *
    (credibility === null ? ungraded : credibilityTenths[credibility])
  )
}

/** The cells of one piece of evidence, one for each hypothesis; null where nothing was rated yet. */
export interface RatedEvidence {
  ratings: readonly (Rating | null)[]
  /** Hundredths. */
  weight: number
}

export interface HypothesisScore {
  /** Points against it: 1 for each inconsistent piece of evidence, 2 for each very inconsistent one. */
  inconsistency: number
  /** Likewise, each piece by its weight. */
  weightedInconsistency: number
  /** Pieces of evidence that are rated against it, also as not applicable. */
  rated: number
}

/** The score of the hypothesis at each place of the ratings. The order of the evidence does not matter. */
export function hypothesisScores(evidence: readonly RatedEvidence[], hypotheses: number): HypothesisScore[] {
  const scores = Array.from({ length: hypotheses }, () => ({ points: 0, hundredths: 0, rated: 0 }))
  for (const { ratings, weight } of evidence) {
    for (const [place, score] of scores.entries()) {
      const rating = ratings[place] ?? null
      if (rating === null) continue
      const against = Math.max(0, -(ratingPoints[rating] ?? 0))
      score.points += against
      score.hundredths += against * weight
      score.rated += 1
    }
  }
  return scores.map(({ points, hundredths, rated }) => ({
    inconsistency: points,
    weightedInconsistency: hundredths / 100,
    rated,
  }))
}

/**
 * How much a piece of evidence tells hypotheses apart, from 0 (all alike) to 4: the mean distance between the points
 * of two hypotheses. Null with fewer than two that it says anything on.
 */
export function diagnosticity(ratings: readonly (Rating | null)[]): number | null {
  const points = ratings
    .flatMap((rating) => (rating === null ? [] : (ratingPoints[rating] ?? [])))
    .sort((a, b) => a - b)
  if (points.length < 2) return null
  let distance = 0
  let before = 0
  // In rising order each one is as far from all before it as its value times their number, less their sum.
  for (const [index, point] of points.entries()) {
    distance += point * index - before
    before += point
  }
  return distance / ((points.length * (points.length - 1)) / 2)
}
