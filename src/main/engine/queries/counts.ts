import type { RowOf, TableName } from '../../../domain/rows.ts'
import type { ReadDb } from '../database.ts'
import type { RowNotice } from '../sqlite-tables.ts'

/** How many rows of a table belong to each key: counted once, then kept in step, so that a list stays cheap at any size. */
export interface Counts {
  of(key: string): number
  note(notices: readonly RowNotice[]): void
  forget(): void
}

/** `sql` counts by key in the file; `keysOf` tells the keys of one row, each once. */
function openCounts<Name extends TableName>(
  db: ReadDb,
  table: Name,
  sql: string,
  keysOf: (row: RowOf<Name>) => readonly (string | null)[],
): Counts {
  const count = db.prepare(sql).raw()
  let counts: Map<string | null, number> | null = null

  return {
    of(key) {
      counts ??= new Map(count.all() as [string | null, number][])
      return counts.get(key) ?? 0
    },
    note(notices) {
      if (!counts) return
      for (const notice of notices) {
        if (notice.table !== table) continue
        if (notice.old) add(counts, notice.old as RowOf<Name>, -1)
        if (notice.row) add(counts, notice.row as RowOf<Name>, 1)
      }
    },
    forget() {
      counts = null
    },
  }

  function add(to: Map<string | null, number>, row: RowOf<Name>, by: number): void {
    for (const key of new Set(keysOf(row))) to.set(key, (to.get(key) ?? 0) + by)
  }
}

/** The counts that the lists show beside their rows. */
export interface ListCounts {
  annotationsOfArticle: Counts
  annotationsOfTag: Counts
  claimsOfSource: Counts
  claimsViaSource: Counts
  claimsOfTopic: Counts
}

export function openListCounts(db: ReadDb): ListCounts {
  return {
    annotationsOfArticle: openCounts(
      db,
      'annotations',
      'SELECT "articleId", count(*) FROM annotations GROUP BY "articleId"',
      ({ articleId }) => [articleId],
    ),
    annotationsOfTag: openCounts(
      db,
      'annotations',
      'SELECT ref, count(*) FROM "annotations_tagIds" GROUP BY ref',
      ({ tagIds }) => tagIds,
    ),
    claimsOfSource: openCounts(
      db,
      'claims',
      'SELECT "sourceId", count(*) FROM claims GROUP BY "sourceId"',
      ({ sourceId }) => [sourceId],
    ),
    claimsViaSource: openCounts(
      db,
      'claims',
      'SELECT ref, count(*) FROM claims_via GROUP BY ref',
      ({ via }) => via,
    ),
    claimsOfTopic: openCounts(
      db,
      'claims',
      'SELECT "topicId", count(*) FROM claims GROUP BY "topicId"',
      ({ topicId }) => [topicId],
    ),
  }
}
