import { readDate } from '../plain-values/date.ts'
import { labelOf } from './labels.ts'
import { wordCount } from './lines.ts'

/** What a line above or below an article says about it. */
export interface MetaLine {
  author?: string
  publisher?: string
  /** In capitals before the date: "WASHINGTON, 28 October 2024". */
  place?: string
  /** YYYY-MM-DD */
  date?: string
  /** The date is of a later change, not of the publication. */
  updated?: boolean
  url?: string
}

/** Whether a line is a byline, a date line, an address or a source line. */
export function isMetaLine(words: string): boolean {
  return readMetaLine(words) !== undefined
}

/**
 * Reads a line that holds nothing but a byline ("By Jane Roe"), a date ("Updated: Fri, 1 Nov 2024 14:05 GMT"), both
 * ("By Jane Roe | Harbour Wire | 1 November 2024"), an address ("https://…") or a source ("Source: Harbour Wire").
 * Undefined for any other line, in particular for every sentence.
 */
export function readMetaLine(words: string): MetaLine | undefined {
  if (words.length > 240) return undefined
  const url =
    /^(?:(?:source|url|link|original|originally published(?: at)?|from)\s*:?\s*)?<?(https?:\/\/\S+?)>?$/i.exec(
      words,
    )
  if (url) return { url: url[1]! }
  if (wordCount(words) > 18) return undefined
  const fields = words.split(/\s*[|·•]\s*|\s+[–—-]\s+/).filter((field) => field !== '')
  const read: MetaLine = {}
  let known = 0
  for (const field of fields) {
    if (readByline(field, read) || readDateField(field, read)) known += 1
    else if (/[|·•]/.test(words) && !labelOf(field)) read.publisher ??= publisherName(field)
  }
  if (known > 0) return read
  const source =
    /^(?:source|publisher|published by|originally published (?:in|by|on))\s*:?\s+(.{2,80})$/i.exec(words)
  const publisher = source && publisherName(source[1]!)
  return publisher ? { publisher } : undefined
}

function readByline(field: string, read: MetaLine): boolean {
  const staff =
    /^by (?:the |our )?(.{0,60}?)\s?(?:staff|newsroom|desk|reporters|correspondents?|editors)(?: writers?)?$/i.exec(
      field,
    )
  if (staff) {
    // "By Harbour Wire staff" names who publishes; "By the Monitor's defence reporters" names nobody.
    const isName = /^\p{Lu}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*){0,5}$/u.test(staff[1]!)
    if (isName) read.publisher = staff[1]!
    return true
  }
  const match =
    /^(?:(?:written |reported |story |words )?by|author|authors|reporter)\s*:?\s+(.{3,120})$/i.exec(field)
  if (!match) return false
  const [people, ...rest] = match[1]!.split(/,\s+(?=\p{Lu}|in\b|staff|correspondent|for\b)/u)
  const names = match[1]!.split(/\s*,\s*|\s+(?:and|&|und|et)\s+/u).map(personName)
  // "By Jane Roe, John Doe and Ada Poe" lists people; "By Jane Roe, Harbour Wire" ends with something else.
  const author = names.every((name) => name) ? match[1]! : peopleNames(people!)
  if (!author) return false
  read.author = author.trim()
  for (const part of rest) readDateField(part, read)
  return true
}

function peopleNames(words: string): string | undefined {
  const names = words.split(/\s+(?:and|&|und|et)\s+/u)
  return names.every((name) => personName(name)) ? words : undefined
}

/** Two to five capitalised words (or words of a script without capitals), with the small words that names have. */
function personName(words: string): string | undefined {
  const name =
    /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*\s+)(?:(?:de|da|di|du|del|della|van|von|der|den|al|el|bin|bint|ibn|la|le|dos|ter|zu)\s+)*(?:\p{Ll}{1,3}[-'’])?(?:[\p{Lu}\p{Lo}](?:[\p{L}\p{M}.'’-])*)(?:\s+[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){0,3}$/u
  const weekdayOrMonth =
    /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|june|july|august|september|october|november|december)\b/i
  return name.test(words) && !weekdayOrMonth.test(words) ? words : undefined
}

/** A field that is a date and nothing else but a label, a weekday, a clock time, a place or a zone. */
function readDateField(field: string, read: MetaLine): boolean {
  const match =
    /^(?:(?<label>published|posted|updated|last (?:updated|modified)|modified|first published|date|created|issued)(?: on| at)?\s*:?\s*)?(?<rest>.{6,60})$/i.exec(
      field,
    )
  const words = match?.groups?.rest ?? ''
  const found = readDate(words)
  if (!found || found.precisionDays > 1 || !isOnlyDate(words)) return false
  const updated = /^(?:updated|last|modified)/i.test(match!.groups!.label ?? '')
  if (read.date === undefined || (read.updated && !updated)) {
    read.date = found.date
    read.updated = updated
  }
  read.place ??= /^(\p{Lu}{3,}(?: \p{Lu}{2,})*),/u.exec(words)?.[1]
  return true
}

function isOnlyDate(words: string): boolean {
  const rest = words
    .replace(/\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?/g, ' ')
    .replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b\.?/gi, ' ')
    .replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b\.?/gi, ' ')
    .replace(/\([^()]{1,30}\)/g, ' ')
    .replace(/(\d{1,2}:\d{2})\s+\p{Lu}[\p{L} ]{1,20}\btime\b/gu, '$1')
    .replace(/\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?/gi, ' ')
    .replace(/\b\d{1,4}(?:st|nd|rd|th)?\b/g, ' ')
    .replace(
      /\b(?:at|on|of|the|gmt|utc|est|edt|cet|cest|pst|pdt|et|bst|local time|[ap]\.?m\.?)(?!\p{L})/giu,
      ' ',
    )
  // "Brussels, 1 November 2024": one place may stand before the date, or where the report comes from.
  return /^\s*(?:[Ff]rom (?:\p{L}+\s?){1,5},|\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+)?\s*,)?[\s,/.()+-]*$/u.test(
    rest,
  )
}

/** A name of a publication: a few words that begin with a capital, no sentence. */
function publisherName(words: string): string | undefined {
  if (/^by\b/i.test(words)) return undefined
  return /^[\p{Lu}\p{Lo}\d][^.!?]{1,78}$/u.test(words) && wordCount(words) <= 8 ? words : undefined
}
