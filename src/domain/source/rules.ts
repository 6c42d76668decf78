import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'

/** What must hold for a source beside the others: no name of it leads to another. */
export function checkSource(tables: ReadTables, { id, name, aliases, mergedInto }: RowOf<'sources'>): void {
  // The names of a merged source lead to the one it was merged into.
  if (!mergedInto) checkNames(tables, [name, ...aliases], id)
}

/** Refuses names that another source has, as its name or an alias, upper and lower case alike. */
export function checkNames(tables: ReadTables, names: string[], id: string): void {
  if (names.length === 0) return
  const wanted = new Set(names.map((name) => name.toLocaleLowerCase('en')))
  for (const source of tables.sources.all()) {
    if (source.id === id || source.mergedInto) continue
    const taken = [source.name, ...source.aliases].find((name) => wanted.has(name.toLocaleLowerCase('en')))
    if (taken) {
      reject(
        'name_taken',
        `“${taken}” is already a name of the source “${source.name}”. Use that source, or merge the two.`,
        {
          id: source.id,
        },
      )
    }
  }
}
