const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** An ISO calendar date in words, the same on every machine: “31 October 2024”. */
export function dateWords(date: string): string {
  const { year, month, day } = parts(date)
  return `${day} ${month} ${year}`
}

/**
 * A period between two ISO dates, both included, in the fewest words that stay plain: “31 October 2024”,
 * “28 to 31 October 2024”, “28 October to 3 November 2024”. Empty when either end is unknown.
 */
export function periodWords(from: string | null, to: string | null): string {
  if (from === null || to === null) return ''
  if (from === to) return dateWords(from)
  const first = parts(from)
  const last = parts(to)
  if (first.year !== last.year) return `${dateWords(from)} to ${dateWords(to)}`
  if (first.month !== last.month) return `${first.day} ${first.month} to ${dateWords(to)}`
  return `${first.day} to ${dateWords(to)}`
}

function parts(date: string): { year: number; month: string; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: months[Number(date.slice(5, 7)) - 1]!,
    day: Number(date.slice(8, 10)),
  }
}
