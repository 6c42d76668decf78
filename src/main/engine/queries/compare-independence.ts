import type { Independence, OriginClaim, ShownGroup } from '../../../contract/independence.ts'
import type { ParsedRequestInput } from '../../../contract/requests.ts'
import { quantityWords } from '../../../domain/claim/quantity.ts'
import { isGraded } from '../../../domain/claim/warnings.ts'
import type { ComparedClaim } from '../../../domain/compare/compared-claim.ts'
import { type OriginGroup, originRules } from '../../../domain/compare/independence/independence.ts'
import { dayOf } from '../../../domain/compare/independence/voice.ts'
import type { ClaimBook } from './claim-book.ts'
import type { ComparedTopics } from './compared-topics.ts'

/** Warnings listed at once: whoever has more of them needs the claims table's filter. */
const mostWarnings = 100
const mostCuts = 500

export function compareIndependence(
  input: ParsedRequestInput<'compare.independence'>,
  book: ClaimBook,
  compared: ComparedTopics,
): Independence {
  const { claims, origins } = book.origins.of(compared.topic(input.topicId).id)
  const groups = origins.groups.slice(0, input.groups).map((group) => shown(group, input.members))
  const cuts = origins.cuts.slice(0, mostCuts)
  const named = new Set([
    ...groups.flatMap(({ claimIds }) => claimIds),
    ...cuts.flatMap(({ oneId, otherId, through }) => [oneId, otherId, ...(through ?? [])]),
  ])
  const warnings = warningsIn(claims.values(), book)
  for (const { claimId } of warnings) named.add(claimId)
  return {
    reports: origins.reports,
    origins: origins.groups.length,
    mostOrigins: origins.mostOrigins,
    groups,
    cuts,
    claims: Object.fromEntries([...named].map((id) => [id, originClaim(claims.get(id)!)])),
    warnings,
    rules: originRules,
  }
}

/** The claims nearest to the root by their links, so that what is shown of a group hangs together. */
function shown(group: OriginGroup, most: number): ShownGroup {
  const size = group.claimIds.length
  if (size <= most) return { ...group, size }
  const beside = new Map<string, string[]>(group.claimIds.map((id) => [id, []]))
  for (const { fromId, toId } of group.links) {
    beside.get(fromId)!.push(toId)
    beside.get(toId)!.push(fromId)
  }
  const near = new Set([group.rootId])
  // A set visits what is added to it while it is walked through.
  for (const id of near) {
    for (const next of beside.get(id)!) if (near.size < most) near.add(next)
    if (near.size >= most) break
  }
  return {
    ...group,
    size,
    claimIds: group.claimIds.filter((id) => near.has(id)),
    links: group.links.filter(({ fromId, toId }) => near.has(fromId) && near.has(toId)),
  }
}

function warningsIn(claims: Iterable<ComparedClaim>, book: ClaimBook): Independence['warnings'] {
  const found: Independence['warnings'] = []
  for (const { claim } of claims) {
    if (!isGraded(claim)) continue
    for (const { kind, message } of book.warnings(claim)) {
      if (kind === 'credibility without origin' || kind === 'corroborated by one origin') {
        found.push({ claimId: claim.id, message })
      }
    }
    if (found.length >= mostWarnings) break
  }
  return found
}

function originClaim(compared: ComparedClaim): OriginClaim {
  const { claim, source, via, evidence } = compared
  const [first] = evidence
  return {
    id: claim.id,
    statement: claim.statement,
    speaker: source?.name ?? '',
    via: via.map(({ name }) => name),
    stance: claim.stance,
    quantity: quantityWords(claim, claim.unit),
    day: dayOf(compared),
    words: first
      ? {
          articleId: first.article.id,
          annotationId: first.annotationId,
          quote: first.quote,
          where: first.article.publisher || first.article.title,
        }
      : null,
  }
}
