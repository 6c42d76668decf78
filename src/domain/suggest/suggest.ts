import { claimsOf } from './claims/claims.ts'
import { nameAt } from './claims/draft.ts'
import type { SentenceDraft } from './claims/sentence-draft.ts'
import { datesIn } from './dates/dates.ts'
import type { Days } from './dates/days.ts'
import type { Counted } from './figures/counted-noun.ts'
import { type Figure, figuresIn } from './figures/figures.ts'
import { countedBy } from './figures/units.ts'
import { whyQuiet } from './reading/english.ts'
import { officeNouns } from './reading/lexicon.ts'
import { type Paragraph, paragraphsOf } from './reading/paragraphs.ts'
import { type Phrase, phraseStartingAt, rangeOf } from './reading/phrases.ts'
import { contains, type OffsetRange } from './reading/ranges.ts'
import { readParagraph, type Sentence, type Token } from './reading/reading.ts'
import { canSpeak, people, singular } from './reading/subjects.ts'
import type { Attribution } from './speakers/attribution.ts'
import { attributionsIn, outerTokens } from './speakers/attributions.ts'
import { type Discourse, openDiscourse } from './speakers/discourse.ts'
import { fullNames, personIn } from './speakers/person-names.ts'
import { type SourceNames, sourceNames } from './speakers/source-names.ts'
import type { Knowledge, SuggestedName, Suggestion } from './suggestion.ts'

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
  for (const paragraph of paragraphsOf(text, known)) {
    yield { end: paragraph.end, suggestions: reader(paragraph) }
  }
}

function openReader(text: string, known: Knowledge): (paragraph: Paragraph) => Suggestion[] {
  const surnames = fullNames(text)
  const discourse = openDiscourse(surnames)
  const names = sourceNames(known.sources)
  const issuer = issuerOf(text, known, names)
  const earlier: { sentence: Sentence; counted: Counted | null }[] = []
  let namedDays: Days | null = null

  return (paragraph) => {
    const drafts: SentenceDraft[] = []
    const voice = paragraph.voice ?? paragraph.source
    const voiced = voice && named(text, voice, surnames, names)
    let before: SuggestedName | null = voiced
    for (const sentence of readParagraph(
      paragraph.text.slice(paragraph.lead),
      paragraph.start + paragraph.lead,
    )) {
      const outer = outerTokens(sentence)
      const attributions = attributionsIn(sentence, outer)
      const dates = datesIn(sentence.text, { published: known.publishedDate, named: namedDays }).map(
        (date) => ({
          ...date,
          start: date.start + sentence.start,
          end: date.end + sentence.start,
        }),
      )
      namedDays = dates.findLast(({ from, to }) => to - from < 7) ?? namedDays
      const speakers = resolve({ text, outer, attributions, discourse, names, issuer, voiced })
      const figures = figuresIn(sentence).filter((figure) => isSaid(sentence, outer, figure, attributions))
      const counted: Counted[] = []
      for (const figure of figures)
        counted.push(countedBy(figure, { sentence, before: wholes(sentence, figures, counted), earlier }))
      shareForward(sentence, figures, counted)
      drafts.push({
        text,
        sentence,
        outer,
        attributions,
        speakers,
        dates,
        figures,
        counted,
        names,
        issuer,
        voiced,
        answers: alleging.test(drafts.at(-1)?.sentence.text ?? ''),
        before,
        after: null,
      })
      const last = attributions.findLast((attribution) => speakers.get(attribution))
      if (last) before = speakers.get(last) ?? null
      else before = doer(text, outer, surnames, names) ?? before
      earlier.push({ sentence, counted: wholes(sentence, figures, counted).at(-1) ?? null })
      if (earlier.length > 4) earlier.shift()
    }
    // A quotation's speaker may be named a sentence later.
    for (let index = drafts.length - 2; index >= 0; index -= 1) {
      const next = drafts[index + 1]!
      const first = next.attributions[0]
      drafts[index]!.after = first ? (next.speakers.get(first) ?? null) : next.after
    }
    return drafts.flatMap(claimsOf)
  }
}

