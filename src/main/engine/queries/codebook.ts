import type { ReadDb } from '../database.ts'
import type { Query } from './context.ts'

export const tagsList: Query<'tags.list'> = ({ db, tables }) => {
  const annotations = countBy(db, 'SELECT ref, count(*) FROM "annotations_tagIds" GROUP BY ref')
  return [...tables.tags.all()]
    .map((tag) => ({ ...tag, annotations: annotations.get(tag.id) ?? 0 }))
    .sort(by(({ name }) => name))
}

export const sourcesList: Query<'sources.list'> = ({ db, tables }) => {
  const claims = countBy(db, 'SELECT "sourceId", count(*) FROM claims GROUP BY "sourceId"')
  const via = countBy(db, 'SELECT ref, count(*) FROM claims_via GROUP BY ref')
  return [...tables.sources.all()]
    .map((source) => ({ ...source, claims: claims.get(source.id) ?? 0, via: via.get(source.id) ?? 0 }))
    .sort(by(({ name }) => name))
}

export const topicsList: Query<'topics.list'> = ({ db, tables }) => {
  const claims = countBy(db, 'SELECT "topicId", count(*) FROM claims GROUP BY "topicId"')
  return [...tables.topics.all()]
    .map((topic) => ({ ...topic, claims: claims.get(topic.id) ?? 0 }))
    .sort(by(({ question }) => question))
}

export const analystsList: Query<'analysts.list'> = ({ tables }) =>
  [...tables.analysts.all()].sort(by(({ name }) => name))

export const briefsList: Query<'briefs.list'> = ({ tables }) =>
  [...tables.briefs.all()].sort(by(({ name }) => name))

function countBy(db: ReadDb, sql: string): Map<string | null, number> {
  return new Map(db.prepare(sql).raw().all() as [string | null, number][])
}

/** By name as people expect it, then by id: the same order on every machine with the same ICU data. */
function by<Row extends { id: string }>(nameOf: (row: Row) => string): (a: Row, b: Row) => number {
  return (a, b) => collator.compare(nameOf(a), nameOf(b)) || (a.id < b.id ? -1 : 1)
}

const collator = new Intl.Collator('en', { numeric: true })
