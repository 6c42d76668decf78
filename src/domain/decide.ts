import { reject } from './rejection.ts'
import { type ReadTables, type RowOf, recordTables, type TableName } from './rows.ts'

/** The row, or a rejection that names what was looked for. */
export function existing<Name extends TableName>(tables: ReadTables, name: Name, id: string): RowOf<Name> {
  const row = tables[name].get(id) as RowOf<Name> | undefined
  const noun = recordTables[name].noun
  return (
    row ??
    reject(
      `unknown_${noun}`,
      `There is no ${noun} ${id} in this workspace. It may have been undone or removed.`,
      { id },
    )
  )
}

/** Rows for ids that must all exist; each id once. */
export function allExisting<Name extends TableName>(
  tables: ReadTables,
  name: Name,
  ids: readonly string[],
): RowOf<Name>[] {
  return [...new Set(ids)].map((id) => existing(tables, name, id))
}

/** Refuses an id that a row of the table already has. */
export function unused(tables: ReadTables, name: TableName, id: string): void {
  if (tables[name].get(id)) {
    reject('id_taken', `There is already a ${recordTables[name].noun} with the id ${id}. Use a new id.`, {
      id,
    })
  }
}

/** Only the fields of `set` that differ from the row, or null when none does. */
export function changedFields<Row extends object, Set extends Partial<Row>>(row: Row, set: Set): Set | null {
  const changed = Object.entries(set).filter(
    ([key, value]) => value !== undefined && !sameValue(row[key as keyof Row], value),
  )
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Set)
}

/** Equality of two JSON values. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(
    (key) => key in b && sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  )
}

/** “one”, or “first and 3 others”: how a label names several things. */
export function countOf(count: number, noun: string, plural = pluralOf(noun)): string {
  return count === 1 ? `1 ${noun}` : `${count.toLocaleString('en-GB')} ${plural}`
}

function pluralOf(noun: string): string {
  return noun.endsWith('sis') ? noun.replace(/is$/, 'es') : `${noun}s`
}

/** A short quote of user text for labels and sentences: one line, cut at a character border. */
export function short(text: string, max = 48): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= max) return line
  let end = max - 1
  const code = line.charCodeAt(end - 1)
  if (code >= 0xd800 && code <= 0xdbff) end -= 1
  return `${line.slice(0, end).trimEnd()}…`
}
