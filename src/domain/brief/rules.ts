import { reject } from '../rejection.ts'
import type { ReadTables } from '../rows.ts'

/** Names are unique: the command line finds a brief by its name. */
export function checkName(tables: ReadTables, name: string, id: string): void {
  for (const brief of tables.briefs.all()) {
    if (brief.id !== id && brief.name === name)
      reject('name_taken', `There is already a brief “${name}”. Choose another name.`)
  }
}
