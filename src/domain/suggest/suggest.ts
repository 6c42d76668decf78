import type { Stance } from '../claim/row.ts'
import { type Attribution, attributionsIn, canSpeak, outerTokens } from './attributions.ts'
import { type DateInWords, datesIn, isoDays } from './dates.ts'
import type { Days } from './days.ts'
import { type Discourse, fullNames, openDiscourse } from './discourse.ts'
import { whyQuiet } from './english.ts'
import { type Figure, figuresIn } from './figures.ts'
import { suggestionKey } from './key.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { isDayWord, phraseStartingAt, rangeOf } from './phrases.ts'
import { contains, type OffsetRange, overlaps } from './ranges.ts'
import { readParagraph, type Sentence, type Token } from './reading.ts'
import { reasonOf } from './reason.ts'
import { type SourceNames, sourceNames } from './source-names.ts'
import { stanceIn } from './stance.ts'
import type { Knowledge, SuggestedDate, SuggestedName, Suggestion, Words } from './suggestion.ts'
import { type Counted, countedBy } from './units.ts'

/** The suggestions for a whole text, in its order. Empty where `whyQuiet` has a reason. */
export function suggestClaims(text: string, known: Knowledge): Suggestion[] {
  return [...suggestByParagraph(text, known)].flatMap(({ suggestions }) => suggestions)
}

/** What was found up to a place of the text. */
export interface Step {
  /** The end of the paragraph that was read. */
  end: number
  suggestions: Suggestion[]
}

/**
 * The same, paragraph by paragraph, for texts that are read while they are being searched. Offsets are UTF-16 code
 * units of the text. The answer depends on text and knowledge only: not on clock, time zone, language or chance.
 */
export function* suggestByParagraph(text: string, known: Knowledge): Generator<Step> {
  if (whyQuiet(text) !== null) return
  const reader = openReader(text, known)
  for (const paragraph of paragraphsOf(text, known.furniture)) {
    yield { end: paragraph.end, suggestions: reader.read(paragraph) }
  }
}

interface Reader {
  read(paragraph: Paragraph): Suggestion[]
}

function openReader(text: string, known: Knowledge): Reader {
  const discourse = openDiscourse(fullNames(text))
  const names = sourceNames(known.sources)
  const earlier: Sentence[] = []
  let counted: Counted[] = []
  let named: Days | null = null
  return {
    read(paragraph) {
      const suggestions: Suggestion[] = []
      let inQuote: SuggestedName | null = null
      const sentences = readParagraph(paragraph.text, paragraph.start)
      for (const sentence of sentences) {
        const outer = outerTokens(sentence)
        const attributions = attributionsIn(sentence, outer)
        const dates = datesIn(sentence.text, { published: known.publishedDate, named }).map((date) =>
          shift(date, sentence.start),
        )
        named = dates.at(-1) ?? named
        const speakers = new Map<Attribution, SuggestedName | null>()
        for (const attribution of attributions) {
          speakers.set(attribution, speakerOf(text, outer, attribution, discourse, names))
          if (attribution.speaker) discourse.mention(outer, attribution.speaker, true)
        }
        mentionOthers(outer, attributions, discourse)
        const figures = figuresIn(sentence).filter((figure) => isSaid(sentence, outer, figure, attributions))
        const own: Counted[] = []
        for (const figure of figures)
          own.push(countedBy(figure, sentence, own.length > 0 ? own : counted.slice(-1), earlier))
        if (own.length > 0) counted = own
        const draft: Draft = {
          text,
          sentence,
          outer,
          attributions,
          speakers,
          dates,
          figures,
          counted: own,
          names,
          inQuote,
        }
        suggestions.push(...claimsOf(draft))
        const last = attributions.at(-1)
        const speaker = last ? (speakers.get(last) ?? null) : null
        if (last) inQuote = speaker
        earlier.push(sentence)
        if (earlier.length > 4) earlier.shift()
      }
      return suggestions
    },
  }
}

interface Draft {
  text: string
  sentence: Sentence
  outer: Token[]
  attributions: Attribution[]
  speakers: Map<Attribution, SuggestedName | null>
  dates: DateInWords[]
  figures: Figure[]
  counted: Counted[]
  names: SourceNames
  /** Who spoke last in this paragraph: quotations without a speaker of their own are theirs. */
  inQuote: SuggestedName | null
}

