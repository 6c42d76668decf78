import type { ReplayFilter, ReplaySubject } from '../../../domain/timeline/filter.ts'
import type { ReadDb } from '../database.ts'
import { linkTable } from '../schema.ts'
import type { LogIndex } from './log-index.ts'
import { versionTable } from './versions.ts'

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

const evidence = versionTable(linkTable('claims', 'evidence'))
const carried = versionTable(linkTable('annotations', 'tagIds'))

/** Streams of the rows that belong to a subject, at any time, beside its own. */
const rowsAbout: Record<ReplaySubject, string> = {
  articles: `SELECT 'furniture/' || id FROM temp."${versionTable('furniture')}" WHERE articleId = @id
    UNION SELECT 'annotations/' || id FROM temp."${versionTable('annotations')}" WHERE articleId = @id`,
  topics: `SELECT 'claims/' || id FROM temp."${versionTable('claims')}" WHERE topicId = @id
    UNION SELECT 'hypotheses/' || id FROM temp."${versionTable('hypotheses')}" WHERE topicId = @id
    UNION SELECT 'assessments/' || id FROM temp."${versionTable('assessments')}" WHERE hypothesisId IN
      (SELECT id FROM temp."${versionTable('hypotheses')}" WHERE topicId = @id)`,
  claims: `SELECT 'relations/' || id FROM temp."${versionTable('relations')}" WHERE fromId = @id OR toId = @id
    UNION SELECT 'originLinks/' || id FROM temp."${versionTable('originLinks')}" WHERE oneId = @id OR otherId = @id
    UNION SELECT 'assessments/' || id FROM temp."${versionTable('assessments')}" WHERE claimId = @id
    UNION SELECT 'findings/' || id FROM temp."${versionTable('findings')}" WHERE aId = @id OR bId = @id
    UNION SELECT 'annotations/' || ref FROM temp."${evidence}" WHERE id = @id`,
  tags: `SELECT 'annotations/' || id FROM temp."${carried}" WHERE ref = @id`,
}

function* everyNumber(count: number): Iterable<number> {
  for (let seq = 1; seq <= count; seq += 1) yield seq
}

function* byAuthor(seqs: Iterable<number>, log: LogIndex, author: string): Iterable<number> {
  for (const seq of seqs) if (log.author(seq) === author) yield seq
}
