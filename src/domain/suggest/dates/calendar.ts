import { en } from 'chrono-node'
import { addMonths, type Day, type Days, dayOf, partsOf } from './days.ts'
import { isFuture } from './future.ts'

/** Hands over a date that was found; nothing else is then looked for in its words. */
export type Take = (start: number, end: number, days: Days | undefined, relative: boolean) => void

/** A month's name beside a figure, or a date in figures: only there chrono-node is asked. */
const onCalendar =
  /\d[^.]{0,6}\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:the\s+)?\d|\d{4}-\d{2}-\d{2}/i

/** Days of the calendar, as chrono-node finds them. */
export function readCalendar(sentence: string, base: Day | undefined, take: Take): void {
  if (!onCalendar.test(sentence)) return
  const instant = new Date((base ?? 0) * 86_400_000 + 43_200_000)
  const reference = { instant, timezone: 0 }
  const rest = readMonthAndDay(sentence, base, take)
    .replace(/\b(?:night|evening|morning|afternoon|end|start|beginning|middle)\s+of\s+/gi, blank)
    .replace(figureBehind, blank)
    .replace(/\b(?:week|month|year)\s+(?:to|ending|ended)\s+(?=\d)/gi, blank)
  for (const result of en.GB.parse(rest, reference)) {
    const { index, text, start, end } = result
    if (!/\p{L}{3}|\d{4}-\d{2}/u.test(text) || /^\d{1,2}[:.]\d/.test(text)) continue
    // It takes the figure in "October 40" for a year.
    if (start.isCertain('year') && !/(?:19|20)\d\d|\d{4}-/.test(text)) continue
    if (start.isCertain('day') && start.isCertain('month')) {
      const behind = sentence.slice(index + text.length)
      if (/^(?:[.,]?\d|%)/.test(behind)) continue
      if (/\b(?:in|during|since)\s+$/i.test(sentence.slice(0, index)) && /^\p{L}+\.?\s+\d{1,2}$/u.test(text))
        continue
      if (!/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}-/i.test(text)) continue
      // "on 8 March last year"
      const ofLastYear = base === undefined ? null : /^\s+(?:of\s+)?last year\b/i.exec(behind)
      const inYear = ofLastYear ? partsOf(base!).year - 1 : undefined
      const from = calendarDay(start, base, sentence, index, inYear)
      const to = end?.isCertain('day') ? calendarDay(end, base, sentence, index, inYear) : from
      const relative = !start.isCertain('year')
      if (from === undefined || to === undefined) continue
      const trimmed = ofLastYear ? text + ofLastYear[0] : withoutTime(text)
      if (weekTo.test(sentence.slice(0, index))) {
        take(index, index + trimmed.length, { from: from - 6, to: from }, relative)
        continue
      }
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

const monthName =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const monthAndDay = new RegExp(
  `\\b(?<month>${monthName})\\s+(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?:\\s*(?:[-–]|to|and|through)\\s*(?:(?<lastMonth>${monthName})\\s+)?(?<last>[0-3]?\\d)(?:st|nd|rd|th)?)?(?![\\d%]|[.,:]\\d|,?\\s+(?:19|20)\\d\\d|[-–]\\p{L})(?<behind>\\s+\\p{Ll}+)?`,
  'gu',
)

/** "in the week to 3 November": the seven days that end then. */
const weekTo = /\bweek\s+(?:to|ending|ended)\s+$/i

/** "On 3 November, 512 ships came": no year, for which chrono-node takes it. */
const figureBehind = new RegExp(
  `(?<=\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}),?\\s+(?!(?:19|20)\\d\\d(?!\\d))\\d[\\d,.]*`,
  'gu',
)

/** "October 30", "October 28 to November 2", which chrono-node takes for a year; not "in October 30 ships came". Gives the rest. */
function readMonthAndDay(sentence: string, base: Day | undefined, take: Take): string {
  let rest = sentence
  for (const match of sentence.matchAll(monthAndDay)) {
    const { month, day, lastMonth, last, behind } = match.groups!
    const before = sentence.slice(0, match.index)
    if (/\b(?:in|during|of|early|late|this|last)\s+$/i.test(before)) continue
    // "since October 28", but not "since October 28 ships have come".
    if (/\bsince\s+$/i.test(before) && behind && !afterDate.test(behind.trim())) continue
    const dated = (name: string, of: string) =>
      calendarDay(
        { get: (part) => (part === 'day' ? Number(of) : monthOfName(name)), isCertain: () => false },
        base,
        sentence,
        match.index,
      )
    // "on October 28 and 40 men" names one day.
    const isCount = lastMonth === undefined && behind !== undefined && !afterDate.test(behind.trim())
    const isSpan = last !== undefined && !isCount && (lastMonth !== undefined || Number(last) > Number(day))
    const from = dated(month!, day!)
    const to = isSpan ? dated(lastMonth ?? month!, last) : from
    const words = match[0].slice(0, match[0].length - (behind?.length ?? 0))
    const length =
      isSpan || last === undefined
        ? words.length
        : words.search(/\s*(?:[-–]|to|and|through)\s*(?:\p{L}+\.?\s+)?\d+\D*$/u)
    rest = rest.slice(0, match.index) + '·'.repeat(length) + rest.slice(match.index + length)
    if (from === undefined || to === undefined) continue
    const isWeek = weekTo.test(before) && from === to
    const days = isWeek
      ? { from: to - 6, to }
      : from <= to
        ? { from, to }
        : { from: addMonths(from, -12), to }
    take(match.index, match.index + length, days, true)
  }
  return rest
}

const afterDate =
  /^(?:at|and|or|to|when|the|for|in|on|with|as|after|by|but|it|he|she|they|that|this|has|have|had|was|were|is|are|near|from|while|before|because|a|an|no|about|some|nearly|more|at)$/

function monthOfName(name: string): number {
  return (
    'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(name.slice(0, 3).toLowerCase()) + 1
  )
}

function blank(found: string): string {
  return '·'.repeat(found.length)
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
