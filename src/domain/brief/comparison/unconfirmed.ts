import { isGraded, type OriginWarning, originWarnings, stands } from '../../claim/warnings.ts'
import { confirmationKeys, saysTheSame } from '../../compare/agreement/confirmation.ts'
import { type ComparedClaim, comparedClaims } from '../../compare/compared-claim.ts'
import { type Origins, originGroups } from '../../compare/independence/independence.ts'
import type { RowOf } from '../../rows.ts'
import type { BriefTables } from '../brief-tables.ts'

/**
 * The claims of a topic that are called confirmed although one origin stands behind them, with what is to be warned of, in order of
 * id. The same as the claims table warns of.
 *
 * @param claims all of the topic
 */
export function unconfirmedClaims(
  claims: readonly ComparedClaim[],
  { groups }: Origins,
  tables: BriefTables,
): { claim: RowOf<'claims'>; warnings: OriginWarning[] }[] {
  const graded = claims.filter(({ claim }) => isGraded(claim))
  if (graded.length === 0) return []
  const groupOf = new Map(groups.flatMap((group) => group.claimIds.map((id) => [id, group] as const)))
  const saying = new Map<string, RowOf<'claims'>[]>()
  for (const { claim } of claims) {
    if (claim.sourceId === null || !stands(claim)) continue
    for (const key of confirmationKeys(claim)) {
      const known = saying.get(key)
      if (known) known.push(claim)
      else saying.set(key, [claim])
    }
  }
  const around = {
    relations: (id: string) => tables.relations.where('toId', id),
    claim: (id: string) => tables.claims.get(id),
    sharedOrigin: (one: RowOf<'claims'>, other: RowOf<'claims'>) => {
      const [a, b] = [groupOf.get(one.id), groupOf.get(other.id)]
      if (a && b) return a === b ? a.label : null
      const pair = comparedClaims([one, other], tables)
      const apart = originGroups(
        pair,
        tables.relations.where('toId', one.id),
        tables.originLinks.all(),
      ).groups
      return apart.length === 1 ? apart[0]!.label : null
    },
    isAgreedWith: (claim: RowOf<'claims'>) =>
      confirmationKeys(claim).some((key) =>
        saying
          .get(key)
          ?.some((other) => groupOf.get(other.id) !== groupOf.get(claim.id) && saysTheSame(claim, other)),
      ),
  }
  return graded.flatMap(({ claim }) => {
    const warnings = originWarnings(claim, around).map(({ kind }) => kind)
    return warnings.length > 0 ? [{ claim, warnings }] : []
  })
}
