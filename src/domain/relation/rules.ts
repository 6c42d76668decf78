import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'
import type { RelationKind } from './row.ts'

const symmetric: readonly RelationKind[] = ['contradicts', 'repeats']

/** What must hold for a relation beside the others: two claims, related once in each way. */
export function checkRelation(
  tables: ReadTables,
  { id, fromId, toId, kind }: Omit<RowOf<'relations'>, 'note'>,
): void {
  if (fromId === toId) reject('relation_to_itself', 'A claim cannot be related to itself.')
  const between = (from: string, to: string) =>
    tables.relations
      .where('fromId', from)
      .find((row) => row.id !== id && row.toId === to && row.kind === kind)
  const there = between(fromId, toId) ?? (symmetric.includes(kind) ? between(toId, fromId) : undefined)
  if (there) reject('relation_exists', `The two claims are already related: ${kind}.`, { id: there.id })
}
