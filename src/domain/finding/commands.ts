import { z } from 'zod'
import { type Deciding, defineCommand } from '../command.ts'
import { changedFields, existing, short, unused } from '../decide.ts'
import type { NewEvent } from '../event.ts'
import { reject } from '../rejection.ts'
import { relationSet } from '../relation/events.ts'
import { relationKinds } from '../relation/row.ts'
import { checkRelation } from '../relation/rules.ts'
import { idSchema, proseSchema } from '../scalars.ts'
import { findingChanged, findingJudged, findingReopened } from './events.ts'
import { findingFields, type Verdict } from './row.ts'
import { checkFinding, pairOf, verdictOn } from './rules.ts'

const judging = {
  /** For the row when the pair has none yet. */
  id: idSchema,
  /** The two claims, in any order. */
  aId: idSchema,
  bId: idSchema,
  kind: findingFields.kind,
  /** Absent: as it is. */
  note: findingFields.note.optional(),
}

export const confirmFinding = defineCommand({
  type: 'finding.confirm',
  summary: 'Confirms what two claims were found to be to each other, and relates them where wanted.',
  args: z.strictObject({
    ...judging,
    /** A relation between the two, set in the same step. */
    relation: z
      .strictObject({
        id: idSchema,
        fromId: idSchema,
        toId: idSchema,
        kind: z.enum(relationKinds),
        note: proseSchema(10_000).default(''),
      })
      .nullable()
      .default(null),
  }),
  decide({ relation, ...finding }, context) {
    const { label, events } = verdict(finding, 'confirmed', context)
    if (!relation) return { label, events }
    const { tables } = context
    const { id, ...related } = relation
    if (!sameSet([related.fromId, related.toId], [finding.aId, finding.bId])) {
      reject('other_claims', 'The relation is between other claims than the finding. Nothing was changed.')
    }
    unused(tables, 'relations', id)
    checkRelation(tables, relation)
    return { label: `${label} and relate: ${related.kind}`, events: [...events, relationSet.on(id, related)] }
  },
})

export const dismissFinding = defineCommand({
  type: 'finding.dismiss',
  summary: 'Dismisses what two claims were found to be to each other; it stays dismissed.',
  args: z.strictObject(judging),
  decide: (finding, context) => verdict(finding, 'dismissed', context),
})

export const reopenFinding = defineCommand({
  type: 'finding.reopen',
  summary: 'Takes back the verdict on a finding: it is undecided again.',
  args: z.strictObject({ id: idSchema }),
  decide({ id }, { tables }) {
    const { kind, aId } = existing(tables, 'findings', id)
    const statement = tables.claims.get(aId)?.statement ?? ''
    return { label: `reopen the ${kind} about “${short(statement)}”`, events: [findingReopened.on(id, {})] }
  },
})

interface Judging {
  id: string
  aId: string
  bId: string
  kind: z.infer<typeof findingFields.kind>
  note?: string | undefined
}

function verdict(
  { id, kind, note, ...pair }: Judging,
  given: Verdict,
  { tables }: Deciding,
): { label: string; events: NewEvent[] } {
  const [aId, bId] = pairOf(pair.aId, pair.bId)
  const [a, b] = [existing(tables, 'claims', aId), existing(tables, 'claims', bId)]
  const verb = given === 'confirmed' ? 'confirm' : 'dismiss'
  const label = `${verb} the ${kind} of “${short(a.statement, 32)}” and “${short(b.statement, 32)}”`
  const there = verdictOn(tables, aId, bId)
  if (there) {
    const changed = changedFields(there, { kind, verdict: given, ...(note !== undefined && { note }) })
    return { label, events: changed ? [findingChanged.on(there.id, { set: changed })] : [] }
  }
  unused(tables, 'findings', id)
  checkFinding(tables, { id, aId, bId })
  return { label, events: [findingJudged.on(id, { aId, bId, kind, verdict: given, note: note ?? '' })] }
}

function sameSet(one: string[], other: string[]): boolean {
  return one.every((id) => other.includes(id)) && other.every((id) => one.includes(id))
}
