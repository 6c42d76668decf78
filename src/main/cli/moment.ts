import { type MomentOf, momentIn } from '../engine/reading/moment-of.ts'
import type { Io } from './command.ts'

/** The moment that a word of the command line means; what there is to know about it is told. Throws as `momentIn` does. */
export function momentAsked(path: string, word: string, io: Io): MomentOf {
  const moment = momentIn(path, word)
  if (moment.note !== null) io.tell(moment.note)
  return moment
}

/** How a moment may be written, for helps. */
export const momentHelp = `MOMENT is an event’s number (0: before the first), the name of a moment, or a time
(2024-11-01, or 2024-11-01T16:42, UTC unless it has an offset). A time means everything before the first event that
is later than it. Where event times run backwards, as after a clock was set back, that is told on standard error.`
