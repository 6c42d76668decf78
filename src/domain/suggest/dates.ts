import { en } from 'chrono-node'
import {
  addMonths,
  type Day,
  type Days,
  dayOf,
  isoOf,
  monthOf,
  oneDay,
  parseDay,
  partsOf,
  weekOf,
  yearOf,
} from './days.ts'

/** A date in a sentence. Offsets are the sentence's. */
export interface DateInWords extends Days {
  start: number
  end: number
  /** It counts from the day the article was published, or from another date in the text. */
  relative: boolean
}

/** What dates count from. */
export interface DateContext {
  /** YYYY-MM-DD, null when unknown: dates that need it are left out. */
  published: string | null
  /** The day, or the days of a week at most, that the text named last. */
  named: Days | null
}

const mayHaveDate =
  /\d{4}|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b|day\b|days\b|\b(?:tonight|overnight|morning|evening|afternoon|night|week|weekend|month|year|hours|weeks|months|years|spring|summer|autumn|fall|winter)\b|\bthe \d{1,2}(?:st|nd|rd|th)\b/i

/** The dates in a sentence, from left to right, as days: chrono-node reads dates of the calendar, the table below the rest. */
export function datesIn(sentence: string, context: DateContext): DateInWords[] {
  if (!mayHaveDate.test(sentence)) return []
  const base = parseDay(context.published)
  const found: DateInWords[] = []
  let rest = sentence
  const take = (start: number, end: number, days: Days | undefined, relative: boolean) => {
    rest = rest.slice(0, start) + '·'.repeat(end - start) + rest.slice(end)
    if (days) found.push({ ...days, start, end, relative })
  }
  readCalendar(rest, base, take)
  for (const { pattern, read } of wordings) {
    for (const match of rest.matchAll(pattern)) {
      if (rest.slice(match.index, match.index + match[0].length) !== match[0]) continue
      const before = [...found]
        .filter(({ end, from, to }) => end <= match.index && to - from < 7)
        .sort((one, other) => other.end - one.end)[0]
      const days = read(match.groups ?? {}, {
        base,
        named: before ?? context.named ?? (base === undefined ? null : oneDay(base)),
        sentence,
        at: match.index,
      })
      if (days !== null) take(match.index, match.index + match[0].length, days, true)
    }
  }
  return widened(
    sentence,
    found.sort((one, other) => one.start - other.start),
    base,
  )
}

type Take = (start: number, end: number, days: Days | undefined, relative: boolean) => void

/** A month's name beside a figure, or a date in figures: only there chrono-node is asked. */
const onCalendar =
  /\d[^.]{0,6}\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:the\s+)?\d|\d{4}-\d{2}-\d{2}/i

/** Days of the calendar, as chrono-node finds them. */
function readCalendar(sentence: string, base: Day | undefined, take: Take): void {
  if (!onCalendar.test(sentence)) return
  const instant = new Date((base ?? 0) * 86_400_000 + 43_200_000)
  const reference = { instant, timezone: 0 }
  for (const result of en.GB.parse(sentence, reference)) {
    const { index, text, start, end } = result
    if (!/\p{L}{3}|\d{4}-\d{2}/u.test(text) || /^\d{1,2}[:.]\d/.test(text)) continue
    if (start.isCertain('day') && start.isCertain('month')) {
      const behind = sentence.slice(index + text.length)
      if (/^(?:[.,]?\d|%)/.test(behind)) continue
      if (/\b(?:in|during|since)\s+$/i.test(sentence.slice(0, index)) && /^\p{L}+\.?\s+\d{1,2}$/u.test(text))
        continue
      if (!/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}-/i.test(text)) continue
      const from = calendarDay(start, base, sentence, index)
      const to = end?.isCertain('day') ? calendarDay(end, base, sentence, index) : from
      const relative = !start.isCertain('year')
      if (from === undefined || to === undefined) continue
      const trimmed = withoutTime(text)
      const first = firstOfSeveral(sentence.slice(0, index), from)
      if (first) {
        take(
          index - first.length,
          index + trimmed.length,
          { from: first.day, to: Math.max(to, from) },
          relative,
        )
        continue
      }
      take(
        index,
        index + trimmed.length,
        from <= to
          ? { from, to }
          : { from: calendarDay(start, base, sentence, index, partsOf(to).year)!, to },
        relative,
      )
    }
  }
}

