import { z } from 'zod'
import { idSchema, lineSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'

export const momentFields = {
  name: lineSchema(200).min(1, 'a moment needs a name'),
  note: proseSchema(10_000),
}

/** A place in the log with a name: “as briefed on Friday”. The workspace as of event `seq`. */
export const moments = defineTable(
  'moments',
  'moment',
  z.strictObject({ id: idSchema, ...momentFields, seq: z.int().min(0) }),
)
