import type { Stance } from '../claim/row.ts'
import type { Attribution } from './attribution.ts'
import type { Counted } from './counted-noun.ts'
import { type DateInWords, isoDays } from './dates.ts'
import type { Figure } from './figures.ts'
import { suggestionKey } from './key.ts'
import { phraseName } from './person-names.ts'
import { rangeOf } from './phrases.ts'
import { placeIn } from './place.ts'
import { contains, type OffsetRange, overlaps } from './ranges.ts'
import type { Sentence, Token } from './reading.ts'
import { reasonOf } from './reason.ts'
import type { SourceNames } from './source-names.ts'
import { stanceIn } from './stance.ts'
import type { SuggestedDate, SuggestedName, Suggestion, Words } from './suggestion.ts'

/** A sentence with all that was found in it. */
export interface SentenceDraft {
  /** The whole article. */
  text: string
  sentence: Sentence
  /** Its words outside quotation marks. */
  outer: Token[]
  attributions: Attribution[]
  speakers: ReadonlyMap<Attribution, SuggestedName | null>
  /** Offsets are the article's. */
  dates: DateInWords[]
  figures: Figure[]
  /** What each figure counts. */
  counted: Counted[]
  names: SourceNames
  /** Who says "we" in a press statement. */
  issuer: SuggestedName | null
  /** Whose words the paragraph is, as its beginning or the line under it says. */
  voiced: SuggestedName | null
  /** Who was named last before this sentence in the paragraph, and first after it: quotations are theirs. */
  before: SuggestedName | null
  after: SuggestedName | null
}

/** A claim that a sentence makes. */
export interface FoundClaim {
  range: OffsetRange
  figure: Figure | null
  counted: Counted | null
  attribution: Attribution | null
}

/** Puts a suggestion together from what a sentence says about a claim. */
export function suggestionOf(
  draft: SentenceDraft,
  { range, figure, counted, attribution }: FoundClaim,
): Suggestion {
  const { text } = draft
  const words = ({ start, end }: OffsetRange): Words => ({ start, end, quote: text.slice(start, end) })
  const dated = (date: DateInWords | null): SuggestedDate | null =>
    date && { ...words(date), ...isoDays(date), relative: date.relative }
  const own = words(range)
  const kind = figure ? 'quantity' : 'statement'
  const speaker = speakerOf(draft, attribution, figure ?? range)
  const via = attribution ? viaOf(draft, attribution) : []
  const { stance, at } = stanceOf(draft, attribution, figure ? range : (attribution?.covers ?? range))
  const { event, statement } = datesOf(draft, attribution, figure ?? range)
  const place = placeIn(draft.outer, draft.attributions, range)
  const quantity = figure && {
    ...words(figure),
    qualifier: figure.qualifier,
    low: figure.low,
    high: figure.high,
    unit: counted?.unit ?? '',
    thing: counted?.thing ?? '',
  }
  const suggestion: Omit<Suggestion, 'reason'> = {
    ...own,
    key: suggestionKey(figure ? `${kind} ${figure.start}` : kind, own.start, own.end, own.quote),
    kind,
    quantity,
    speaker,
    via,
    stance,
    stanceWords: at && words(at),
    eventDate: dated(event),
    statementDate: dated(statement),
    place: place && words(place),
    claim: {
      statement: own.quote.replace(/\s+/gu, ' ').trim().slice(0, 10_000),
      sourceId: speaker?.sourceId ?? null,
      via: via.flatMap(({ sourceId }) => sourceId ?? []),
      stance,
      qualifier: quantity?.qualifier ?? null,
      low: quantity?.low ?? null,
      high: quantity?.high ?? null,
      unit: (quantity?.unit ?? '').slice(0, 120),
      place: place ? text.slice(place.start, place.end).replace(/\s+/gu, ' ').slice(0, 300) : '',
      eventFrom: dated(event)?.from ?? null,
      eventTo: dated(event)?.to ?? null,
      statementFrom: dated(statement)?.from ?? null,
      statementTo: dated(statement)?.to ?? null,
    },
  }
  return { ...suggestion, reason: reasonOf(suggestion) }
}

/** A name that stands at a place of the text, with the known source that it means. */
export function nameAt(
  text: string,
  { start, end }: OffsetRange,
  { name, pointsTo }: { name: string; pointsTo: OffsetRange | null },
  names: SourceNames,
): SuggestedName {
  const quote = text.slice(start, end)
  return { start, end, quote, name, sourceId: names.idOf(name) ?? names.idOf(quote), pointsTo }
}

