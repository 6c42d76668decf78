type Read = { ok: true; from: string | null; to: string | null } | { ok: false; why: string }

/**
 * Reads a day, a span of days, a month or a year as a person types it. Days are calendar days without a zone.
 * Numbers alone are read only where they are plain: 2024-10-31 and 31.10.2024, never 10/11/2024.
 */
export function readDates(text: string): Read {
  const words = text.trim().replace(/\s+/g, ' ')
  if (words === '') return { ok: true, from: null, to: null }
  const single = readOne(words)
  if (single) return { ok: true, ...single }
  for (const [first, second] of splits(words)) {
    const to = readOne(second)
    const from = to && (readOne(first) ?? readOne(completed(first, second)))
    if (!from || !to) continue
    return from.from <= to.to
      ? { ok: true, from: from.from, to: to.to }
      : { ok: false, why: 'The first day is after the last one.' }
  }
  return { ok: false, why: 'Write a day like 31 Oct 2024, or a span like 30–31 Oct 2024.' }
}

interface Span {
  from: string
  to: string
}

/** Every way to cut the words in two at a dash or “to”. A plain hyphen counts only between spaces or digits' words. */
function* splits(words: string): Iterable<[string, string]> {
  for (const cut of words.matchAll(/\s*(?:–|—|\bto\b|\buntil\b)\s*|\s+-\s+|(?<=^\d{1,2})-(?=\d{1,2}\s)/g)) {
    yield [words.slice(0, cut.index), words.slice(cut.index + cut[0].length)]
  }
}

/** “30” before “31 Oct 2024” means 30 Oct 2024; “30 Sep” before it 30 Sep 2024. */
function completed(first: string, second: string): string {
  const rest = second.replace(/^\d{1,2}\.?\s*/, '')
  if (/^\d{1,2}\.?$/.test(first)) return `${first} ${rest}`
  return `${first} ${/\d{4}$/.exec(second)?.[0] ?? ''}`
}

function readOne(words: string): Span | null {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(words)
  if (iso) return span(iso[1]!, Number(iso[2]), iso[3])
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(words)
  if (dotted) return span(dotted[3]!, Number(dotted[2]), dotted[1])
  const british = /^(?:(\d{1,2})(?:st|nd|rd|th|\.)? )?([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(words)
  if (british) return span(british[3]!, month(british[2]!), british[1])
  const american = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(words)
  if (american) return span(american[3]!, month(american[1]!), american[2])
  const year = /^(\d{4})$/.exec(words)
  return year ? { from: `${year[1]}-01-01`, to: `${year[1]}-12-31` } : null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const fullMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** 1 to 12, or 0 for a word that is no month. */
function month(word: string): number {
  const lower = word.toLowerCase()
  const full = fullMonths.findIndex((name) => name === lower || (lower === 'sept' && name === 'september'))
  return (full >= 0 ? full : months.indexOf(lower)) + 1
}

/** The day, or without one the whole month. Null for a day that no calendar has. */
function span(year: string, month: number, day: string | undefined): Span | null {
  if (month < 1 || month > 12) return null
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  const iso = (date: number) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  if (day === undefined) return { from: iso(1), to: iso(last) }
  const number = Number(day)
  return number >= 1 && number <= last ? { from: iso(number), to: iso(number) } : null
}
