import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { changedFields, existing } from '../decide.ts'
import { reject } from '../rejection.ts'
import { idSchema } from '../scalars.ts'
import { analystChanged, analystJoined } from './events.ts'
import { analystFields } from './row.ts'

export const joinAnalyst = defineCommand({
  type: 'analyst.join',
  summary: 'Adds the analyst whose name the following events carry.',
  args: z.strictObject({ id: idSchema, ...analystFields }),
  decide({ id, ...fields }, { tables }) {
    if (tables.analysts.get(id)) reject('id_taken', 'This analyst has already joined the workspace.', { id })
    return { label: `join as ${fields.name}`, events: [analystJoined.on(id, fields)] }
  },
})

export const changeAnalyst = defineCommand({
  type: 'analyst.change',
  summary: 'Changes an analyst’s name, initials or colour.',
  args: z.strictObject({ id: idSchema, set: z.strictObject(analystFields).partial() }),
  decide({ id, set }, { tables }) {
    const changed = changedFields(existing(tables, 'analysts', id), set)
    return { label: 'change the profile', events: changed ? [analystChanged.on(id, { set: changed })] : [] }
  },
})
