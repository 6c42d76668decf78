import {
  type Credibility,
  credibilityWords,
  type Likelihood,
  likelihoodBands,
  type Reliability,
  reliabilityWords,
} from '../domain/grade.ts'

/** “31 Oct 2024” for the calendar date 2024-10-31; “no date” for null. */
export function date(value: string | null): string {
  return value === null ? 'no date' : calendar.format(new Date(`${value}T00:00:00Z`))
}

/** “31 Oct 2024”, “30–31 Oct 2024”; empty when unknown. Both days are included. */
export function dateRange(from: string | null, to: string | null): string {
  if (from === null || to === null) return from || to ? date(from ?? to) : ''
  return from === to ? date(from) : tidy(calendar.formatRange(day(from), day(to)))
}

/** “1 Nov 2024, 16:42” in local time, for a moment in UTC. */
export function dateTime(at: string): string {
  return moment.format(new Date(at))
}

/** “16:42” in local time. */
export function time(at: string): string {
  return clock.format(new Date(at))
}

/** “Friday, 1 November 2024” in local time. */
export function longDay(at: string): string {
  return long.format(new Date(at))
}

/** “3 minutes ago”, “yesterday”, and from a week on the date. `now` in milliseconds since 1970. */
export function ago(at: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000)
  if (Math.abs(seconds) < 45) return 'just now'
  for (const [unit, size, limit] of steps) {
    if (Math.abs(seconds) < limit) return relative.format(Math.round(seconds / size), unit)
  }
  return moment.format(new Date(at)).replace(/,.*/, '')
}

/** “1,482”. */
export function number(value: number): string {
  return plain.format(value)
}

/** “1 claim”, “14 claims”; the plural is the singular with an s unless given. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`
}

/** “62 %” for 0.62. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** “1.2 MB”. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [size, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`
}

/** “3f9a…c2d1”: enough of a hash to compare by eye. */
export function shortHash(hash: string): string {
  return hash.length > 10 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash
}

/** “B usually reliable”; “not graded” for null. */
export function reliability(grade: Reliability | null): string {
  return grade === null ? 'not graded' : `${grade} ${reliabilityWords[grade]}`
}

/** “2 probably true”; “not graded” for null. */
export function credibility(grade: Credibility | null): string {
  return grade === null ? 'not graded' : `${grade} ${credibilityWords[grade]}`
}

/** “likely (55–80 %)”; the band is for display only. “not stated” for null. */
export function likelihood(term: Likelihood | null): string {
  if (term === null) return 'not stated'
  const [low, high] = likelihoodBands[term]
  return `${term} (${low}–${high} %)`
}

const locale = 'en-GB'
const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
const long = new Intl.DateTimeFormat(locale, { dateStyle: 'full' })
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
const steps: [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['minute', 60, 45 * 60],
  ['hour', 3600, 22 * 3600],
  ['day', 86_400, 6.5 * 86_400],
]

function day(value: string): Date {
  return new Date(`${value}T00:00:00Z`)
}

/** Intl puts thin spaces around the dash of a range; one that can be typed and searched reads better. */
function tidy(range: string): string {
  return range.replace(/[\u2009\u202f]/g, ' ')
}
