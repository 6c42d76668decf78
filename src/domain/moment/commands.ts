import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { changedFields, existing, short, unused } from '../decide.ts'
import { reject } from '../rejection.ts'
import { idSchema } from '../scalars.ts'
import { momentChanged, momentNamed, momentRemoved } from './events.ts'
import { momentFields } from './row.ts'
import { checkMoment } from './rules.ts'

export const nameMoment = defineCommand({
  type: 'moment.name',
  summary: 'Names a moment: the workspace as of an event of the log.',
  args: z.strictObject({
    id: idSchema,
    name: momentFields.name,
    note: momentFields.note.default(''),
    /** The event; at most the head. */
    seq: z.int().min(0),
  }),
  decide({ id, ...fields }, { tables, head }) {
    unused(tables, 'moments', id)
    checkMoment(tables, { id, name: fields.name })
    if (fields.seq > head) {
      reject('no_such_moment', `There is no event ${fields.seq}: the log ends at event ${head}.`, { head })
    }
    return {
      label: `name the moment “${short(fields.name)}” (event ${fields.seq})`,
      events: [momentNamed.on(id, fields)],
    }
  },
})

export const changeMoment = defineCommand({
  type: 'moment.change',
  summary: 'Renames a moment or changes its note.',
  args: z.strictObject({ id: idSchema, set: z.strictObject(momentFields).partial() }),
  decide({ id, set }, { tables }) {
    const moment = existing(tables, 'moments', id)
    if (set.name !== undefined) checkMoment(tables, { id, name: set.name })
    const changed = changedFields(moment, set)
    return {
      label: `change the moment “${short(moment.name)}”`,
      events: changed ? [momentChanged.on(id, { set: changed })] : [],
    }
  },
})

export const removeMoment = defineCommand({
  type: 'moment.remove',
  summary: 'Removes the name of a moment; the log stays as it is.',
  args: z.strictObject({ id: idSchema }),
  decide({ id }, { tables }) {
    const { name } = existing(tables, 'moments', id)
    return { label: `remove the moment “${short(name)}”`, events: [momentRemoved.on(id, {})] }
  },
})
