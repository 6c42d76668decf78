import type { z } from 'zod'
import { type ClaimFields, emptyClaim } from './fields.ts'
import { claimFields } from './row.ts'

/** Fields that stand in every claim.make that was ever kept. None is added. */
const filledIn = [
  'sourceId',
  'via',
  'topicId',
  'stance',
  'qualifier',
  'low',
  'high',
  'unit',
  'place',
  'eventFrom',
  'eventTo',
  'statementFrom',
  'statementTo',
  'credibility',
  'confidence',
  'likelihood',
  'status',
  'note',
] as const

/**
 * A new claim needs its statement; what else is left out is not known. A field that came later is not put into what is
 * kept of a command that does not speak of it: the same work keeps its hash.
 */
export const fieldsOfNewClaim = Object.fromEntries(
  Object.entries(claimFields).map(([name, schema]: [string, z.ZodType]) => {
    if (name === 'statement') return [name, schema]
    const isOld = (filledIn as readonly string[]).includes(name)
    return [name, isOld ? schema.default(emptyClaim[name as keyof ClaimFields]) : schema.optional()]
  }),
) as NewClaim<typeof claimFields>

type NewClaim<Shape extends Record<string, z.ZodType>> = {
  [Name in keyof Shape]: Name extends 'statement'
    ? Shape[Name]
    : Name extends (typeof filledIn)[number]
      ? z.ZodDefault<Shape[Name]>
      : z.ZodOptional<Shape[Name]>
}
