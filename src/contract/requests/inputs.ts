import { z } from 'zod'
import { idSchema } from '../../domain/scalars.ts'

export const nothing = z.strictObject({})
export const job = z.strictObject({ job: idSchema })
export const byId = z.strictObject({ id: idSchema })
/** The event as of which an export is made; null: as it is now. */
export const asOf = z.int().min(0).nullable()