/** A sentence that tells of an allegation, or of its denial. */
const alleging =
  /\b(?:accus\p{L}+|alleg\p{L}+|claim(?:s|ed|ing)?|rumou?rs?|den(?:y|ies|ied|ying|ials?)|blam(?:e|es|ed|ing)|suspect(?:s|ed)?|reject(?:s|ed)?|dismiss(?:es|ed)?)\b/iu

/** What the figures count that are no part of another: in "Seven people died, among them two nurses" the people. */
function wholes(
  { text, start }: Sentence,
  figures: readonly Figure[],
  counted: readonly Counted[],
): Counted[] {
  const isPart = ({ start: at }: Figure) =>
    /\b(?:among (?:them|those|the dead)|including|of them|of whom)\s+(?:\p{L}+\s+){0,2}$/iu.test(
      text.slice(0, at - start),
    )
  const found = counted.filter((_, index) => !isPart(figures[index]!))
  return found.length > 0 ? found : [...counted]
}

/** "from 6.1 to 5.8 percent": the unit is said once, after the second. */
function shareForward({ text, start }: Sentence, figures: readonly Figure[], counted: Counted[]): void {
  for (let index = figures.length - 2; index >= 0; index -= 1) {
    const between = text.slice(figures[index]!.end - start, figures[index + 1]!.start - start)
    const hasNoun = counted[index]!.last > figures[index]!.last
    const isBare =
      figures[index]!.unit === undefined &&
      !hasNoun &&
      /^\s+(?:to|(?:\p{Lu}\p{L}+\s+){1,3}(?:and|or))\s+$/u.test(between)
    // "from $6,500 to $8,000 a year"
    const isRate =
      /^\s+to\s+$/.test(between) && counted[index + 1]!.unit.startsWith(`${counted[index]!.unit} `)
    if ((isBare || isRate) && counted[index + 1]!.unit !== '')
      counted[index] = {
        ...counted[index]!,
        unit: counted[index + 1]!.unit,
        thing: counted[index + 1]!.thing,
      }
  }
}

/** Who says "we" in a press statement: the publisher. Null for articles. */
function issuerOf(text: string, { title, publisher }: Knowledge, names: SourceNames): SuggestedName | null {
  if (publisher === '') return null
  const opening = `${title}\n${text.slice(0, 400)}`
  if (
    !/\b(?:(?:press\s+)?statement|press\s+release|communiqu\p{L}|for\s+immediate\s+release|media\s+release|declaration)\b/iu.test(
      opening,
    )
  )
    return null
  return { start: 0, end: 0, quote: '', name: publisher, sourceId: names.idOf(publisher), pointsTo: null }
}

function named(
  text: string,
  { start, end }: OffsetRange,
  surnames: ReadonlyMap<string, string>,
  names: SourceNames,
): SuggestedName {
  const quote = text.slice(start, end)
  const name = surnames.get(quote.split(' ').at(-1)!) ?? quote
  return { start, end, quote, name, sourceId: names.idOf(name) ?? names.idOf(quote), pointsTo: null }
}

/** "Orlik shrugs. “There is no more water.”": who does something in one sentence is quoted in the next. */
function doer(
  text: string,
  outer: readonly Token[],
  surnames: ReadonlyMap<string, string>,
  names: SourceNames,
): SuggestedName | null {
  const phrase = phraseStartingAt(outer, 0)
  const name = phrase && personIn(outer, phrase, surnames)
  return name ? nameAt(text, rangeOf(outer, phrase), { name, pointsTo: null }, names) : null
}

interface Resolving {
  text: string
  outer: readonly Token[]
  attributions: readonly Attribution[]
  discourse: Discourse
  names: SourceNames
  issuer: SuggestedName | null
  voiced: SuggestedName | null
}

