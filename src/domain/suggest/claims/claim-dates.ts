import type { DateInWords } from '../dates/days.ts'
import { contains, type OffsetRange, overlaps } from '../reading/ranges.ts'
import type { Attribution } from '../speakers/attribution.ts'
import type { SentenceDraft } from './sentence-draft.ts'

/** The date of the event and that of the statement: those beside the verb of saying date the statement. */
export function datesOf(
  draft: SentenceDraft,
  attribution: Attribution | null,
  place: OffsetRange,
): { event: DateInWords | null; statement: DateInWords | null } {
  const outer = attribution?.within ?? null
  const statement =
    draft.dates.find((date) => datesStatement(draft, attribution, date)) ??
    draft.dates.find((date) => datesStatement(draft, outer, date)) ??
    sameBreath(draft, attribution) ??
    null
  const distance = (date: DateInWords) =>
    date.start >= place.end ? date.start - place.end : place.start - date.end
  const [event] = draft.dates
    .filter((date) => date !== statement && !datesStatement(draft, attribution, date))
    .filter((date) => !draft.attributions.some(({ core }) => overlaps(date, core)))
    .filter(
      (date) =>
        !draft.attributions.some(
          ({ aside }) => aside !== null && contains(aside, date) && !contains(aside, place),
        ),
    )
    .filter(
      (date) =>
        !isSetOff(draft, date, place) && !(draft.attributions.length > 0 && isPublishing(draft, date)),
    )
    .filter((date) => datesEvent(draft, date, place))
    .sort((one, other) => distance(one) - distance(other))
  return { event: event ?? null, statement }
}

/** "The ministry said on Monday that …, adding that …": both on Monday. */
function sameBreath(
  { attributions, speakers, dates }: SentenceDraft,
  attribution: Attribution | null,
): DateInWords | undefined {
  if (attribution === null || !/ing$/.test(attribution.verb)) return undefined
  const name = speakers.get(attribution)?.name
  const others = attributions.filter((other) => other !== attribution && speakers.get(other)?.name === name)
  return dates.find((date) => name !== undefined && others.some(({ core }) => overlaps(date, core)))
}

function datesStatement(draft: SentenceDraft, attribution: Attribution | null, date: DateInWords): boolean {
  if (!attribution) return false
  const { text, sentence, outer } = draft
  const { core, covers, aside } = attribution
  if (overlaps(date, core)) return true
  if (isPublishing(draft, date) && date.end <= Math.max(covers.start, core.start)) return true
  // "Orlik, speaking in Velden on Tuesday, said"
  if (
    aside &&
    contains(aside, date) &&
    /^\W*(?:speaking|talking|addressing|in an? )/i.test(text.slice(aside.start))
  )
    return true
  const between = (from: number, to: number) => outer.filter(({ start }) => start >= from && start < to)
  // "On Monday the ministry said that …"
  if (date.end <= core.start) {
    if (/^since\b/i.test(text.slice(date.start))) return false
    const opening = text.slice(sentence.start, date.start)
    const isFirst = (opening.length <= 14 || inStatement.test(opening)) && covers.start >= core.start
    // "One day before the vote, the ministry said"
    const isTo = /\b(?:before|after)$/.test(text.slice(date.start, date.end))
    return (
      isFirst &&
      between(date.end, core.start).every(
        (token) => token.text === ',' || (isTo && /^(?:DET|NOUN|ADJ)$/.test(token.pos)),
      )
    )
  }
  // "spoke of four on Saturday": where nothing happens in what is said, the saying is dated.
  const isRejection = attribution.stance === 'denies'
  if (
    (date.from !== date.to && !isRejection) ||
    /^(?:since|by|until|before|from)\b/i.test(text.slice(date.start))
  )
    return false
  const said = between(core.end, date.start)
  const isBare = said.every(
    ({ pos, text }) => pos !== 'VERB' && pos !== 'AUX' && pos !== 'X' && !/^[,;:]$/.test(text),
  )
  const isNamed = said.some(({ pos }) => /^(?:NOUN|PROPN|NUM|PRON)$/.test(pos)) && said[0]!.lower !== 'that'
  return covers.start >= core.end && attribution.speaker !== null && isNamed && isBare
}

/** "In a statement on Monday, …" */
const inStatement =
  /^\W?(?:in|at|during)\s+(?:an?|its|the|his|her|their)\s+(?:\p{L}+\s+){0,2}(?:statement|interview|speech|post|letter|address|briefing|conference|message|report|release|bulletin)\s+(?:\p{L}+\s+){0,7}$/iu

