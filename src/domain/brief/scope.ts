import type { RowOf } from '../rows.ts'

type Claim = RowOf<'claims'>
type Scope = RowOf<'briefs'>['scope']

/** Whether a brief speaks of the claim. An empty list and a missing day are no limit; undated claims are kept. */
export function claimInScope(claim: Claim, scope: Scope): boolean {
  const { statuses, stances, sourceIds, saidFrom, saidTo } = scope
  if (statuses.length > 0 && !statuses.includes(claim.status)) return false
  if (stances.length > 0 && !stances.includes(claim.stance)) return false
  if (sourceIds.length > 0 && (claim.sourceId === null || !sourceIds.includes(claim.sourceId))) return false
  if (saidFrom !== null && claim.statementTo !== null && claim.statementTo < saidFrom) return false
  return !(saidTo !== null && claim.statementFrom !== null && claim.statementFrom > saidTo)
}
