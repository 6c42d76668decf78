/*
 * Civil days as whole numbers since 1970-01-01, so that no clock and no time zone takes part.
 */
export type Day = number

/** First and last possible day, both included. */
export interface Days {
  from: Day
  to: Day
}

/** A date in a sentence. Offsets are the sentence's. */
export interface DateInWords extends Days {
  start: number
  end: number
  /** It counts from the day the article was published, or from another date in the text. */
  relative: boolean
}

const perDay = 86_400_000

export function parseDay(date: string | null): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '')
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** Undefined for a day that does not exist. `month` is 1 to 12. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.getTime() / perDay : undefined
}

export function isoOf(day: Day): string {
  return new Date(day * perDay).toISOString().slice(0, 10)
}

/** Year, month 1 to 12, day of the month, weekday 0 for Sunday. */
export function partsOf(day: Day): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(day * perDay)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  }
}

export function oneDay(day: Day): Days {
  return { from: day, to: day }
}

/** Monday to Sunday of the week that lies `weeks` after that of `day`. */
export function weekOf(day: Day, weeks = 0): Days {
  const monday = day - ((partsOf(day).weekday + 6) % 7) + weeks * 7
  return { from: monday, to: monday + 6 }
}

/** `month` may lie outside 1 to 12: 0 is December of the year before. */
export function monthOf(year: number, month: number): Days {
  return { from: Date.UTC(year, month - 1, 1) / perDay, to: Date.UTC(year, month, 0) / perDay }
}

export function yearOf(year: number): Days {
  return { from: Date.UTC(year, 0, 1) / perDay, to: Date.UTC(year, 11, 31) / perDay }
}

/** The same day of another month; the last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: ofMonth } = partsOf(day)
  const { from, to } = monthOf(year, month + months)
  return Math.min(from + ofMonth - 1, to)
}
