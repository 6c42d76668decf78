import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema } from '../scalars.ts'
import { claimFields } from './row.ts'

export const claimMade = defineEvent({
  type: 'claim.made',
  table: 'claims',
  payload: z.strictObject({ ...claimFields, evidence: z.array(idSchema).max(1000) }),
  apply: (tables, payload, { id, at, by }) =>
    tables.claims.insert({ id, ...payload, enteredAt: at, enteredBy: by }),
})

export const claimChanged = defineEvent({
  type: 'claim.changed',
  table: 'claims',
  payload: z.strictObject({ set: z.strictObject(claimFields).partial() }),
  apply: (tables, { set }, { id }) => tables.claims.update(id, (claim) => Object.assign(claim, set)),
})

export const claimEvidenceSet = defineEvent({
  type: 'claim.evidenceSet',
  table: 'claims',
  payload: z.strictObject({ evidence: z.array(idSchema).max(1000) }),
  apply: (tables, { evidence }, { id }) =>
    tables.claims.update(id, (claim) => {
      claim.evidence = evidence
    }),
})

export const claimRemoved = defineEvent({
  type: 'claim.removed',
  table: 'claims',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.claims.delete(id),
})
