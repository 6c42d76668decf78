import type { Article, Source } from '../../contract/rows.ts'
import { type PlainDate, readDate, readQuantity, readSpeaker } from '../../domain/plain-values.ts'
import { sentencesAround } from '../../domain/segments.ts'
import { foldText } from '../fold-text.ts'
import { type ClaimFields, emptyFields } from './claim-fields.ts'

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
  const statement = sentence.length <= longestStatement ? sentence : oneLine(words.quote)
  const fields: ClaimFields = { ...emptyFields, statement }
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
    origins.via = 'the article’s publisher'
  } else if (!publication && publisher !== '') {
    unknown.publisher = publisher
  }

  const quantity = readQuantity(words.quote)
  if (quantity) {
    const { qualifier, low, high, unit } = quantity
    Object.assign(fields, { qualifier, low, high, unit: unit ?? '' })
    origins.qualifier = 'read from the words'
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
