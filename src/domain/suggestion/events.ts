import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { rejectedFields } from './row.ts'

export const suggestionRejected = defineEvent({
  type: 'suggestion.rejected',
  table: 'rejectedSuggestions',
  payload: z.strictObject(rejectedFields),
  apply: (tables, payload, { id, at, by }) =>
    tables.rejectedSuggestions.insert({ id, ...payload, enteredAt: at, enteredBy: by }),
})

export const suggestionReconsidered = defineEvent({
  type: 'suggestion.reconsidered',
  table: 'rejectedSuggestions',
  payload: z.strictObject({}),
  apply: (tables, _, { id }) => tables.rejectedSuggestions.delete(id),
})
