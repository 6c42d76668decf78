import { addMonths, type Day, type Days, dayOf, monthOf, oneDay, partsOf, weekOf, yearOf } from './days.ts'
import { isFuture } from './future.ts'
import { monthDays, seasonDays } from './months.ts'

interface Reading {
  base: Day | undefined
  /** The date before it in the sentence, however long. */
  latest: Days | null
  /** What "two days earlier" counts from. */
  named: Days | null
  /** That the text named it; else it is the day of publication. */
  isNamed: boolean
  sentence: string
  at: number
}

interface Wording {
  pattern: RegExp
  /** Undefined: a date, but not one that can be told. Null: no date after all. */
  read(groups: Record<string, string | undefined>, reading: Reading): Days | undefined | null
  /** It counts from a date that the text names: read after all those. */
  isPointing: boolean
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const weekday = '(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day'
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)'
const number =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty-eight|seventy-two|twenty-four)'
const partOfDay = '(?:\\s+(?:early\\s+|late\\s+)?(?:morning|afternoon|evening|night|noon|lunchtime))?'
const numberOf: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'forty-eight': 48,
  'seventy-two': 72,
  'twenty-four': 24,
}

/** "earlier", "the next day", "that day", "the same week last year" */
const pointing = /way>|the\) same|the same \(/

/** Tried in order; what one took, the next does not see. */
export const wordings: Wording[] = [
  wording(`\\b(?:so far this year|since the (?:start|beginning) of (?:the|this) year)\\b`, (_, { base }) =>
    base === undefined ? undefined : { from: yearOf(partsOf(base).year).from, to: base },
  ),
  wording(`\\bso far this (?<unit>week|month)\\b`, ({ unit }, { base }) =>
    base === undefined ? undefined : { from: calendarUnit(base, unit!, 0).from, to: base },
  ),
  wording(
    `\\b(?:in |during |over )?the same (?<unit>month|week|period|quarter) (?:of )?last year\\b|\\b(?:in|during) the same month a year (?:ago|earlier|before)\\b`,
    ({ unit }, { base, latest: compared }) => {
      if (base === undefined) return undefined
      if (compared) return yearBefore(compared)
      const { year, month } = partsOf(base)
      return /week/i.test(unit ?? '') ? weekOf(addMonths(base, -12)) : monthOf(year - 1, month)
    },
  ),
  wording(
    `\\b(?:by |until |before |at |since |from )?(?:the )?(?<part>end|start|beginning) of (?:the|this|(?<which>last|next)) (?<unit>week|month|year)\\b`,
    ({ part, which, unit }, { base }) => {
      if (base === undefined) return undefined
      const step = { last: -1, next: 1 }[which?.toLowerCase() ?? ''] ?? 0
      const days = calendarUnit(base, unit!, step)
      return oneDay(/end/i.test(part!) ? days.to : days.from)
    },
  ),
  wording(`\\b(?:the day before yesterday)\\b`, shifted(-2)),
  wording(`\\b(?:today|tonight|this (?:morning|afternoon|evening))(?=\\b|['’]s)`, shifted(0)),
  wording(`\\byesterday${partOfDay}(?=\\b|['’]s)`, shifted(-1)),
  wording(`\\btomorrow${partOfDay}\\b`, shifted(1)),
  wording(
    `\\b(?:overnight|(?:during|in) the night|the night)\\s+(?:into|to)\\s+(?<weekday>${weekday})\\b`,
    ({ weekday }, { base }) => {
      const day = latest(weekday!, base)
      return day === undefined ? undefined : { from: day - 1, to: day }
    },
  ),
  wording('\\bovernight\\b', (_, { base }) =>
    base === undefined ? undefined : { from: base - 1, to: base },
  ),
  wording(
    `\\b(?:at|over|during|on|since|until|before|after|by|from) the weekend(?=\\b|['’]s)|\\b(?:last|this) weekend\\b|\\bthe weekend['’]s`,
    (_, { base }) => {
      const sunday = latest('sunday', base)
      return sunday === undefined ? undefined : { from: sunday - 1, to: sunday }
    },
  ),
  wording(
    `\\b(?:in|over|during|within|for)?\\s*the (?:past|last|previous) (?:(?<count>${number}) )?(?<unit>hour|day|week|month|year)s?\\b`,
    ({ count, unit }, { base, sentence, at }) => {
      if (base === undefined) return undefined
      if (count === undefined && /^(?:the )?last (?:day|hour)/i.test(sentence.slice(at).trim())) return null
      const many = readNumber(count)
      if (unit!.toLowerCase() === 'hour') return { from: base - Math.max(1, Math.ceil(many / 24)), to: base }
      return { from: back(base, many, unit!), to: base }
    },
  ),
  wording(
    `\\b(?<count>${number}|a few|several)(?: and a half)? (?<unit>day|week|month|year)s? ago\\b`,
    ({ count, unit }, { base }) =>
      base === undefined || /few|several/i.test(count!)
        ? undefined
        : oneDay(back(base, readNumber(count), unit!)),
  ),
  wording(
    `\\b(?:(?:only|just|barely) )?(?<count>${number}) (?<unit>day|week|month|year)s? (?<way>earlier|before|later|after(?= that|wards))\\b`,
    ({ count, unit, way }, { named, isNamed, sentence, at }) => {
      // "One day before the vote", of which no day was told.
      const isOfEvent = /^\D{0,40}?\b(?:before|after)\s+(?:the|an?|his|her|its|their)\b/i.test(
        sentence.slice(at),
      )
      if (!named || (isOfEvent && !isNamed)) return undefined
      const many = readNumber(count) * (/earlier|before/i.test(way!) ? 1 : -1)
      return { from: back(named.from, many, unit!), to: back(named.to, many, unit!) }
    },
  ),
  wording(
    `\\b(?:the (?<way>next|following|previous) (?<unit>day|morning|week|month|year|evening|night)|(?:the )?(?<before>day|year|week|month|evening|night) (?<after>before|after)(?! yesterday))\\b`,
    ({ way, unit, before, after }, { named, base, sentence, at }) => {
      if (!named || base === undefined) return undefined
      if (
        before &&
        /^\s+(?:the|a|an|it|he|she|they|his|her|its)\b/i.test(
          sentence.slice(at + `${before} ${after}`.length + (/^the/i.test(sentence.slice(at)) ? 4 : 0)),
        )
      )
        return null
      const step = /previous|before/i.test(way ?? after!) ? -1 : 1
      return stepOf(named, (unit ?? before)!, step)
    },
  ),
  wording(
    `\\b(?:on )?(?:that|the) same (?:day|morning|evening|afternoon)\\b|\\b(?:on )?that (?:day|morning|evening|afternoon)\\b`,
    (_, { named }) => named ?? undefined,
  ),
  wording(
    `(?<!\\bsame (?:month|week|period|quarter) (?:of )?)\\b(?:(?:earlier|later|late|early) )?(?<which>last|this|next) (?<unit>week|month|year)(?=\\b|['’]s)`,
    ({ which, unit }, { base }) => {
      if (base === undefined) return undefined
      const step = { last: -1, this: 0, next: 1 }[which!.toLowerCase()]!
      return calendarUnit(base, unit!, step)
    },
  ),
  wording(
    `\\b(?:on )?(?:the )?(?<which>last|next|this|this past|past)\\s+(?<weekday>${weekday})${partOfDay}(?=\\b|['’]s)`,
    ({ which, weekday }, { base }) => {
      if (base === undefined) return undefined
      if (/next/i.test(which!)) return oneDay(latest(weekday!, base)! + 7)
      return oneDay(/this$/i.test(which!) ? latest(weekday!, base)! : latest(weekday!, base - 1)!)
    },
  ),
  wording(
    `\\b(?:(?:early |late )?(?:on|by|since|until|from|before|after|as of|of|to|and|between)\\s+)?(?:early |late )?(?<weekday>${weekday})${partOfDay}(?![a-z])`,
    ({ weekday }, { base, sentence, at }) => {
      const day = latest(weekday!, base)
      if (day === undefined) return undefined
      return oneDay(
        isFuture(sentence, at) && base !== undefined && (day !== base || true)
          ? nextAfter(weekday!, base)
          : day,
      )
    },
  ),
  wording(
    `\\b(?:(?<which>last|this|next|the|in|since|of|during|by|early|late|that)\\s+){1,2}(?<season>spring|summer|autumn|winter)(?:\\s+of)?(?:\\s+(?<year>(?:19|20)\\d\\d))?(?=\\b|['’]s)`,
    ({ which, season, year }, { base, named, isNamed }) =>
      // "that spring": of the year that was spoken of.
      seasonDays(
        season!,
        which,
        /^that$/i.test(which ?? '') && isNamed && named ? String(partsOf(named.from).year) : year,
        base,
      ),
  ),
  wording(
    `\\b(?:(?:in|during|since|by|from|until|before|after|of|to|and|at|the)\\s+)*(?<part>(?:early|mid-?|late|the (?:very )?(?:start|beginning|middle|end) of|(?:start|beginning|middle|end) of|early in|late in)[\\s-]*)?(?<month>${month})(?:\\s+(?:of\\s+)?(?<last>last year|this year|(?:19|20)\\d\\d))?(?![a-z\\d])`,
    ({ part, month: name, last }, { base, sentence, at }) => {
      if (
        /^may/i.test(name!) &&
        !/\b(?:in|during|since|by|from|until|before|after|of|early|mid|late|to|last)[\s-]+May\b/.test(
          sentence.slice(at, at + 40),
        ) &&
        last === undefined
      )
        return null
      if (/^(?:march|august)$/i.test(name!) && !/^\p{Lu}/u.test(name!)) return null
      return monthDays(name!, part, last, base, isFuture(sentence, at))
    },
  ),
  wording(
    `\\b(?:in|since|by|until|before|during|of|from|after|to|and|for|early|late|mid-?)\\s*(?:the )?(?:(?<part>start|beginning|end) of )?(?<year>(?:19|20)\\d\\d)(?![\\d,.]\\d|\\d|%|s\\b|\\s+(?:people|men|soldiers|troops|of))`,
    ({ year, part }) => {
      const days = yearOf(Number(year))
      if (part === undefined) return days
      return oneDay(/end/i.test(part) ? days.to : days.from)
    },
  ),
  wording(
    `\\bon the (?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+(?:floor|day|anniversary|birthday|time))`,
    ({ day }, { base }) => {
      if (base === undefined) return undefined
      const { year, month } = partsOf(base)
      const here = dayOf(year, month, Number(day))
      const found =
        here !== undefined && here <= base
          ? here
          : dayOf(month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1, Number(day))
      return found === undefined ? undefined : oneDay(found)
    },
  ),
]

function wording(source: string, read: Wording['read']): Wording {
  return { pattern: new RegExp(source, 'giu'), read, isPointing: pointing.test(source) }
}

/** The same days a year before: of a week as many days, of months whole months. */
function yearBefore({ from, to }: Days): Days {
  const first = addMonths(from, -12)
  return to - from < 7
    ? { from: first, to: first + to - from }
    : { from: first, to: addMonths(to + 1, -12) - 1 }
}

function shifted(days: number): Wording['read'] {
  return (_, { base }) => (base === undefined ? undefined : oneDay(base + days))
}

function readNumber(words: string | undefined): number {
  if (words === undefined) return 1
  return numberOf[words.toLowerCase()] ?? Number(words)
}

function back(day: Day, many: number, unit: string): Day {
  if (/^day/i.test(unit)) return day - many
  if (/^week/i.test(unit)) return day - many * 7
  return addMonths(day, /^month/i.test(unit) ? -many : -many * 12)
}

function stepOf(named: Days, unit: string, step: number): Days {
  if (/week/i.test(unit)) return weekOf(named.from, step)
  if (/month|year/i.test(unit)) return calendarUnit(named.from, unit, step)
  return { from: named.from + step, to: named.from + step }
}

function calendarUnit(day: Day, unit: string, step: number): Days {
  const { year, month } = partsOf(day)
  if (/week/i.test(unit)) return weekOf(day, step)
  return /month/i.test(unit) ? monthOf(year, month + step) : yearOf(year + step)
}

/** The latest day of that name up to `base`. */
function latest(name: string, base: Day | undefined): Day | undefined {
  if (base === undefined) return undefined
  return base - ((partsOf(base).weekday - weekdays.indexOf(name.toLowerCase()) + 7) % 7)
}

function nextAfter(name: string, base: Day): Day {
  return latest(name, base)! + 7
}
