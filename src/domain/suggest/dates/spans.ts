import type { DateInWords, Day } from './days.ts'

/** "since", "until", "by" and "from … to" before a date change what it spans; prepositions become part of its words. */
export function widened(sentence: string, dates: DateInWords[], base: Day | undefined): DateInWords[] {
  const joined: DateInWords[] = []
  for (const date of dates) {
    const before = joined.at(-1)
    const between = before ? sentence.slice(before.end, date.start + leadLength(sentence, date)) : ''
    if (
      before &&
      /^\s*(?:to|and|until|through|–|-|—)\s*$/i.test(between) &&
      isRange(sentence, before, between, date.from - before.to === 1 && date.from === date.to)
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
  '(?:bought|made|built|born|founded|signed|ordered|wounded|killed|opened|sold|seized|captured|elected|laid|launched|passed|adopted|sent|delivered|introduced|installed|injured|arrested|recorded|taken|written)'
const hungOn = new RegExp(
  `(?<before>[\\p{L}’']+)\\s+${participle}\\s+(?:(?:in|on|since|before|after|of|at)\\s+)?$`,
  'iu',
)

/** "more than in 2020", "after the storms of December", "cameras bought last year are …": not when it happened. */
function isAside(sentence: string, { start, end }: DateInWords): boolean {
  const before = sentence.slice(0, start)
  if (/\bthan\s+(?:(?:in|on|at|for)\s+)?$/i.test(before)) return true
  // "rose 3 percent from a year earlier": what it is compared with.
  if (
    /^(?:an?|one|the)\s(?:year|month|week|quarter)\s(?:earlier|before|ago)/i.test(
      sentence.slice(start, end),
    ) &&
    comparing.test(before)
  )
    return true
  const ofDate = /^of\b/i.test(sentence.slice(start, end)) || /\bof\s+$/i.test(before)
  if (ofDate && /\b(?:after|before|since)\s+(?:the\s+)?(?:\p{L}+\s+){1,3}(?:of\s+)?$/iu.test(before))
    return true
  // "Built in 1962, the dam holds", "a group born in 2022 amid the war"
  if (
    /^\W?(?:built|born|founded|established|created|opened|launched|formed|made)\s+(?:\p{L}+\s+){0,2}$/iu.test(
      before,
    )
  )
    return true
  if (
    /\ban?\s(?:[\p{L}-]+\s){1,3}(?:built|born|founded|established|created|formed)\s+(?:in\s+)?$/iu.test(
      before,
    )
  )
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

const comparing = /\b(?:from|over|on|against|versus|compared\s(?:with|to)|relative\sto)\s+$/i

/** How many code units at the beginning of a date are a preposition that its pattern took along. */
function leadLength(sentence: string, { start, end }: DateInWords): number {
  return /^(?:(?:to|and|until|on|the)\s+)*/i.exec(sentence.slice(start, end))![0].length
}

function isRange(sentence: string, { start }: DateInWords, between: string, follows: boolean): boolean {
  const from =
    /(?:\b(?:from|between)\s+(?:the\s+)?)$/i.test(sentence.slice(0, start)) ||
    /^(?:from|between)\b/i.test(sentence.slice(start))
  // "on Monday and Tuesday"
  return from || follows || /[–—-]|\bto\b|through/i.test(between)
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
  const clause = /\b(?<word>since)\s(?:[\p{L}’'-]+\s){1,9}(?:(?:on|in)\s+)?$/iu.exec(
    sentence.slice(0, date.start),
  )
  const word = (own?.groups?.word ?? clause?.groups?.word ?? lead?.groups?.word ?? '').toLowerCase()
  const start = own ? date.start : date.start - (lead?.[0].length ?? 0)
  if (word === 'since' && base !== undefined && date.from <= base) return { ...date, start, to: base }
  if (/^(?:until|till|by|before)$/.test(word)) return { ...date, start, from: date.to }
  return { ...date, start }
}
