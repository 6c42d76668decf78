import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { recordTables } from '../rows.ts'
import { idSchema } from '../scalars.ts'

/**
 * One row is as it was before a command (undo) or after it (redo). Any table's row can have it, so that
 * everything can be undone, today's commands and later ones, by one mechanism.
 */
export const rowReverted = defineEvent({
  type: 'row.reverted',
  table: null,
  payload: z.strictObject({
    /** The command that is undone or redone. */
    of: idSchema,
    how: z.enum(['undo', 'redo']),
    change: z.discriminatedUnion('op', [
      z.strictObject({ op: z.literal('insert'), row: z.record(z.string(), z.unknown()) }),
      z.strictObject({ op: z.literal('set'), fields: z.record(z.string(), z.unknown()) }),
      z.strictObject({ op: z.literal('delete') }),
    ]),
  }),
  apply(tables, { change }, { table, id }) {
    if (change.op === 'delete') tables[table].delete(id)
    else if (change.op === 'set') tables[table].update(id, (row: object) => Object.assign(row, change.fields))
    else tables[table].insert(recordTables[table].schema.parse({ ...change.row, id }) as never)
  },
})
