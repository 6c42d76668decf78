import { short } from '../decide.ts'
import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'

/** A suggestion is rejected once: undo and restore could bring a second rejection of the same one. */
export function checkRejected(
  tables: ReadTables,
  { id, articleId, key, quote }: RowOf<'rejectedSuggestions'>,
): void {
  const twin = tables.rejectedSuggestions
    .where('articleId', articleId)
    .find((row) => row.key === key && row.id !== id)
  if (!twin) return
  reject('already_rejected', `The suggestion “${short(quote)}” is rejected already.`, {
    table: 'rejectedSuggestions',
    id: twin.id,
  })
}
