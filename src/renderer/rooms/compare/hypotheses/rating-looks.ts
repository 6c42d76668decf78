import type { Rating } from '../../../../domain/assessment/row.ts'

/** A rating as a sign that needs no colour, and the key that gives it. */
export const ratingLooks: Readonly<Record<Rating, { sign: string; keys: string }>> = {
  'very inconsistent': { sign: '−−', keys: '1' },
  inconsistent: { sign: '−', keys: '2' },
  neutral: { sign: '0', keys: '3' },
  consistent: { sign: '+', keys: '4' },
  'very consistent': { sign: '++', keys: '5' },
  'not applicable': { sign: 'n/a', keys: 'X' },
}
