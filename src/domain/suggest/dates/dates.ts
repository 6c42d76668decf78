import { readCalendar } from './calendar.ts'
import { type DateInWords, type Days, isoOf, oneDay, parseDay } from './days.ts'
import { widened } from './spans.ts'
import { wordings } from './wordings.ts'

/** What dates count from. */
export interface DateContext {
  /** YYYY-MM-DD, null when unknown: dates that need it are left out. */
  published: string | null
  /** The day, or the days of a week at most, that the text named last. */
  named: Days | null
}

const mayHaveDate =
  /\d{4}|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b|day\b|days\b|\b(?:tonight|tomorrow|overnight|morning|evening|afternoon|night|week|weekend|month|year|hours|weeks|months|years|spring|summer|autumn|fall|winter)\b|\bthe \d{1,2}(?:st|nd|rd|th)\b/i

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
  for (const { pattern, read } of inOrder) {
    for (const match of rest.matchAll(pattern)) {
      if (rest.slice(match.index, match.index + match[0].length) !== match[0]) continue
      const before = [...found]
        .filter(({ end, from, to }) => end <= match.index && to - from < 7)
        .sort((one, other) => other.end - one.end)[0]
      const days = read(match.groups ?? {}, {
        base,
        named: before ?? context.named ?? (base === undefined ? null : oneDay(base)),
        latest:
          found.filter(({ end }) => end <= match.index).sort((one, other) => other.end - one.end)[0] ?? null,
        isNamed: (before ?? context.named) != null,
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

/** Those that count from another date in the text after those that name one. */
const inOrder = [
  ...wordings.filter((each) => !each.isPointing),
  ...wordings.filter((each) => each.isPointing),
]

export function isoDays({ from, to }: Days): { from: string; to: string } {
  return { from: isoOf(from), to: isoOf(to) }
}
