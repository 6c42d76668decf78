/** The first moment of a calendar day where the analyst is, in UTC as the log writes it. Null stays null. */
export function dayBegins(date: string | null): string | null {
  return date && written(midnight(date, 0).getTime())
}

/** The last millisecond of that day. */
export function dayEnds(date: string | null): string | null {
  return date && written(midnight(date, 1).getTime() - 1)
}

/** The calendar day of a moment where the analyst is. */
export function dayOf(instant: string | null): string | null {
  if (instant === null) return null
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** No event lies outside these years, and a moment outside them could not be written. */
const [first, last] = [Date.UTC(1970, 0, 1), Date.UTC(9999, 11, 31, 23, 59, 59, 999)]

function written(milliseconds: number): string {
  return new Date(Math.min(Math.max(milliseconds, first), last)).toISOString()
}

function midnight(date: string, daysLater: number): Date {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const at = new Date(0)
  // Not by the constructor, which takes the years 0 to 99 for another century.
  at.setFullYear(year, month - 1, day + daysLater)
  at.setHours(0, 0, 0, 0)
  return at
}
