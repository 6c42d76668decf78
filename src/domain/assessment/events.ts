import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema } from '../scalars.ts'
import { assessmentFields } from './row.ts'

export const assessmentSet = defineEvent({
  type: 'assessment.set',
  table: 'assessments',
  payload: z.strictObject({ hypothesisId: idSchema, claimId: idSchema, ...assessmentFields }),
  apply: (tables, payload, { id }) => tables.assessments.insert({ id, ...payload }),
})

export const assessmentChanged = defineEvent({
  type: 'assessment.changed',
  table: 'assessments',
  payload: z.strictObject({ set: z.strictObject(assessmentFields).partial() }),
  apply: (tables, { set }, { id }) =>
    tables.assessments.update(id, (assessment) => Object.assign(assessment, set)),
})

export const assessmentCleared = defineEvent({
  type: 'assessment.cleared',
  table: 'assessments',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.assessments.delete(id),
})
