import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'

type Pair = Pick<RowOf<'originLinks'>, 'oneId' | 'otherId'>

/** The pair's correction, whichever claim is named first; undefined where there is none. */
export function correctionOf(tables: ReadTables, { oneId, otherId }: Pair): RowOf<'originLinks'> | undefined {
  return tables.originLinks.where('oneId', oneId).find((row) => row.otherId === otherId)
}

/** What must hold for a correction beside the others: two claims, in order of id, corrected once. */
export function checkOriginLink(
  tables: ReadTables,
  { id, ...pair }: Pair & Pick<RowOf<'originLinks'>, 'id'>,
): void {
  if (pair.oneId >= pair.otherId) {
    reject('origin_link_to_itself', 'A claim cannot be corrected against itself: choose two claims.')
  }
  const there = tables.originLinks
    .where('oneId', pair.oneId)
    .find((row) => row.id !== id && row.otherId === pair.otherId)
  if (there) {
    reject(
      'origin_link_exists',
      `This pair of claims is already corrected: ${there.verdict}. Change that correction instead.`,
      { id: there.id },
    )
  }
}
