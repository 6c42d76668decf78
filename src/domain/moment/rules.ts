import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'

/** Moments are asked for by name, on the command line too: two may not differ by capitals alone. */
export function checkMoment(tables: ReadTables, { id, name }: Pick<RowOf<'moments'>, 'id' | 'name'>): void {
  const folded = name.toLowerCase()
  for (const other of tables.moments.all()) {
    if (other.id !== id && other.name.toLowerCase() === folded) {
      reject('name_taken', `There is already a moment “${other.name}”, at event ${other.seq}.`, {
        table: 'moments',
        id: other.id,
      })
    }
  }
}
