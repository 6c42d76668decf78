import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, short, unused } from '../decide.ts'
import { idSchema, proseSchema } from '../scalars.ts'
import { relationChanged, relationRemoved, relationSet } from './events.ts'
import { relationKinds } from './row.ts'
import { checkRelation } from './rules.ts'

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
    const from = existing(tables, 'claims', fromId)
    const to = existing(tables, 'claims', toId)
    checkRelation(tables, { id, ...relation })
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
    const relation = existing(tables, 'relations', id)
    const changed = changedFields(relation, set)
    checkRelation(tables, { ...relation, ...changed })
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
