import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { idSchema } from '../scalars.ts'
import { topicFields } from './row.ts'

export const topicOpened = defineEvent({
  type: 'topic.opened',
  table: 'topics',
  payload: z.strictObject(topicFields),
  apply: (tables, payload, { id }) =>
    tables.topics.insert({ id, ...payload, retired: false, mergedInto: null }),
})

export const topicChanged = defineEvent({
  type: 'topic.changed',
  table: 'topics',
  payload: z.strictObject({ set: z.strictObject({ ...topicFields, retired: z.boolean() }).partial() }),
  apply: (tables, { set }, { id }) => tables.topics.update(id, (topic) => Object.assign(topic, set)),
})

export const topicMerged = defineEvent({
  type: 'topic.merged',
  table: 'topics',
  payload: z.strictObject({ into: idSchema }),
  apply: (tables, { into }, { id }) =>
    tables.topics.update(id, (topic) => {
      topic.mergedInto = into
      topic.retired = true
    }),
})
