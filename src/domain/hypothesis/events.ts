import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema } from '../scalars.ts'
import { hypothesisFields, hypothesisOrder } from './row.ts'

const { retired: _, ...saidFields } = hypothesisFields

export const hypothesisAdded = defineEvent({
  type: 'hypothesis.added',
  table: 'hypotheses',
  payload: z.strictObject({ topicId: idSchema, ...saidFields, order: hypothesisOrder }),
  apply: (tables, payload, { id }) => tables.hypotheses.insert({ id, ...payload, retired: false }),
})

export const hypothesisChanged = defineEvent({
  type: 'hypothesis.changed',
  table: 'hypotheses',
  payload: z.strictObject({
    set: z.strictObject({ topicId: idSchema, ...hypothesisFields, order: hypothesisOrder }).partial(),
  }),
  apply: (tables, { set }, { id }) =>
    tables.hypotheses.update(id, (hypothesis) => Object.assign(hypothesis, set)),
})

export const hypothesisRemoved = defineEvent({
  type: 'hypothesis.removed',
  table: 'hypotheses',
  payload: z.strictObject({}),
  apply: (tables, _payload, { id }) => tables.hypotheses.delete(id),
})
