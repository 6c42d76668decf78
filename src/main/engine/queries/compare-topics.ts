import type { ComparedTopic } from '../../../contract/compare.ts'
import type { ComparedClaim } from '../../../domain/compare/compared-claim.ts'
import { hasFigure } from '../../../domain/compare/spread/spread.ts'
import type { ComparedTopics } from './compared-topics.ts'
import type { QueryContext } from './context.ts'

/** Topics that were not merged into others, most claims first, then by their question. */
export function compareTopics({ tables }: QueryContext, compared: ComparedTopics): ComparedTopic[] {
  const claims = compared.all()
  return [...tables.topics.all()]
    .filter(({ mergedInto }) => mergedInto === null)
    .map((topic) => ({ ...topic, ...countsOf(claims.get(topic.id) ?? [], compared.origins) }))
    .sort((a, b) => b.claims - a.claims || collator.compare(a.question, b.question) || (a.id < b.id ? -1 : 1))
}

const collator = new Intl.Collator('en', { numeric: true })

type Counts = Pick<ComparedTopic, 'claims' | 'speakers' | 'articles' | 'figures' | 'origins'>

function countsOf(claims: readonly ComparedClaim[], originsOf: (topicId: string) => number | null): Counts {
  const speakers = new Set<string>()
  const articles = new Set<string>()
  let figures = 0
  for (const { claim, source, evidence } of claims) {
    if (source) speakers.add(source.id)
    for (const { article } of evidence) articles.add(article.id)
    if (hasFigure(claim)) figures += 1
  }
  return {
    claims: claims.length,
    speakers: speakers.size,
    articles: articles.size,
    figures,
    origins: claims[0]?.claim.topicId ? originsOf(claims[0].claim.topicId) : null,
  }
}
