import { z } from 'zod'
import { defineEvent } from '../event.ts'
import { recordTables } from '../rows.ts'

/** One row, or some fields of it, is again as it was after event `asOf`. Any table's row can have it. */
export const rowRestored = defineEvent({
  type: 'row.restored',
  table: null,
  payload: z.strictObject({
    asOf: z.int().min(0),
    change: z.discriminatedUnion('op', [
      z.strictObject({ op: z.literal('insert'), row: z.record(z.string(), z.unknown()) }),
      z.strictObject({ op: z.literal('set'), fields: z.record(z.string(), z.unknown()) }),
    ]),
  }),
  apply(tables, { change }, { table, id }) {
    if (change.op === 'set') tables[table].update(id, (row: object) => Object.assign(row, change.fields))
    else tables[table].insert(recordTables[table].schema.parse({ ...change.row, id }) as never)
  },
})
