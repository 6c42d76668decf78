import type { ParsedRequestInput, RequestOutput } from '../../../contract/requests.ts'
import { type Chronology, chronologyOf } from '../../../domain/compare/chronology/chronology.ts'
import { matrixByThings, matrixByTopics } from '../../../domain/compare/matrix/matrix.ts'
import { spreadOf } from '../../../domain/compare/spread/spread.ts'
import { shortened } from '../../../domain/history/sentence-part.ts'
import type { ComparedTopics } from './compared-topics.ts'
import type { QueryContext } from './context.ts'

export function compareSpread(
  { topicId }: ParsedRequestInput<'compare.spread'>,
  compared: ComparedTopics,
): RequestOutput<'compare.spread'> {
  return compared.keep(topicId, 'spread', (claims) =>
    spreadOf(compared.topic(topicId), claims, compared.originOf),
  )
}

export function compareMatrix(
  { topicId, columns }: ParsedRequestInput<'compare.matrix'>,
  compared: ComparedTopics,
): RequestOutput<'compare.matrix'> {
  if (topicId !== null && columns === 'things') return compared.keep(topicId, 'things', matrixByThings)
  const speakers =
    topicId === null ? null : new Set(compared.of(topicId).map(({ source }) => source?.id ?? null))
  const claims = [...compared.all().values()]
    .flat()
    .filter(({ source }) => speakers === null || speakers.has(source?.id ?? null))
  return matrixByTopics(claims, ({ topicId: id }) => (id === null ? null : compared.topic(id)))
}

export function compareChronology(
  { tables }: QueryContext,
  { topicId }: ParsedRequestInput<'compare.chronology'>,
  compared: ComparedTopics,
): RequestOutput<'compare.chronology'> {
  if (topicId !== null)
    return compared.keep(topicId, 'chronology', (claims) =>
      withFewWords(chronologyOf(claims, [], compared.originOf)),
    )
  return withFewWords(
    chronologyOf([...compared.all().values()].flat(), tables.articles.all(), compared.originOf),
  )
}

/** Code units. A tooltip shows no more, and the words are most of what 10,000 items weigh on their way to the window. */
const longestWords = 120

function withFewWords(chronology: Chronology): Chronology {
  return {
    ...chronology,
    items: chronology.items.map((item) => ({ ...item, words: shortened(item.words, longestWords) })),
  }
}
