import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, short, unused } from '../decide.ts'
import { reject } from '../rejection.ts'
import { idSchema, proseSchema } from '../scalars.ts'
import { relationChanged, relationRemoved, relationSet } from './events.ts'
import { type RelationKind, relationKinds } from './row.ts'

const symmetric: readonly RelationKind[] = ['contradicts', 'repeats']

export const setRelation = defineCommand({
  type: 'relation.set',
  summary: 'Relates a claim to another: supports, contradicts, repeats or supersedes.',
  args: z.strictObject({
    id: idSchema,
    fromId: idSchema,
    toId: idSchema,
    kind: z.enum(relationKinds),
    note: proseSchema(10_000).default(''),
  }),
  decide({ id, ...relation }, { tables }) {
    unused(tables, 'relations', id)
    const { fromId, toId, kind } = relation
    if (fromId === toId) reject('relation_to_itself', 'A claim cannot be related to itself.')
    const from = existing(tables, 'claims', fromId)
    const to = existing(tables, 'claims', toId)
    const same = tables.relations
      .where('fromId', fromId)
      .find((row) => row.toId === toId && row.kind === kind)
    const mirrored = symmetric.includes(kind)
      ? tables.relations.where('fromId', toId).find((row) => row.toId === fromId && row.kind === kind)
      : undefined
    const there = same ?? mirrored
    if (there) reject('relation_exists', `The two claims are already related: ${kind}.`, { id: there.id })
    return {
      label: `relate “${short(from.statement, 32)}” to “${short(to.statement, 32)}”: ${kind}`,
      events: [relationSet.on(id, relation)],
    }
  },
})

export const changeRelation = defineCommand({
  type: 'relation.change',
  summary: 'Changes the kind or the note of a relation.',
  args: z.strictObject({
    id: idSchema,
    set: z.strictObject({ kind: z.enum(relationKinds), note: proseSchema(10_000) }).partial(),
  }),
  decide({ id, set }, { tables }) {
    const changed = changedFields(existing(tables, 'relations', id), set)
    return { label: 'change a relation', events: changed ? [relationChanged.on(id, { set: changed })] : [] }
  },
})

export const removeRelations = defineCommand({
  type: 'relation.remove',
  summary: 'Removes relations between claims.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) }),
  decide({ ids }, { tables }) {
    const rows = allExisting(tables, 'relations', ids)
    return {
      label: `remove ${countOf(rows.length, 'relation')}`,
      events: rows.map(({ id }) => relationRemoved.on(id, {})),
    }
  },
})
