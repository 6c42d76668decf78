import { readDate } from '../plain-values/date.ts'

/** The place, agency and date before the first sentence of a report. */
export interface Opening {
  place: string
  agency: string | null
  /** YYYY-MM-DD; null when no year is given. */
  date: string | null
  /** How many UTF-16 code units it takes, with the dash or stop after it. */
  length: number
}

/**
 * Reads a dateline: "BRUSSELS — In …", "SEOUL, Oct. 31, 2024 (Eastern Desk) – The …", "KYIV, Ukraine (AP) -- A …",
 * "KYIV, Friday. A …". The place is in capitals and a sentence follows; undefined otherwise.
 */
export function readOpening(paragraph: string): Opening | undefined {
  const match = dashed.exec(paragraph) ?? stopped.exec(paragraph)
  if (!match?.groups) return undefined
  const { place, date, agency } = match.groups
  const named = date ? readDate(date) : null
  return {
    place: place!.trim(),
    agency: agency ?? null,
    date: named?.precisionDays === 1 ? named.date : null,
    length: match[0].length,
  }
}

const notDate =
  '(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b)'
const place = `(?<place>\\p{Lu}[\\p{Lu}.’'\\s-]{2,30}(?:,\\s${notDate}\\p{Lu}\\p{Ll}[\\p{L}.\\s]{1,24}?)?)`

const dashed = new RegExp(
  `^${place}(?<date>,\\s[^—–()]{3,40}?)?\\s*(?:\\((?<agency>\\p{Lu}[\\p{L}\\d .&-]{1,40})\\))?\\s*(?:[—–]|--|-(?=\\s))\\s*(?=[\\p{Lu}\\p{Lo}\\d“"‘'])`,
  'u',
)
const stopped =
  /^(?<place>\p{Lu}{3,}(?: \p{Lu}{2,}){0,2})(?:,\s(?<date>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?\.\s+(?=[\p{Lu}“"])/u
