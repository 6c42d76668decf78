import type { Stance } from '../../claim/row.ts'
import { isoDays } from '../dates/dates.ts'
import type { DateInWords } from '../dates/days.ts'
import type { Counted } from '../figures/counted-noun.ts'
import type { Figure } from '../figures/figures.ts'
import { rangeOf } from '../reading/phrases.ts'
import { contains, type OffsetRange, overlaps } from '../reading/ranges.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { phraseName } from '../speakers/person-names.ts'
import type { SourceNames } from '../speakers/source-names.ts'
import { stanceIn } from '../speakers/stance.ts'
import type { SuggestedDate, SuggestedName, Suggestion, Words } from '../suggestion.ts'
import { datesOf } from './claim-dates.ts'
import { suggestionKey } from './key.ts'
import { placeIn } from './place.ts'
import { reasonOf } from './reason.ts'
import type { SentenceDraft } from './sentence-draft.ts'

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

/** "We have not hired anybody", "There was no raid": said to deny, where it answers somebody. */
const negative =
  /^[\s,“"‘']*(?:(?:we|i|our|they|there|it)\b[^.;,]{0,40}?(?:\bnot\b|n['’]t\b|\bnever\b|\bno\b|\bnothing\b|\bnobody\b)|(?:no|none|nobody|nothing|not)\b)/iu

export function stanceOf(
  { text, sentence, attributions, answers, issuer }: SentenceDraft,
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
  // "The figures, which could not be verified, show": that is said of them, not by them.
  const isAside =
    found !== undefined &&
    attribution?.aside != null &&
    contains(attribution.aside, { start: from + found.start, end: from + found.start + 1 })
  if (isAside) return { stance: 'asserts', at: null }
  // A press statement's own "Not a single soldier …" answers whom it is made against.
  if (!found && !attribution && issuer && /^\W*not (?:a single|one)\b/i.test(text.slice(from, to)))
    return { stance: 'denies', at: { start: from, end: to } }
  if (!found && answers && attribution?.speaker && attribution.stance === 'asserts') {
    const { covers, core } = attribution
    const end = covers.start < core.start ? core.start : covers.end
    const said = text.slice(covers.start, end)
    if (/^\s*[“"]/.test(said) && negative.test(said))
      return { stance: 'denies', at: { start: covers.start, end } }
  }
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
