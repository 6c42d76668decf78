import { z } from 'zod'
import { idSchema, lineSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'
import { tagColours } from '../tag/style.ts'

export const analystFields = {
  name: lineSchema(200).min(1, 'a name is needed'),
  initials: lineSchema(4).min(1, 'initials are needed'),
  colour: z.enum(tagColours),
}

/** A person who works in the workspace; every event carries one. */
export const analysts = defineTable('analysts', 'analyst', z.strictObject({ id: idSchema, ...analystFields }))
