/** A day, or the first day of a longer time, that words name. */
export interface PlainDate {
  /** YYYY-MM-DD */
  date: string
  /** How many days the words may mean, counted from `date`: 1 for a day, 28 to 31 for a month, 365 or 366 for a year. */
  precisionDays: number
}

export interface DateOptions {
  /** The day that the words were published, YYYY-MM-DD: needed for weekdays and for dates without a year. */
  relativeTo?: string | null
}

/**
 * The one date that English words state plainly: "31 October 2024", "Nov. 1, 2024", "2024-11-01", "October 2024", and,
 * when it is known on which day they were published, "December 30" (the nearest one), "on Monday" (that day or the
 * last before it), "next Monday", "yesterday". Null when there is none, when there are several, when a weekday does not
 * fit its date, or when day and month could be exchanged ("1/2/2024"). Dates are civil dates without a time zone.
 */
export function readDate(words: string, { relativeTo }: DateOptions = {}): PlainDate | null {
  const base = relativeTo ? parseIso(relativeTo) : undefined
  let rest = words.slice(0, 2000)
  const found: (PlainDate | null)[] = []
  for (const { pattern, read } of forms) {
    rest = rest.replace(pattern, (...match) => {
      const groups = match.at(-1) as Record<string, string | undefined>
      found.push(read(groups, base))
      return ' ; '
    })
  }
  const weekdays = [...rest.matchAll(weekdayPattern)]
  if (found.length === 0 && weekdays.length === 1) return readWeekday(weekdays[0]!.groups!, base)
  const [first] = found
  if (
    !first ||
    found.some((other) => other?.date !== first.date || other.precisionDays !== first.precisionDays)
  ) {
    return null
  }
  const fits = weekdays.every(({ groups }) => weekdayOf(first.date) === weekdayIndex(groups!.weekday!))
  return first.precisionDays > 1 || fits ? first : null
}

/** The words with blanks in place of the dates in them, of the same length: figures in dates count nothing. */
export function withoutDates(words: string): string {
  return forms.reduce(
    (rest, { pattern }) => rest.replace(pattern, (found) => ' '.repeat(found.length)),
    words,
  )
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d])'
const year = '(?<year>(?:1[89]|20)\\d\\d)(?!\\d|[.,]\\d)'
const before = '(?<![\\p{L}\\d.,/-])'
/** Not the first half of a range or of a larger number. */
const notRange = '(?!\\s*(?:[-–—]|to|and|or)\\s*\\d|[.,]\\d|%)'

interface Form {
  pattern: RegExp
  read(groups: Record<string, string | undefined>, base: Date | undefined): PlainDate | null
}

/** Tried in order; what one form took, the next does not see. */
const forms: Form[] = [
  form(`(?<year>\\d{4})[-/](?<m>\\d{2})[-/](?<day>\\d{2})(?!\\d)`, ({ year, m, day }) => dayOf(year, m, day)),
  form(`(?<a>\\d{1,2})(?<mark>[./-])(?<b>\\d{1,2})\\k<mark>${year}`, ({ a, mark, b, year }) => {
    const [first, second] = [Number(a), Number(b)]
    if (mark === '.' || first > 12 || first === second) return dayOf(year, b, a)
    return second > 12 ? dayOf(year, a, b) : null
  }),
  form(`${day}(?:\\s+of)?\\s+${month},?\\s+${year}`, ({ year, month, day }) =>
    dayOf(year, monthOf(month), day),
  ),
  form(`${month}\\s+${day},?\\s+${year}`, ({ year, month, day }) => dayOf(year, monthOf(month), day)),
  form(`${month},?\\s+${year}`, ({ year, month }) => wholeMonth(Number(year), monthOf(month))),
  form(
    `(?:${day}(?:\\s+of)?\\s+${month.replaceAll('<month>', '<monthAfter>')}|(?<!\\b(?:in|during|of)\\s)${month}\\s+${day.replace('<day>', '<dayAfter>')}${notRange})`,
    (groups, base) =>
      nearest(monthOf(groups.month ?? groups.monthAfter), groups.day ?? groups.dayAfter, base),
  ),
  form(`(?<word>today|tonight|yesterday|tomorrow)\\b`, ({ word }, base) => {
    const shift = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }[word!.toLowerCase()]!
    return base ? { date: iso(addDays(base, shift)), precisionDays: 1 } : null
  }),
  {
    ...form(`(?:in\\s+|during\\s+|^\\s*)${year}(?=\\s*[.,;]?\\s*$|\\s+\\p{L})`, ({ year }) =>
      wholeYear(Number(year)),
    ),
  },
]

const weekdayPattern =
  /(?:\b(?<which>next|last|this|coming)\s+)?\b(?<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b/giu

function form(source: string, read: Form['read']): Form {
  return { pattern: new RegExp(before + source, 'giu'), read }
}

function dayOf(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): PlainDate | null {
  const date = civil(Number(year), Number(month), Number(day))
  return date ? { date: iso(date), precisionDays: 1 } : null
}

function wholeMonth(year: number, month: number): PlainDate | null {
  const first = civil(year, month, 1)
  return first && { date: iso(first), precisionDays: new Date(Date.UTC(year, month, 0)).getUTCDate() }
}

function wholeYear(year: number): PlainDate {
  const days = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000
  return { date: `${year}-01-01`, precisionDays: days }
}

/** The day of that name nearest to `base`. */
function nearest(month: number, day: string | undefined, base: Date | undefined): PlainDate | null {
  if (!base) return null
  const year = base.getUTCFullYear()
  const days = [year - 1, year, year + 1].flatMap((each) => civil(each, month, Number(day)) ?? [])
  const distance = (date: Date) => Math.abs(date.getTime() - base.getTime())
  const [best] = days.sort((one, other) => distance(one) - distance(other))
  return best ? { date: iso(best), precisionDays: 1 } : null
}

function readWeekday(groups: Record<string, string | undefined>, base: Date | undefined): PlainDate | null {
  if (!base) return null
  const which = groups.which?.toLowerCase()
  const back = (base.getUTCDay() - weekdayIndex(groups.weekday!) + 7) % 7
  // "This Monday" may be either side; "last Monday" on a Tuesday may be yesterday or a week before.
  if (which === 'this' || (which === 'last' && back > 0 && back < 3)) return null
  if (which === 'next' || which === 'coming') return { date: iso(addDays(base, 7 - back)), precisionDays: 1 }
  return { date: iso(addDays(base, which === 'last' && back === 0 ? -7 : -back)), precisionDays: 1 }
}

function weekdayIndex(stem: string): number {
  return ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'].indexOf(stem.toLowerCase())
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

function monthOf(name: string | undefined): number {
  return monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

function parseIso(date: string): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return match ? (civil(Number(match[1]), Number(match[2]), Number(match[3])) ?? undefined) : undefined
}

/** The day in UTC, or null when there is no such day. */
function civil(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0 ? date : null
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}
