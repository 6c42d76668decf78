import { recordTables, type TableName, tableNames } from '../../../domain/rows.ts'
import type { WriteDb } from '../log/database.ts'
import { eventsGone, tablesAhead } from '../tables/ahead.ts'
import { encodeValue, selectRows, tableColumns } from '../tables/columns.ts'
import type { Folded } from '../tables/rebuild.ts'
import { linkTable } from '../tables/schema.ts'
import type { Findings } from './findings.ts'

/** Compares every projected table with the folded log, row by row and column by column. */
export function verifyTables(db: WriteDb, folded: Folded, head: number, found: Findings): void {
  const applied = db.prepare('SELECT applied_seq FROM fold_state').pluck().get()
  const ahead = tablesAhead(db)
  if (ahead) {
    found.add(
      'tables_ahead',
      `The tables show what was done up to event ${ahead.to}, but ${eventsGone(ahead)} Keep this file as it is: the tables are the only trace. Open the latest backup.`,
    )
  } else if (applied !== head) {
    found.add(
      'tables_behind',
      `The tables stand at event ${applied}, the log at ${head}. Rebuild the tables.`,
    )
  }
  // Tables that are the only trace of lost events are not to be made anew.
  const advice = ahead ? '' : ' Rebuild the tables.'
  for (const name of tableNames) {
    verifyTable(db, name, folded, found, advice)
    verifyLinks(db, name, folded, found, advice)
  }
}

type Row = Record<string, unknown>

function verifyTable(
  db: WriteDb,
  name: TableName,
  { tables, numbers }: Folded,
  found: Findings,
  advice: string,
): void {
  const columns = tableColumns[name]
  const { noun } = recordTables[name]
  const idAt = 1 + columns.findIndex((column) => column.name === 'id')
  let count = 0
  for (const values of db.prepare(selectRows(name)).raw().iterate() as IterableIterator<unknown[]>) {
    count += 1
    const id = String(values[idAt])
    const row = tables[name].get(id) as Row | undefined
    const n = numbers[name].get(id)
    if (!row) {
      found.add('row_foreign', `The ${noun} ${id} is in its table, but no event made it.${advice}`)
      continue
    }
    const different = columns
      .filter((column, index) => encodeValue(column.kind, row[column.name]) !== values[index + 1])
      .map((column) => column.name)
    if (n !== values[0]) different.push('n')
    if (different.length > 0) {
      found.add(
        'row_different',
        `The ${noun} ${id} is not as its events say (${different.join(', ')}).${advice}`,
        n,
      )
    }
  }
  if (count < tables[name].count()) reportMissing(db, name, { tables, numbers }, found, advice)
}

function reportMissing(
  db: WriteDb,
  name: TableName,
  { tables, numbers }: Folded,
  found: Findings,
  advice: string,
): void {
  const there = new Set(db.prepare(`SELECT "id" FROM "${name}"`).pluck().all())
  for (const { id } of tables[name].all()) {
    if (there.has(id)) continue
    found.add(
      'row_missing',
      `The ${recordTables[name].noun} ${id} is missing from its table.${advice}`,
      numbers[name].get(id),
    )
  }
}

function verifyLinks(
  db: WriteDb,
  name: TableName,
  { tables }: Folded,
  found: Findings,
  advice: string,
): void {
  for (const column of tableColumns[name]) {
    if (!column.listOf) continue
    const link = linkTable(name, column.name)
    const stored = db.prepare(`SELECT id || ' ' || ref FROM "${link}"`).pluck().all() as string[]
    const expected = new Set<string>()
    for (const row of tables[name].all()) {
      for (const ref of (row as unknown as Record<string, string[]>)[column.name]!) {
        expected.add(`${row.id} ${ref}`)
      }
    }
    if (stored.length !== expected.size || stored.some((pair) => !expected.has(pair))) {
      found.add('links_different', `The look-up table “${link}” is not as the events say.${advice}`)
    }
  }
}
