import { readDates } from '../ui/read-dates.ts'

/**
 * What a person writes for a place in the log, as the program asks for it: a date or a date with a clock, as people
 * write them and in local time, becomes the last instant that they can mean; anything else (a number, a name) stays.
 */
export function readMoment(words: string): string {
  const text = words.trim()
  const [, day = text, clock] = /^(.*?\S)(?:,\s*|\s+|T)(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)$/.exec(text) ?? []
  // A number alone is an event's, never a year.
  if (/^#?\d+$/.test(day)) return text
  const read = readDates(day)
  if (!read.ok || read.to === null) return text
  const [hour, minute, second] = clock?.split(/[:.]/).map(Number) ?? [23, 59, 59]
  const [year, month, date] = read.to.split('-').map(Number)
  const instant = new Date(year!, month! - 1, date!, hour, minute, second ?? 59)
  if (hour! > 23 || minute! > 59 || (second ?? 0) > 59) return text
  return instant.toISOString().replace('.000Z', 'Z')
}