/** "11 and 12 December": the day that stands before. */
function firstOfSeveral(before: string, last: Day): { day: Day; length: number } | undefined {
  const match = /\b(\d{1,2})(?:st|nd|rd|th)?(?:,\s*\d{1,2})*\s*(?:,|and|or|to|[-–])\s*$/.exec(before)
  const { year, month } = partsOf(last)
  const day = match ? dayOf(year, month, Number(match[1])) : undefined
  return day !== undefined && day < last ? { day, length: match![0].length } : undefined
}

/** "3 March 2024 at 10:20" also names a time, which is no part of the day. */
function withoutTime(text: string): string {
  return text.replace(/(?:,|\s+at|\s+around|\s+by)?\s+\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?$/i, (tail) =>
    /\d{4}$/.test(tail) || !/[:.]\d|[ap]\.?m/i.test(tail) ? tail : '',
  )
}

interface Components {
  get(component: 'year' | 'month' | 'day'): number | null
  isCertain(component: 'year' | 'month' | 'day'): boolean
}

function calendarDay(
  parts: Components,
  base: Day | undefined,
  sentence: string,
  index: number,
  inYear?: number,
): Day | undefined {
  const [year, month, day] = [parts.get('year')!, parts.get('month')!, parts.get('day')!]
  if (parts.isCertain('year')) return dayOf(year, month, day)
  if (base === undefined) return undefined
  const own = partsOf(base).year
  if (inYear !== undefined) return dayOf(inYear, month, day)
  const latest = [own, own - 1]
    .map((each) => dayOf(each, month, day))
    .find((each) => each !== undefined && each <= base)
  if (!isFuture(sentence, index)) return latest
  return [own, own + 1]
    .map((each) => dayOf(each, month, day))
    .find((each) => each !== undefined && each > base)
}

/** Whether the clause around a place speaks of what is to come. */
export function isFuture(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, sentence.lastIndexOf(';', at), at - 110), at)
  const after = sentence.slice(at, at + 70).split(/[;.]|, (?:and|but|he|she|it|they|the)\b/)[0]!
  if (/\b(?:said|told|announced|reported|confirmed|denied|wrote)\s+(?:\w+\s+){0,2}(?:on\s+)?$/i.test(before))
    return false
  return (
    /\b(?:will|shall|(?:is|are|was|were) (?:to|due|expected|scheduled|planned|forecast|set)|due|expect(?:s|ed)?|scheduled|planned|plans|forecast (?:for|to)|would)\b[^;]*$/i.test(
      before,
    ) || /^.{0,24}\b(?:will|is to|are to|is due|are due)\b/i.test(after)
  )
}

interface Reading {
  base: Day | undefined
  /** What "two days earlier" counts from. */
  named: Days | null
  sentence: string
  at: number
}

