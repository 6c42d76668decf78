import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema, proseSchema } from '../scalars.ts'
import { suggestionKeySchema } from '../suggestion/row.ts'
import { claimFields } from './row.ts'

/** The accepted suggestion that a claim began as. */
export const suggestionNote = z.strictObject({ key: suggestionKeySchema, reason: proseSchema(2000) })

export const claimMade = defineEvent({
  type: 'claim.made',
  version: 2,
  table: 'claims',
  payload: z.strictObject({
    ...claimFields,
    evidence: z.array(idSchema).max(1000),
    /** Null: the analyst wrote it. */
    suggestion: suggestionNote.nullable(),
  }),
  apply: (tables, { suggestion: _, ...claim }, { id, at, by }) =>
    tables.claims.insert({ id, ...claim, enteredAt: at, enteredBy: by }),
  upcast: { 1: (old) => ({ ...(old as object), suggestion: null }) },
  asBefore: ({ suggestion, ...payload }) => (suggestion === null ? { version: 1, payload } : null),
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
