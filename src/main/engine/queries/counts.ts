import type { RowOf, TableName } from '../../../domain/rows.ts'
import type { RowBase } from '../../../domain/table.ts'
import type { ReadDb } from '../log/database.ts'
import type { RowNotice } from '../tables/sqlite-tables.ts'

/** How many rows of a table belong to each key: counted once, then kept in step, so that a list stays cheap at any size. */
export interface Counts {
  of(key: string): number
  note(notices: readonly RowNotice[]): void
  forget(): void
}

/** What a list counts: rows of a table by a key. */
export interface CountedList<Name extends TableName = TableName> {
  table: Name
  /** Counts by key in the file. */
  sql: string
  /** The keys of one row, each once. */
  keysOf(row: RowOf<Name>): readonly (string | null)[]
}

/** What the lists show beside their rows. */
export const countedLists = {
  annotationsOfArticle: counted(
    'annotations',
    'SELECT "articleId", count(*) FROM annotations GROUP BY "articleId"',
    ({ articleId }) => [articleId],
  ),
  annotationsOfTag: counted(
    'annotations',
    'SELECT ref, count(*) FROM "annotations_tagIds" GROUP BY ref',
    ({ tagIds }) => tagIds,
  ),
  claimsOfSource: counted(
    'claims',
    'SELECT "sourceId", count(*) FROM claims GROUP BY "sourceId"',
    ({ sourceId }) => [sourceId],
  ),
  claimsViaSource: counted('claims', 'SELECT ref, count(*) FROM claims_via GROUP BY ref', ({ via }) => via),
  claimsOfTopic: counted(
    'claims',
    'SELECT "topicId", count(*) FROM claims GROUP BY "topicId"',
    ({ topicId }) => [topicId],
  ),
}

/** The counts that the lists show beside their rows. */
export type ListCounts = Record<keyof typeof countedLists, Counts>

export function openListCounts(db: ReadDb): ListCounts {
  return Object.fromEntries(
    Object.entries(countedLists).map(([name, list]) => [name, openCounts(db, list)]),
  ) as ListCounts
}

function counted<Name extends TableName>(
  table: Name,
  sql: string,
  keysOf: (row: RowOf<Name>) => readonly (string | null)[],
): CountedList {
  return { table, sql, keysOf: keysOf as CountedList['keysOf'] }
}

function openCounts(db: ReadDb, { table, sql, keysOf }: CountedList): Counts {
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
        if (notice.old) add(counts, notice.old, -1)
        if (notice.row) add(counts, notice.row, 1)
      }
    },
    forget() {
      counts = null
    },
  }

  function add(to: Map<string | null, number>, row: RowBase, by: number): void {
    for (const key of new Set(keysOf(row as never))) to.set(key, (to.get(key) ?? 0) + by)
  }
}