/** A date after a figure is that of the clause before it, not of an earlier clause with a figure of its own. */
function datesEvent(draft: SentenceDraft, date: DateInWords, place: OffsetRange): boolean {
  const { text, figures, outer, dates } = draft
  const [from, to] = [Math.min(place.end, date.end), Math.max(place.start, date.start)]
  if (outer.some((token) => token.text === ';' && token.start >= from && token.start < to))
    return opensFor(draft, date, place)
  // "were built in 1987 and would now cost $3,000": what would be or has been is not of that day.
  if (
    date.end <= place.start &&
    /^since\b/i.test(text.slice(date.start)) &&
    /\band\s+\p{L}+s\s/u.test(text.slice(date.end, place.start))
  )
    return false
  if (date.end <= place.start && otherTense.test(text.slice(date.end, place.start))) return false
  if (figures.length < 2) return true
  if (date.end <= place.start) {
    // "40 men on Sunday and 12 guns on Monday": each has its own.
    const isOthers = figures.some(({ end }) => end <= date.start)
    const after = isOthers && dates.find(({ start }) => start >= place.end)
    return !after || figures.some(({ start }) => start >= place.end && start < after.start)
  }
  const next = figures.find(({ start }) => start >= place.end)
  if (!next || date.start < next.start) return true
  const hasVerb = outer.some(({ pos, end }) => end <= place.start && (pos === 'VERB' || pos === 'AUX'))
  // "48 drones, part of a raid of 79 drones launched overnight": the date hangs on those drones.
  const last = outer.findLastIndex(({ end }) => end <= date.start)
  const isHungOn = hasVerb && outer[last]?.pos === 'VERB' && outer[last - 1]?.pos === 'NOUN'
  const nearest = figures.findLast(({ start }) => start < date.start)!
  if (
    isHungOn &&
    outer.some(({ text, start }) => text === ',' && start >= place.end && start < nearest.start)
  )
    return false
  const between = outer.filter(({ start }) => start >= place.end && start < next.start)
  // "rose to 46 from 42 in January": that was the 42.
  if (between.some(({ lower }) => /^(?:from|against|than|compared|versus)$/.test(lower))) return false
  // "killed 12 and wounded 30 on Sunday" has one date, "lost 40 men; the rebels lost 12 on Sunday" has not.
  const isSetOff = outer.some(({ text, end }) => text === ',' && end < date.start && date.start - end <= 2)
  // "Nine people died and 12 were wounded on Sunday", but not "we asked for nine and have got two since Sunday".
  const isSpan = /^(?:since|until|by|from)\b/i.test(text.slice(date.start, date.end))
  const isJoined =
    !isSpan &&
    between.some(({ lower }) => lower === 'and') &&
    between.every(({ text }) => !/^[,;:–—-]$/.test(text))
  if (isJoined) return true
  return between.every(({ pos, text }, at) => {
    const isShared = /^(?:and|or)$/.test(between[at - 1]?.lower ?? '')
    if (text === ',') return isSetOff || !hasVerb
    return (isShared || (pos !== 'VERB' && pos !== 'AUX')) && !/^[;:–—-]$/.test(text)
  })
}

/** "…, which was closed in 2019, …", "…, opened in 2010, …": a clause between commas has its own date, unless the figure stands in or right before it. */
function isSetOff(
  { text, sentence, counted, figures }: SentenceDraft,
  date: DateInWords,
  place: OffsetRange,
): boolean {
  const before = text.slice(sentence.start, date.start)
  const clause =
    /,\s+(?:(?:who|which|whose|whom|where)\b|(?:\p{L}+ly\s+)?(?:\p{L}+ed|set up|built|held|begun|made)\s)(?:[^,;]|,(?=\d))*$/u.exec(
      before,
    )
  if (!clause) return false
  const start = sentence.start + clause.index
  const length = text.slice(date.end, sentence.end).search(/,(?!\d)|;/)
  const end = length < 0 ? sentence.end : date.end + length
  // A participle that runs to the end tells what came of it: "…, killed on Sunday."
  if (length < 0 && !/^,\s+(?:who|which|whose|whom|where)\b/.test(clause[0])) return false
  const at = figures.findIndex((figure) => figure.start === place.start)
  const noun = sentence.tokens[counted[at]?.last ?? -1]?.end ?? place.end
  return (
    (place.end <= start ? start - Math.max(noun, place.end) > 1 : place.start >= end) &&
    !contains({ start, end }, place)
  )
}

/** "a report published on Tuesday", "released in May": when it was said. */
function isPublishing({ text, sentence }: SentenceDraft, date: DateInWords): boolean {
  return /\b(?:published|released|issued|aired)\s+(?:(?:late|early|on|in)\s+)*$/i.test(
    text.slice(sentence.start, date.start),
  )
}

const otherTense = /\b(?:and|but)\s+(?:will|would|can|could|may|might|is|are|has|have)\b/i

/** "On Monday a bridge fell; 40 men drowned.": a date that opens the sentence holds for clauses without one of their own. */
function opensFor({ sentence, outer, dates }: SentenceDraft, date: DateInWords, place: OffsetRange): boolean {
  const own = {
    start: outer.findLast(({ text, end }) => text === ';' && end <= place.start)?.end ?? sentence.start,
    end: outer.find(({ text, start }) => text === ';' && start >= place.end)?.start ?? sentence.end,
  }
  const opens = outer.every(({ start }) => start >= date.start)
  return opens && date.end <= own.start && !dates.some((other) => contains(own, other))
}