/** Finds the speakers' names, telling the discourse of everybody who is named, in the order of the words. */
function resolve({
  text,
  outer,
  attributions,
  discourse,
  names,
  issuer,
  voiced,
}: Resolving): Map<Attribution, SuggestedName | null> {
  const found = new Map<Attribution, SuggestedName | null>()
  discourse.beginSentence()
  const speaking = attributions
    .filter(({ speaker }) => speaker !== null)
    .map((attribution) => ({ attribution, phrase: attribution.speaker!, isPlace: false }))
  const others = mentioned(outer, speaking).map(({ isPlace, ...phrase }) => ({
    attribution: null,
    phrase,
    isPlace,
  }))
  for (const { attribution, phrase, isPlace } of [...speaking, ...others].sort(
    (one, other) => one.phrase.from - other.phrase.from,
  )) {
    if (attribution) found.set(attribution, nameOf(attribution, phrase))
    discourse.mention(outer, phrase, { speaks: attribution !== null, isPlace })
  }
  // "He" in the next sentence is whoever spoke in this one, rather than whom it mentions.
  const last = attributions.findLast((attribution) => found.get(attribution))
  if (last?.speaker) discourse.mention(outer, last.speaker, { speaks: true, isPlace: false })
  return found

  function nameOf(attribution: Attribution, phrase: Phrase): SuggestedName | null {
    const { lower, start } = outer[phrase.from]!
    const place = rangeOf(outer, phrase)
    if (/^(?:we|our|i)$/.test(lower)) return voiced ?? (lower === 'i' ? null : issuer)
    // "The ministry said that it had no proof"
    const around = attributions.findLast(
      (other) =>
        other !== attribution && found.get(other) && other.core.end <= start && contains(other.covers, place),
    )
    const speaker = around && found.get(around)
    if (speaker && /^(?:he|she|it|they)$/.test(lower))
      return { ...nameAt(text, place, speaker, names), pointsTo: { start: speaker.start, end: speaker.end } }
    const resolved = discourse.nameOf(outer, phrase)
    return resolved && nameAt(text, place, resolved, names)
  }
}

const locating = /^(?:in|at|near|from|to|into|over|around|across|through|towards?|on|outside|inside)$/

/** Phrases that name somebody who may be meant by "he" or "the ministry" later. */
function mentioned(
  outer: readonly Token[],
  speaking: readonly { phrase: Phrase }[],
): (Phrase & { isPlace: boolean })[] {
  const phrases: (Phrase & { isPlace: boolean })[] = []
  for (let index = 0; index < outer.length; index += 1) {
    const { pos } = outer[index]!
    if (pos !== 'DET' && pos !== 'PROPN' && pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'NUM') continue
    const phrase = phraseStartingAt(outer, index)
    if (!phrase) continue
    const speaks = speaking.some((other) => other.phrase.from <= phrase.to && phrase.from <= other.phrase.to)
    // "Ruben Aldo, a former hotel manager, …" is one person.
    const isApposition =
      outer[index - 1]?.text === ',' &&
      [...phrases, ...speaking.map((other) => other.phrase)].some(({ to }) => to === index - 2)
    if (
      pos === 'NUM' &&
      !outer
        .slice(phrase.from, phrase.to + 1)
        .some((word) => people.has(word.lower) || officeNouns.has(singular(word.lower)))
    )
      continue
    if (!speaks && !isApposition && canSpeak(outer, phrase))
      phrases.push({
        ...phrase,
        isPlace: locating.test(outer[index - 1]?.lower ?? '') || isAgent(outer, index),
      })
    const inner = outer.findIndex((token, at) => at > index && at <= phrase.to && token.pos === 'ADP')
    index = inner > 0 ? inner : phrase.to
  }
  return phrases
}

/** "Pressed by Orlik, he said": whoever "he" is, it is not she. */
function isAgent(outer: readonly Token[], index: number): boolean {
  return outer[index - 1]?.lower === 'by' && index <= 4 && /(?:ed|en)$/.test(outer[0]!.lower)
}

/** Counts of speakers and conditions count nothing. */
function isSaid(
  sentence: Sentence,
  outer: readonly Token[],
  figure: Figure,
  attributions: readonly Attribution[],
): boolean {
  const { start, end } = sentence.tokens[figure.first]!
  const isSpeaker = ({ speaker, isOther }: Attribution) =>
    speaker !== null && !isOther && contains(rangeOf(outer, speaker), { start, end })
  if (attributions.some(isSpeaker)) return false
  const before = sentence.text.slice(0, figure.start - sentence.start)
  return !/\b(?:if|unless|in case|provided that|as long as)\s[^,;]*$|^\W?(?:should|were)\s[^,;]*$/i.test(
    before,
  )
}
