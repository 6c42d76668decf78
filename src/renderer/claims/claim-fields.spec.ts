import { describe, expect, it } from 'vitest'
import { type ClaimFields, emptyClaim } from '../../domain/claim/fields.ts'
import { changesBetween, fieldWords, rebase } from './claim-fields.ts'

const base: ClaimFields = { ...emptyClaim, statement: 'Eight thousand stand there.', via: ['wire'] }
const names = { source: (id: string) => `source ${id}`, topic: (id: string) => `topic ${id}` }

describe('the fields of the claim form', () => {
  it('are saved as the columns that changed; of a quantity and a period all together', () => {
    const after: ClaimFields = { ...base, qualifier: 'up to', high: 8000, note: 'Look again' }
    expect(changesBetween(base, after)).toEqual({
      qualifier: 'up to',
      low: null,
      high: 8000,
      unit: '',
      note: 'Look again',
    })
    expect(changesBetween(base, { ...base, via: ['wire'] })).toEqual({})
  })

  it('are told in words', () => {
    const fields: ClaimFields = {
      ...base,
      qualifier: 'at least',
      low: 7000,
      unit: 'men',
      credibility: 2,
      eventFrom: '2024-10-30',
      eventTo: '2024-10-31',
    }
    expect(fieldWords('quantity', fields, names)).toBe('at least 7,000 men')
    expect(fieldWords('credibility', fields, names)).toBe('2 probably true')
    expect(fieldWords('happened', fields, names)).toMatch(/^30\s?.\s?31 Oct 2024$/)
    expect(fieldWords('via', fields, names)).toBe('source wire')
    expect(fieldWords('place', fields, names)).toBe('none')
  })
})

describe('a claim that was changed while its form was open', () => {
  it('gives the form what only the others changed', () => {
    const mine: ClaimFields = { ...base, note: 'Mine' }
    const theirs: ClaimFields = { ...base, place: 'Kursk' }
    expect(rebase(base, mine, theirs)).toEqual({
      fields: { ...base, note: 'Mine', place: 'Kursk' },
      conflicts: [],
    })
  })

  it('leaves to the person what both changed differently, and keeps the form’s value until then', () => {
    const mine: ClaimFields = { ...base, qualifier: 'up to', high: 8000 }
    const theirs: ClaimFields = { ...base, qualifier: 'about', low: 9000, high: 9000 }
    expect(rebase(base, mine, theirs)).toEqual({ fields: mine, conflicts: ['quantity'] })
  })

  it('has nothing to decide where both set the same', () => {
    const both: ClaimFields = { ...base, status: 'disputed' }
    expect(rebase(base, both, { ...both })).toEqual({ fields: both, conflicts: [] })
  })
})
