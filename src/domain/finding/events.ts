import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema } from '../scalars.ts'
import { findingFields } from './row.ts'

export const findingJudged = defineEvent({
  type: 'finding.judged',
  table: 'findings',
  payload: z.strictObject({ aId: idSchema, bId: idSchema, ...findingFields }),
  apply: (tables, payload, { id }) => tables.findings.insert({ id, ...payload }),
})

export const findingChanged = defineEvent({
  type: 'finding.changed',
  table: 'findings',
  payload: z.strictObject({ set: z.strictObject(findingFields).partial() }),
  apply: (tables, { set }, { id }) => tables.findings.update(id, (finding) => Object.assign(finding, set)),
})

/** The pair is undecided again. */
export const findingReopened = defineEvent({
  type: 'finding.reopened',
  table: 'findings',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.findings.delete(id),
})
