import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, short, unused } from '../decide.ts'
import { idSchema } from '../scalars.ts'
import { originLinkChanged, originLinkCleared, originLinkSet } from './events.ts'
import { originLinkFields } from './row.ts'
import { checkOriginLink, correctionOf } from './rules.ts'

export const setOriginLink = defineCommand({
  type: 'originLink.set',
  summary:
    'Corrects a pair of claims: of the same origin, or independent. A pair corrected before is corrected anew.',
  args: z.strictObject({
    /** For a pair that has no correction yet; one that has keeps its own. */
    id: idSchema,
    oneId: idSchema,
    otherId: idSchema,
    verdict: originLinkFields.verdict,
    /** Absent: as it is. */
    note: originLinkFields.note.optional(),
  }),
  decide({ id, verdict, note, ...ends }, { tables }) {
    const [oneId, otherId] = [ends.oneId, ends.otherId].sort() as [string, string]
    const one = existing(tables, 'claims', ends.oneId)
    const other = existing(tables, 'claims', ends.otherId)
    const label = `correct the origin of “${short(one.statement, 32)}” and “${short(other.statement, 32)}”: ${verdict}`
    const known = correctionOf(tables, { oneId, otherId })
    if (known) {
      const changed = changedFields(known, { verdict, ...(note !== undefined && { note }) })
      return { label, events: changed ? [originLinkChanged.on(known.id, { set: changed })] : [] }
    }
    unused(tables, 'originLinks', id)
    checkOriginLink(tables, { id, oneId, otherId })
    return { label, events: [originLinkSet.on(id, { oneId, otherId, verdict, note: note ?? '' })] }
  },
})

export const clearOriginLinks = defineCommand({
  type: 'originLink.clear',
  summary: 'Takes corrections of origin back, so that the pairs stand as the rules found them.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) }),
  decide({ ids }, { tables }) {
    const rows = allExisting(tables, 'originLinks', ids)
    return {
      label: `take back ${countOf(rows.length, 'correction')} of origin`,
      events: rows.map(({ id }) => originLinkCleared.on(id, {})),
    }
  },
})