function claimsOf(draft: Draft): Suggestion[] {
  const { sentence, figures, attributions, counted } = draft
  if (/\?["”’)]?$/.test(sentence.text)) return []
  const spans = figures.map((_, index) => clauseOf(draft, index))
  const claims = figures.map((figure, index) => {
    const attribution = attributionOf(attributions, figure)
    return suggest(draft, {
      kind: 'quantity',
      range: spans[index]!,
      figure,
      counted: counted[index]!,
      attribution,
    })
  })
  const covered = (attribution: Attribution) =>
    figures.some((figure) => attributionOf(attributions, figure) === attribution)
  for (const attribution of attributions) {
    if (covered(attribution) || (attribution.isOther && !attribution.denies)) continue
    const isOwn =
      figures.length === 0 || stanceOf(draft, attribution, attribution.covers).stance !== 'asserts'
    if (!isOwn || attributions.some((other) => other.within === attribution)) continue
    if (figures.length === 0 && attribution !== main(attributions, attribution)) continue
    const range =
      figures.length === 0 && claims.length === 0 ? sentence : hull(attribution.core, attribution.covers)
    claims.push(suggest(draft, { kind: 'statement', range, figure: null, counted: null, attribution }))
  }
  if (claims.length === 0) {
    const { stance } = stanceOf(draft, null, sentence)
    if (stance !== 'asserts')
      claims.push(
        suggest(draft, {
          kind: 'statement',
          range: sentence,
          figure: null,
          counted: null,
          attribution: null,
        }),
      )
    else if (isQuotation(draft) && draft.inQuote)
      claims.push(
        suggest(draft, {
          kind: 'statement',
          range: sentence,
          figure: null,
          counted: null,
          attribution: null,
        }),
      )
  }
  return claims.sort((one, other) => one.start - other.start || one.end - other.end)
}

/** Of attributions with the same speaker and stance in a sentence without figures, the first. */
function main(attributions: readonly Attribution[], attribution: Attribution): Attribution {
  return (
    attributions.find(
      (other) => other.denies === attribution.denies && other.within === attribution.within,
    ) ?? attribution
  )
}

function hull(one: OffsetRange, other: OffsetRange): OffsetRange {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }
}

function isQuotation({ sentence }: Draft): boolean {
  const inside = sentence.tokens.filter(({ quoted }) => quoted).length
  return inside > sentence.tokens.length * 0.6
}

/** Counts of speakers, conditions and demands count nothing. */
function isSaid(
  sentence: Sentence,
  outer: readonly Token[],
  figure: Figure,
  attributions: readonly Attribution[],
): boolean {
  if (
    attributions.some(
      ({ speaker }) =>
        speaker &&
        contains(rangeOf(outer, speaker), {
          start: sentence.tokens[figure.first]!.start,
          end: sentence.tokens[figure.first]!.end,
        }),
    )
  )
    return false
  const before = sentence.text.slice(0, figure.start - sentence.start)
  return !/\b(?:if|unless|whether)\s[^,;]*$/i.test(before) || /\bwhether\b/i.test(before)
}

/** The attribution that reaches a place: the nearest that begins before it and has it in its words, else one that follows. */
function attributionOf(attributions: readonly Attribution[], place: OffsetRange): Attribution | null {
  const reaching = attributions.filter(
    ({ covers, core }) => contains(covers, place) && !(core.start <= place.start && place.end <= core.end),
  )
  const ahead = reaching.filter(({ core }) => core.end <= place.start)
  return ahead.at(-1) ?? reaching[0] ?? null
}

interface Found {
  kind: Suggestion['kind']
  range: OffsetRange
  figure: Figure | null
  counted: Counted | null
  attribution: Attribution | null
}

function suggest(draft: Draft, { kind, range, figure, counted, attribution }: Found): Suggestion {
  const { text, speakers, inQuote } = draft
  const words = (place: OffsetRange): Words => ({
    start: place.start,
    end: place.end,
    quote: text.slice(place.start, place.end),
  })
  const speaker = attribution
    ? (speakers.get(attribution) ?? null)
    : (pronounSpeaker(draft, range) ?? (isQuoted(draft, figure ?? range) ? inQuote : null))
  const via = attribution ? viaOf(draft, attribution) : []
  const { stance, at } = stanceOf(draft, attribution, figure ? range : (attribution?.covers ?? range))
  const { event, statement } = datesOf(draft, attribution, figure ?? range)
  const place = placeIn(draft, range)
  const quantity =
    figure && counted
      ? {
          ...words(figure),
          qualifier: figure.qualifier,
          low: figure.low,
          high: figure.high,
          unit: counted.unit,
          thing: counted.thing,
        }
      : null
  const dated = (date: DateInWords | null): SuggestedDate | null =>
    date && { ...words(date), ...isoDays(date), relative: date.relative }
  const own = words(range)
  const suggestion: Omit<Suggestion, 'reason'> = {
    ...own,
    key: suggestionKey(figure ? `${kind} ${figure.start}` : kind, own.start, own.end, own.quote),
    kind,
    quantity,
    speaker,
    via,
    stance,
    stanceWords: at ? words(at) : null,
    eventDate: dated(event),
    statementDate: dated(statement),
    place: place && words(place),
    claim: {
      statement: own.quote.replace(/\s+/gu, ' ').trim(),
      sourceId: speaker?.sourceId ?? null,
      via: via.flatMap(({ sourceId }) => sourceId ?? []),
      stance,
      qualifier: quantity?.qualifier ?? null,
      low: quantity?.low ?? null,
      high: quantity?.high ?? null,
      unit: (quantity?.unit ?? '').slice(0, 120),
      place: place ? text.slice(place.start, place.end) : '',
      eventFrom: event ? isoDays(event).from : null,
      eventTo: event ? isoDays(event).to : null,
      statementFrom: statement ? isoDays(statement).from : null,
      statementTo: statement ? isoDays(statement).to : null,
    },
  }
  return { ...suggestion, reason: reasonOf(suggestion) }
}

/** "It had no information": a pronoun as subject of a sentence that attributes nothing is who spoke last. */
function pronounSpeaker(draft: Draft, range: OffsetRange): SuggestedName | null {
  const first = draft.outer.find(({ start }) => start >= range.start)
  return first && /^(?:he|she|it|they)$/.test(first.lower) ? draft.inQuote : null
}

function isQuoted({ sentence }: Draft, range: OffsetRange): boolean {
  const inside = sentence.tokens.filter((token) => overlaps(token, range))
  return inside.length > 0 && inside.filter(({ quoted }) => quoted).length >= inside.length / 2
}

function stanceOf(
  draft: Draft,
  attribution: Attribution | null,
  range: OffsetRange,
): { stance: Stance; at: OffsetRange | null } {
  const { text, sentence } = draft
  if (attribution?.denies) return { stance: 'denies', at: attribution.core }
  const place = attribution ? hull(attribution.core, range) : range
  const found = stanceIn(text.slice(Math.max(place.start, sentence.start), Math.min(place.end, sentence.end)))
  if (!found) return { stance: 'asserts', at: null }
  return { stance: found.stance, at: { start: place.start + found.start, end: place.start + found.end } }
}

function speakerOf(
  text: string,
  outer: readonly Token[],
  { speaker }: Attribution,
  discourse: Discourse,
  names: SourceNames,
): SuggestedName | null {
  if (!speaker) return null
  const resolved = discourse.nameOf(outer, speaker)
  return resolved && named(text, rangeOf(outer, speaker), resolved, names)
}

function named(
  text: string,
  { start, end }: OffsetRange,
  { name, pointsTo }: { name: string; pointsTo: OffsetRange | null },
  names: SourceNames,
): SuggestedName {
  const quote = text.slice(start, end)
  return { start, end, quote, name, sourceId: names.idOf(name) ?? names.idOf(quote), pointsTo }
}

function viaOf(draft: Draft, attribution: Attribution): SuggestedName[] {
  const { text, outer, names, speakers } = draft
  const own = attribution.via.map((phrase) => {
    const range = rangeOf(outer, phrase)
    return named(
      text,
      range,
      {
        name: text.slice(range.start, range.end).replace(/^(?:the|an?|its|their|his|her)\s+/i, ''),
        pointsTo: null,
      },
      names,
    )
  })
  const outerSpeaker = attribution.within ? speakers.get(attribution.within) : null
  const inner = speakers.get(attribution)
  return outerSpeaker && inner && outerSpeaker.name !== inner.name ? [...own, outerSpeaker] : own
}

/** The date of the event and that of the statement: those in the words of the attribution date the statement. */
function datesOf(
  { dates, sentence, outer }: Draft,
  attribution: Attribution | null,
  place: OffsetRange,
): { event: DateInWords | null; statement: DateInWords | null } {
  const isStatement = (date: DateInWords) => {
    if (!attribution) return false
    if (overlaps(date, attribution.core)) return true
    // "On Monday the ministry said that …"
    const between = outer.filter(({ start }) => start >= date.end && start < attribution.core.start)
    return (
      date.start <= sentence.start + 12 &&
      date.end <= attribution.core.start &&
      between.every(({ text }) => text === ',')
    )
  }
  const statement = dates.find(isStatement) ?? null
  const events = dates.filter((date) => date !== statement && !isStatement(date))
  const distance = (date: DateInWords) =>
    date.start >= place.end ? date.start - place.end : place.start - date.end
  const [event] = events.sort((one, other) => distance(one) - distance(other))
  return { event: event ?? null, statement }
}

/** The words of a figure: the sentence when it is the only one, else its own clause. */
function clauseOf({ figures, sentence, text, counted }: Draft, index: number): OffsetRange {
  if (figures.length === 1) return sentence
  const [before, figure, after] = [figures[index - 1], figures[index]!, figures[index + 1]]
  const from = before
    ? boundary(
        text,
        before.end,
        figure.start,
        'last',
        sentence.tokens[counted[index - 1]!.last]?.end ?? before.end,
      )
    : sentence.start
  const to = after
    ? boundary(
        text,
        sentence.tokens[counted[index]!.last]?.end ?? figure.end,
        after.start,
        'first',
        figure.end,
      )
    : sentence.end
  return trimmed(text, from, Math.max(to, figure.end))
}

function boundary(text: string, from: number, to: number, which: 'first' | 'last', least: number): number {
  const start = Math.max(from, least)
  const between = text.slice(start, to)
  const marks = [
    ...between.matchAll(/[;,:]\s|\s(?:and|but|while|as|including|of which|of whom)\s|\s[–—-]\s/g),
  ]
  const mark = which === 'first' ? marks[0] : marks.at(-1)
  if (!mark) return which === 'first' ? to : start
  return which === 'first' ? start + mark.index : start + mark.index + mark[0].length
}

function trimmed(text: string, from: number, to: number): OffsetRange {
  const words = text.slice(from, to)
  const start = from + /^[\s,;:–—-]*/.exec(words)![0].length
  return {
    start,
    end:
      start +
      words.trim().replace(/[\s,;:–—-]+$/, '').length -
      (start - from - /^\s*/.exec(words)![0].length),
  }
}

/** The first place named by "in", "at", "near" or "to". */
function placeIn({ outer }: Draft, range: OffsetRange): OffsetRange | null {
  for (let index = 0; index < outer.length - 1; index += 1) {
    const token = outer[index]!
    const next = outer[index + 1]!
    if (token.start < range.start || token.end > range.end) continue
    if (
      token.pos !== 'ADP' ||
      !/^(?:in|at|near|to|from|into|over|around|across|on|outside)$/.test(token.lower)
    )
      continue
    const phrase = phraseStartingAt(outer, index + 1)
    if (!phrase || isDayWord(next)) continue
    const words = outer.slice(phrase.from, phrase.to + 1)
    if (
      !words.some(({ pos, text }) => pos === 'PROPN' && /^\p{Lu}/u.test(text)) ||
      words.some((word) => isDayWord(word))
    )
      continue
    if (words.some(({ pos }) => pos === 'NUM')) continue
    const first = words[0]!.pos === 'DET' ? phrase.from + 1 : phrase.from
    return rangeOf(outer, { from: first, to: phrase.to })
  }
  return null
}

/** Phrases that have just been named and may be meant by "he" or "the ministry" later. */
function mentionOthers(
  outer: readonly Token[],
  attributions: readonly Attribution[],
  discourse: Discourse,
): void {
  for (let index = 0; index < outer.length; index += 1) {
    const token = outer[index]!
    const opens =
      token.pos === 'DET' ||
      token.pos === 'PROPN' ||
      (token.pos === 'NOUN' && index === 0) ||
      token.pos === 'ADJ'
    if (!opens) continue
    const phrase = phraseStartingAt(outer, index)
    if (!phrase) continue
    const speaks = attributions.some(
      ({ speaker }) => speaker && speaker.from <= phrase.to && phrase.from <= speaker.to,
    )
    if (!speaks && canSpeak(outer, phrase)) discourse.mention(outer, phrase, false)
    index = phrase.to
  }
}

function shift<T extends OffsetRange>(range: T, by: number): T {
  return { ...range, start: range.start + by, end: range.end + by }
}
