import { describe, expect, it } from 'vitest'
import { type Carried, type Offer, stillOpen } from './still-open.ts'

const eight: Offer = {
  key: 'eight',
  start: 10,
  end: 60,
  quantity: { start: 20, end: 30, low: null, high: 8000 },
}
const ninety: Offer = {
  key: 'ninety',
  start: 80,
  end: 99,
  quantity: { start: 85, end: 90, low: 90, high: 90 },
}
const denial: Offer = { key: 'denial', start: 110, end: 140, quantity: null }
const all = [eight, ninety, denial]
const none = new Set<string>()

describe('suggestions that are still open', () => {
  it('are all of them where nothing was judged', () => {
    expect(stillOpen(all, { annotations: [], claims: [] }, none)).toEqual(all)
  })

  it('are not those rejected', () => {
    expect(keys(stillOpen(all, { annotations: [], claims: [] }, new Set(['ninety'])))).toEqual([
      'eight',
      'denial',
    ])
  })

  it('are not those whose figure a claim on their words has, whatever its span', () => {
    expect(keys(stillOpen(all, carried([22, 26, 8000]), none))).toEqual(['ninety', 'denial'])
    expect(keys(stillOpen(all, carried([0, 70, 8000]), none))).toEqual(['ninety', 'denial'])
  })

  it('stay where a claim on their words has another figure, or lies elsewhere', () => {
    expect(keys(stillOpen(all, carried([22, 26, 7000]), none))).toEqual(['eight', 'ninety', 'denial'])
    expect(keys(stillOpen(all, carried([62, 70, 8000]), none))).toEqual(['eight', 'ninety', 'denial'])
  })

  it('are not those accepted whose figure was corrected since: a claim rests on exactly their words', () => {
    expect(keys(stillOpen(all, carried([10, 60, 9000]), none))).toEqual(['ninety', 'denial'])
  })

  it('are not statements on whose words a claim without a figure rests', () => {
    expect(keys(stillOpen(all, carried([105, 120, null]), none))).toEqual(['eight', 'ninety'])
    expect(keys(stillOpen(all, carried([105, 120, 5]), none))).toEqual(['eight', 'ninety', 'denial'])
  })

  it('lose one of two on the same words for each claim, the one of its figure first', () => {
    const twelve = { ...eight, key: 'twelve', quantity: { start: 40, end: 50, low: 12, high: 12 } }
    expect(keys(stillOpen([eight, twelve], carried([10, 60, 12]), none))).toEqual(['eight'])
    expect(keys(stillOpen([eight, twelve], carried([10, 60, 77]), none))).toEqual(['twelve'])
    expect(keys(stillOpen([eight, twelve], carried([10, 60, 12], [10, 60, 77]), none))).toEqual([])
  })

  it('forget a claim that lost its words', () => {
    const claims = [{ id: 'c', low: null, high: 8000, evidence: ['gone'] }]
    expect(stillOpen(all, { annotations: [], claims }, none)).toEqual(all)
  })
})

function keys(suggestions: readonly Offer[]): string[] {
  return suggestions.map(({ key }) => key)
}

/** A claim with its annotation for each: where it begins and ends, and its figure. */
function carried(...claims: [start: number, end: number, figure: number | null][]): Carried {
  return {
    annotations: claims.map(([start, end], index) => ({ id: `n${index}`, start, end })),
    claims: claims.map(([, , figure], index) => ({
      id: `c${index}`,
      low: figure,
      high: figure,
      evidence: [`n${index}`],
    })),
  }
}
