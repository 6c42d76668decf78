import type { TableName } from '../../../domain/rows.ts'
import type { ReplayFilter, ReplaySubject } from '../../../domain/timeline/filter.ts'
import type { ReadDb } from '../log/database.ts'
import { linkTable } from '../tables/schema.ts'
import type { LogIndex } from './log-index.ts'
import { earlierLinks, versionTable } from './versions.ts'

/**
 * The numbers of the events that a replay visits, rising. Asked where every version of every row is at hand, so that
 * a claim counts for each topic it ever stood under, and an annotation for each tag it ever carried.
 */
export function matchingEvents(db: ReadDb, log: LogIndex, { by, about }: ReplayFilter): Iterable<number> {
  const seqs = about ? eventsAbout(db, about.table, about.id, log.count) : everyNumber(log.count)
  return by === null ? seqs : byAuthor(seqs, log, by)
}

function eventsAbout(db: ReadDb, subject: ReplaySubject, id: string, head: number): number[] {
  // CROSS JOIN keeps the order: the rows first, then each one's events by the index of streams.
  return db
    .prepare(
      `SELECT DISTINCT log.seq FROM (SELECT '${subject}/' || @id AS stream UNION ${rowsAbout[subject]}) AS rows
       CROSS JOIN main.log AS log ON log.stream = rows.stream
       WHERE log.seq <= @head ORDER BY log.seq`,
    )
    .pluck()
    .all({ id, head }) as number[]
}

/** Every state that a table's rows ever had: those they have now and those they had before. SQL. */
function ever(name: TableName, wanted: string, where: string): string {
  return ['main', 'temp']
    .map(
      (schema) =>
        `SELECT ${wanted} FROM ${schema}."${schema === 'main' ? name : versionTable(name)}" WHERE ${where}`,
    )
    .join(' UNION ')
}

/** Ids of the rows whose list ever held `@id`. */
function everListing(name: TableName, column: string): string {
  const link = linkTable(name, column)
  return `SELECT id FROM main."${link}" WHERE ref = @id UNION SELECT earlier.id FROM ${earlierLinks(name, column)} WHERE links.ref = @id`
}

const hypotheses = ever('hypotheses', 'id', 'topicId = @id')

/** Streams of the rows that belong to a subject, at any time, beside its own. */
const rowsAbout: Record<ReplaySubject, string> = {
  articles: `${ever('furniture', "'furniture/' || id", 'articleId = @id')}
    UNION ${ever('annotations', "'annotations/' || id", 'articleId = @id')}`,
  topics: `${ever('claims', "'claims/' || id", 'topicId = @id')}
    UNION SELECT 'hypotheses/' || id FROM (${hypotheses})
    UNION ${ever('assessments', "'assessments/' || id", `hypothesisId IN (${hypotheses})`)}`,
  claims: `${ever('relations', "'relations/' || id", 'fromId = @id OR toId = @id')}
    UNION ${ever('originLinks', "'originLinks/' || id", 'oneId = @id OR otherId = @id')}
    UNION ${ever('assessments', "'assessments/' || id", 'claimId = @id')}
    UNION ${ever('findings', "'findings/' || id", 'aId = @id OR bId = @id')}
    UNION SELECT 'annotations/' || value FROM (${ever('claims', 'evidence', 'id = @id')}), json_each(evidence)`,
  tags: `SELECT 'annotations/' || id FROM (${everListing('annotations', 'tagIds')})`,
}

function* everyNumber(count: number): Iterable<number> {
  for (let seq = 1; seq <= count; seq += 1) yield seq
}

function* byAuthor(seqs: Iterable<number>, log: LogIndex, author: string): Iterable<number> {
  for (const seq of seqs) if (log.author(seq) === author) yield seq
}
