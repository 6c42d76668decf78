import type { Article, Source } from '../../contract/rows.ts'
import { type ClaimFields, emptyClaim } from '../../domain/claim/fields.ts'
import {
  type PlainDate,
  type PlainQuantity,
  readDate,
  readQuantity,
  readSpeaker,
} from '../../domain/plain-values.ts'
import { sentencesAround } from '../../domain/text/segments.ts'
import { foldText } from '../fold-text.ts'

/** A stretch of an article, UTF-16 code units, half-open, with its words. */
export interface Words {
  articleId: string
  start: number
  end: number
  quote: string
}

/** What a new claim starts from; every value can be changed. */
export interface Prefilled {
  fields: ClaimFields
  /** Where a value was taken from, said beside its field until it is changed. */
  origins: Partial<Record<keyof ClaimFields, string>>
  /** Names that are no source yet: who speaks in the sentence, and the article's publisher. */
  unknown: { speaker: string | null; publisher: string | null }
}

/** A sentence longer than this is no statement to start from; the words themselves are. */
const longestStatement = 400

/** What begins a line of a list, a heading or a quotation in plain text. */
const mark = /^(?:[-*•–—>]|#{1,6}|\d{1,2}[.)])\s+/u

/**
 * Takes from the words what they state plainly: the figure from the words themselves, the speaker and the day from
 * their sentence. What is not plain stays empty. The day of the statement is only suggested: the article's own.
 * @param text the article's canonical text
 */
export function prefill(
  words: Words,
  text: string,
  article: Pick<Article, 'publisher' | 'publishedDate'> | null,
  sources: readonly Source[],
): Prefilled {
  const sentence = sentenceOf(text, words)
  const statement = (sentence.length <= longestStatement ? sentence : oneLine(words.quote)).replace(mark, '')
  const fields: ClaimFields = { ...emptyClaim, statement }
  const origins: Prefilled['origins'] = {}
  const unknown: Prefilled['unknown'] = { speaker: null, publisher: null }

  const speaker = readSpeaker(sentence)
  const source = speaker ? sourceNamed(speaker, sources) : null
  if (source) {
    fields.sourceId = source.id
    origins.sourceId = `named in the sentence: “${speaker}”`
  } else {
    unknown.speaker = speaker
  }
  const publisher = article?.publisher ?? ''
  const publication = publisher === '' ? null : sourceNamed(publisher, sources)
  if (publication && publication.id !== fields.sourceId) {
    fields.via = [publication.id]
  } else if (!publication && publisher !== '') {
    unknown.publisher = publisher
  }

  const quantity = quantityIn(words.quote, sentence)
  if (quantity) {
    const { qualifier, low, high, unit } = quantity.found
    Object.assign(fields, { qualifier, low, high, unit: unit ?? '' })
    origins.qualifier = `read from the ${quantity.from}`
  }

  const relativeTo = article?.publishedDate ?? null
  const inWords = readDate(words.quote, { relativeTo })
  const day = inWords ?? readDate(sentence, { relativeTo })
  if (day) {
    const days = daysOf(day)
    fields.eventFrom = days.from
    fields.eventTo = days.to
    origins.eventFrom = inWords ? 'read from the words' : 'read from the sentence: is it when it happened?'
  }
  if (relativeTo) {
    fields.statementFrom = relativeTo
    fields.statementTo = relativeTo
    origins.statementFrom = 'suggested: the article’s date'
  }
  return { fields, origins, unknown }
}

/** The source of that name or alias, without regard to case, accents and a leading “the”; merged ones are followed. */
export function sourceNamed(name: string, sources: readonly Source[]): Source | null {
  const wanted = bare(name)
  let found = sources.find((source) => [source.name, ...source.aliases].some((each) => bare(each) === wanted))
  while (found?.mergedInto) {
    const { mergedInto } = found
    found = sources.find(({ id }) => id === mergedInto)
  }
  return found && !found.retired ? found : null
}

/**
 * The words' own quantity. A bare figure is bounded by what stands around it: selecting “8,000” of “up to 8,000
 * soldiers” must not make it exactly 8,000.
 */
function quantityIn(words: string, sentence: string): { found: PlainQuantity; from: string } | null {
  const own = readQuantity(words)
  if (!own || (own.qualifier !== 'exactly' && own.unit)) return own && { found: own, from: 'words' }
  const around = readQuantity(sentence) ?? readQuantity(surroundings(sentence, oneLine(words)))
  if (!around || figureOf(around) !== figureOf(own)) return { found: own, from: 'words' }
  const found = own.qualifier === 'exactly' ? around : { ...own, unit: around.unit }
  const isWider = found.qualifier !== own.qualifier || found.unit !== own.unit
  return { found, from: isWider ? 'words and those around them' : 'words' }
}

/** The words with up to `reach` code units of whole words on each side. */
function surroundings(sentence: string, words: string): string {
  const at = sentence.indexOf(words)
  const before = sentence.slice(Math.max(0, at - reach), Math.max(0, at))
  const after = sentence.slice(at + words.length, at + words.length + reach)
  return (at > reach ? before.replace(/^\S*/, '') : before) + words + after.replace(/\S*$/, '')
}

/** How far around a figure its bounds are looked for, in UTF-16 code units. */
const reach = 32

function figureOf({ low, high }: PlainQuantity): string {
  return low !== null && high !== null && low !== high ? `${low} ${high}` : String(low ?? high)
}

/** The sentences that the words begin and end in, as one line. */
function sentenceOf(text: string, { start, end, quote }: Words): string {
  const first = sentencesAround(text, start).find((sentence) => sentence.end > start)
  const last = sentencesAround(text, Math.max(start, end - 1)).findLast((sentence) => sentence.start < end)
  const from = Math.min(first?.start ?? start, start)
  const to = Math.max(last?.end ?? end, end)
  return to > from ? oneLine(text.slice(from, to)) : oneLine(quote)
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

function daysOf({ date, precisionDays }: PlainDate): { from: string; to: string } {
  const last = new Date(Date.parse(`${date}T00:00:00Z`) + (precisionDays - 1) * 86_400_000)
  return { from: date, to: last.toISOString().slice(0, 10) }
}

function bare(name: string): string {
  return foldText(name)
    .replace(/[’]/g, "'")
    .replace(/^the\s+/, '')
    .trim()
}
