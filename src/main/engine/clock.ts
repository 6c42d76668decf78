import type { Answer } from '../../contract/wire.ts'
import { instantSchema } from '../../domain/scalars.ts'

/**
 * The time that this computer's clock tells, as the log writes times. It obeys the rule that every command's time
 * obeys: a clock before 1970 or after 9999 writes nothing.
 */
export function timeNow(): Answer<string> {
  const now = new Date()
  const at = instantSchema.safeParse(now.toISOString())
  if (at.success) return { ok: true, value: at.data }
  return {
    ok: false,
    error: {
      code: 'clock_wrong',
      message: `This computer’s clock says that it is the year ${now.getUTCFullYear()}. Nothing was changed; set the clock, then try again.`,
    },
  }
}

const day = 24 * 60 * 60 * 1000

/** What to tell of a clock that stands more than a day before the log's last event; null for any other. */
export function clockBehind(now: string, last: string): string | null {
  if (Date.parse(last) - Date.parse(now) <= day) return null
  return `This computer’s clock says ${plainly(now)}, but the last event before this one is of ${plainly(last)}. What was done is saved, with the clock’s time; set the clock if it is wrong.`
}

function plainly(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}