/** Whose words stand at a place that no attribution reaches: the paragraph's voice, or whoever is being quoted. */
function speakerOf(
  draft: SentenceDraft,
  attribution: Attribution | null,
  place: OffsetRange,
): SuggestedName | null {
  if (attribution) return draft.speakers.get(attribution) ?? null
  if (draft.voiced) return draft.voiced
  if (isQuoted(draft, place)) return draft.before ?? draft.after
  return draft.issuer && draft.outer.some(({ lower }) => /^(?:we|our)$/.test(lower)) ? draft.issuer : null
}

/** Whether most words of a stretch stand in quotation marks. */
export function isQuoted({ sentence }: SentenceDraft, range: OffsetRange): boolean {
  const inside = sentence.tokens.filter((token) => overlaps(token, range))
  return inside.length > 0 && inside.filter(({ quoted }) => quoted).length >= inside.length / 2
}

export function stanceOf(
  { text, sentence, attributions }: SentenceDraft,
  attribution: Attribution | null,
  range: OffsetRange,
): { stance: Stance; at: OffsetRange | null } {
  if (attribution && attribution.stance !== 'asserts')
    return { stance: attribution.stance, at: attribution.core }
  const from = Math.max(Math.min(range.start, attribution?.core.start ?? range.start), sentence.start)
  const to = Math.min(Math.max(range.end, attribution?.core.end ?? range.end), sentence.end)
  const found = stanceIn(text.slice(from, to))
  const isAnothers =
    found !== undefined &&
    attributions.some(
      (other) =>
        other !== attribution &&
        other.stance !== 'asserts' &&
        contains(other.core, { start: from + found.start, end: from + found.start + 1 }),
    )
  return found && !isAnothers
    ? { stance: found.stance, at: { start: from + found.start, end: from + found.end } }
    : { stance: 'asserts', at: null }
}

function viaOf({ text, outer, names, speakers }: SentenceDraft, attribution: Attribution): SuggestedName[] {
  const own = attribution.via.map((phrase) => {
    const range = rangeOf(outer, phrase)
    return nameAt(text, range, { name: phraseName(outer, phrase), pointsTo: null }, names)
  })
  const through = attribution.within && speakers.get(attribution.within)
  const inner = speakers.get(attribution)
  return through && inner && through.name !== inner.name ? [...own, through] : own
}

/** The date of the event and that of the statement: those beside the verb of saying date the statement. */
function datesOf(
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

function datesStatement(
  { text, sentence, outer }: SentenceDraft,
  attribution: Attribution | null,
  date: DateInWords,
): boolean {
  if (!attribution) return false
  const { core, covers } = attribution
  if (overlaps(date, core)) return true
  const between = (from: number, to: number) => outer.filter(({ start }) => start >= from && start < to)
  // "On Monday the ministry said that …"
  if (date.end <= core.start) {
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
  if (date.from !== date.to || /^(?:since|by|until|before|from)\b/i.test(text.slice(date.start))) return false
  const said = between(core.end, date.start)
  const isBare = said.every(
    ({ pos, text }) => pos !== 'VERB' && pos !== 'AUX' && pos !== 'X' && !/^[,;:]$/.test(text),
  )
  const isNamed = said.some(({ pos }) => /^(?:NOUN|PROPN|NUM|PRON)$/.test(pos)) && said[0]!.lower !== 'that'
  return covers.start >= core.end && attribution.speaker !== null && isNamed && isBare
}

/** "In a statement on Monday, …" */
const inStatement =
  /^\W?(?:in|at|during)\s+(?:an?|its|the|his|her|their)\s+(?:\p{L}+\s+){0,2}(?:statement|interview|speech|post|letter|address|briefing|conference|message|report|release|bulletin)\s+(?:\p{L}+\s+){0,4}$/iu

/** A date after a figure is that of the clause before it, not of an earlier clause with a figure of its own. */
function datesEvent(
  { figures, outer, dates }: SentenceDraft,
  date: DateInWords,
  place: OffsetRange,
): boolean {
  const [from, to] = [Math.min(place.end, date.end), Math.max(place.start, date.start)]
  if (outer.some(({ text, start }) => text === ';' && start >= from && start < to)) return false
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
  // "killed 12 and wounded 30 on Sunday" has one date, "lost 40 men; the rebels lost 12 on Sunday" has not.
  const isSetOff = outer.some(({ text, end }) => text === ',' && end < date.start && date.start - end <= 2)
  return between.every(({ pos, text }, at) => {
    const isShared = /^(?:and|or)$/.test(between[at - 1]?.lower ?? '')
    if (text === ',') return isSetOff || !hasVerb
    return (isShared || (pos !== 'VERB' && pos !== 'AUX')) && !/^[;:–—-]$/.test(text)
  })
}
