import { z } from 'zod'
import { idSchema, lineSchema, proseSchema } from '../scalars.ts'
import { defineTable } from '../table.ts'
import { tagColours, tagLines } from './style.ts'

export const tagFields = {
  name: lineSchema(120).min(1, 'a tag needs a name'),
  colour: z.enum(tagColours),
  line: z.enum(tagLines),
  description: proseSchema(10_000),
  parentId: idSchema.nullable(),
  /** A digit 1 to 9 that applies the tag while words are selected. */
  hotkey: z
    .string()
    .regex(/^[1-9]$/, 'a hotkey is a digit from 1 to 9')
    .nullable(),
}

/** An entry of the codebook. */
export const tags = defineTable(
  'tags',
  'tag',
  z.strictObject({
    id: idSchema,
    ...tagFields,
    /** A retired tag stays on its annotations but is offered no more. */
    retired: z.boolean(),
    /** Set when this tag was merged: its annotations carry the other one now. */
    mergedInto: idSchema.nullable(),
  }),
  { indexed: ['parentId'], refs: { parentId: 'tags', mergedInto: 'tags' } },
)