interface Wording {
  pattern: RegExp
  /** Undefined: a date, but not one that can be told. Null: no date after all. */
  read(groups: Record<string, string | undefined>, reading: Reading): Days | undefined | null
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const monthNames =
  'january february march april may june july august september october november december'.split(' ')
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

/** Tried in order; what one took, the next does not see. */
const wordings: Wording[] = [
  wording(`\\b(?:so far this year|since the (?:start|beginning) of (?:the|this) year)\\b`, (_, { base }) =>
    base === undefined ? undefined : { from: yearOf(partsOf(base).year).from, to: base },
  ),
  wording(
    `\\b(?:in |during |over )?the same (?<unit>month|week|period|quarter) (?:of )?last year\\b|\\b(?:in|during) the same month a year (?:ago|earlier|before)\\b`,
    ({ unit }, { base }) => {
      if (base === undefined) return undefined
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
    `\\b(?:at|over|during|on) the weekend(?=\\b|['’]s)|\\b(?:last|this) weekend\\b|\\bthe weekend['’]s`,
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
    ({ count, unit, way }, { named }) => {
      if (!named) return undefined
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
    `\\b(?:(?:earlier|later|late|early) )?(?<which>last|this|next) (?<unit>week|month|year)(?=\\b|['’]s)`,
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
    ({ which, season, year }, { base }) => season_(season!, which, year, base),
  ),
  wording(
    `\\b(?:(?:in|during|since|by|from|until|before|after|of|to|and|at|the)\\s+)*(?<part>(?:early|mid-?|late|the (?:very )?(?:start|beginning|middle|end) of|(?:start|beginning|middle|end) of|early in|late in)[\\s-]*)?(?<month>${month})(?:\\s+(?:of\\s+)?(?<last>last year|this year|(?:19|20)\\d\\d))?(?![a-z\\d]|\\s+\\d{1,2}(?![\\d,.]))`,
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
      return monthWords(name!, part, last, base, isFuture(sentence, at))
    },
  ),
  wording(
    `\\b(?:in|since|by|until|before|during|of|from|after|to|and|for|early|late|mid-?)\\s*(?:the )?(?:(?<part>start|beginning|end) of )?(?<year>(?:19|20)\\d\\d)(?![\\d,.]\\d|\\d|%|\\s+(?:people|men|soldiers|troops|of))`,
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
  return { pattern: new RegExp(source, 'giu'), read }
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

function season_(
  name: string,
  which: string | undefined,
  year: string | undefined,
  base: Day | undefined,
): Days | undefined {
  const first = { spring: 3, summer: 6, autumn: 9, winter: 12 }[name.toLowerCase()]!
  const of = (each: number): Days => ({ from: monthOf(each, first).from, to: monthOf(each, first + 2).to })
  if (year !== undefined) return of(Number(year))
  if (base === undefined) return undefined
  const own = partsOf(base).year
  const begun = [own, own - 1, own - 2].map(of).filter(({ from }) => from <= base)
  if (which?.toLowerCase() === 'next')
    return of(begun[0] === undefined ? own : partsOf(begun[0].from).year + 1)
  if (which?.toLowerCase() === 'last') return begun.find(({ to }) => to < base)
  return begun[0]
}

function monthWords(
  name: string,
  part: string | undefined,
  last: string | undefined,
  base: Day | undefined,
  future: boolean,
): Days | undefined {
  const month = monthNames.findIndex((each) => each.startsWith(name.slice(0, 3).toLowerCase())) + 1
  let year = /^\d+$/.test(last ?? '') ? Number(last) : undefined
  if (year === undefined) {
    if (base === undefined) return undefined
    const now = partsOf(base)
    if (/last year/i.test(last ?? '')) year = now.year - 1
    else if (/this year/i.test(last ?? '')) year = now.year
    else if (future) year = month > now.month ? now.year : now.year + 1
    else year = month > now.month ? now.year - 1 : now.year
  }
  const whole = monthOf(year, month)
  if (/early/i.test(part ?? '')) return { from: whole.from, to: whole.from + 9 }
  if (/mid/i.test(part ?? '')) return { from: whole.from + 10, to: whole.from + 19 }
  if (/late/i.test(part ?? '')) return { from: whole.from + 20, to: whole.to }
  if (/end of/i.test(part ?? '')) return oneDay(whole.to)
  if (/(?:start|beginning) of/i.test(part ?? '')) return oneDay(whole.from)
  return whole
}

/** "since", "until", "by" and "from … to" before a date change what it spans; prepositions become part of its words. */
function widened(sentence: string, dates: DateInWords[], base: Day | undefined): DateInWords[] {
  const joined: DateInWords[] = []
  for (const date of dates) {
    const before = joined.at(-1)
    const between = before ? sentence.slice(before.end, date.start + leadLength(sentence, date)) : ''
    if (
      before &&
      /^\s*(?:to|and|until|through|–|-|—)\s*$/i.test(between) &&
      isRange(sentence, before, between)
    ) {
      before.end = date.end
      if (before.from > date.to) before.from -= 365
      before.to = Math.max(date.to, before.from)
      continue
    }
    joined.push({ ...date })
  }
  return joined.filter((date) => !isAside(sentence, date)).map((date) => prefixed(sentence, date, base))
}

const participle =
  '(?:bought|made|built|born|founded|signed|ordered|wounded|killed|published|opened|sold|seized|captured|elected|laid|launched|issued|passed|adopted|sent|delivered|introduced|installed|injured|arrested|released|recorded|taken|written)'
const hungOn = new RegExp(
  `(?<before>[\\p{L}’']+)\\s+${participle}\\s+(?:(?:in|on|since|before|after|of|at)\\s+)?$`,
  'iu',
)

/** "more than in 2020", "after the storms of December", "cameras bought last year are …": not when it happened. */
function isAside(sentence: string, { start, end }: DateInWords): boolean {
  const before = sentence.slice(0, start)
  if (/\bthan\s+(?:(?:in|on|at|for)\s+)?$/i.test(before)) return true
  const ofDate = /^of\b/i.test(sentence.slice(start, end)) || /\bof\s+$/i.test(before)
  if (ofDate && /\b(?:after|before|since)\s+(?:the\s+)?(?:\p{L}+\s+){1,3}(?:of\s+)?$/iu.test(before))
    return true
  const noun = hungOn.exec(before)?.groups?.before
  if (noun === undefined || /^(?:was|were|been|is|are|be|had|has|have|not|and)$|ly$/i.test(noun)) return false
  return (
    (/^\s*(?:$|[,.]|(?:is|are|was|were|has|have|had|will|can|could|found|showed?|said|did|does|do|remains?)\b)/i.test(
      sentence.slice(end),
    ) &&
      !/^[,.]?\s*$/.test(sentence.slice(end))) ||
    /\bmade\s+before\s*$/i.test(before)
  )
}

/** How many code units at the beginning of a date are a preposition that its pattern took along. */
function leadLength(sentence: string, { start, end }: DateInWords): number {
  return /^(?:(?:to|and|until|on|the)\s+)*/i.exec(sentence.slice(start, end))![0].length
}

function isRange(sentence: string, { start }: DateInWords, between: string): boolean {
  const from =
    /(?:\b(?:from|between)\s+(?:the\s+)?)$/i.test(sentence.slice(0, start)) ||
    /^(?:from|between)\b/i.test(sentence.slice(start))
  return from || /[–—-]|\bto\b|through/i.test(between)
}

function prefixed(sentence: string, date: DateInWords, base: Day | undefined): DateInWords {
  const own = /^(?:early |late )?(?:(?<word>since|until|till|by|before|from|as of)\s+)/i.exec(
    sentence.slice(date.start, date.end),
  )
  const lead =
    /(?:\b(?<word>since|until|till|by|before|from|on|in|of|as of|between|during|after|at|over)(?:\s+the)?\s+)$/i.exec(
      sentence.slice(0, date.start),
    )
  // "since the fighting began on 28 March"
  const clause = /\b(?<word>since)\s(?:[\p{L}’']+\s){1,6}(?:(?:on|in)\s+)?$/iu.exec(
    sentence.slice(0, date.start),
  )
  const word = (own?.groups?.word ?? clause?.groups?.word ?? lead?.groups?.word ?? '').toLowerCase()
  const start = own ? date.start : date.start - (lead?.[0].length ?? 0)
  if (word === 'since' && base !== undefined && date.from <= base) return { ...date, start, to: base }
  if (/^(?:until|till|by|before)$/.test(word)) return { ...date, start, from: date.to }
  return { ...date, start }
}

export function isoDays({ from, to }: Days): { from: string; to: string } {
  return { from: isoOf(from), to: isoOf(to) }
}
