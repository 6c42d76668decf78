import type { SourceListItem, TagListItem, TopicListItem } from '../../../contract/rows.ts'
import type { Query, QueryContext } from './context.ts'
import type { ListCounts } from './counts.ts'

export function tagsList({ tables }: QueryContext, { annotationsOfTag }: ListCounts): TagListItem[] {
  return [...tables.tags.all()]
    .map((tag) => ({ ...tag, annotations: annotationsOfTag.of(tag.id) }))
    .sort(by(({ name }) => name))
}

export function sourcesList(
  { tables }: QueryContext,
  { claimsOfSource, claimsViaSource }: ListCounts,
): SourceListItem[] {
  return [...tables.sources.all()]
    .map((source) => ({
      ...source,
      claims: claimsOfSource.of(source.id),
      via: claimsViaSource.of(source.id),
    }))
    .sort(by(({ name }) => name))
}

export function topicsList({ tables }: QueryContext, { claimsOfTopic }: ListCounts): TopicListItem[] {
  return [...tables.topics.all()]
    .map((topic) => ({ ...topic, claims: claimsOfTopic.of(topic.id) }))
    .sort(by(({ question }) => question))
}

export const analystsList: Query<'analysts.list'> = ({ tables }) =>
  [...tables.analysts.all()].sort(by(({ name }) => name))

export const briefsList: Query<'briefs.list'> = ({ tables }) =>
  [...tables.briefs.all()].sort(by(({ name }) => name))

/** By name as people expect it, then by id: the same order on every machine with the same ICU data. */
function by<Row extends { id: string }>(nameOf: (row: Row) => string): (a: Row, b: Row) => number {
  return (a, b) => collator.compare(nameOf(a), nameOf(b)) || (a.id < b.id ? -1 : 1)
}

const collator = new Intl.Collator('en', { numeric: true })
