import type { ParsedRequestInput, RequestOutput } from '../../../contract/requests.ts'
import type { ClaimDetail, Evidence, NamedClaim, RelatedClaim } from '../../../contract/rows.ts'
import { countedThing, inBase } from '../../../domain/compare/terms/units.ts'
import { EngineProblem } from '../problems.ts'
import type { ClaimBook } from './claim-book.ts'
import type { ClaimOrder } from './claim-order.ts'
import type { Claim } from './claim-page.ts'
import type { QueryContext } from './context.ts'

export function claimsPage(
  { head }: QueryContext,
  { query, offset, limit }: ParsedRequestInput<'claims.page'>,
  book: ClaimBook,
  order: ClaimOrder,
): RequestOutput<'claims.page'> {
  const { claims } = order.answer(query)
  return {
    total: claims.length,
    head: head().seq,
    rows: claims.slice(offset, offset + limit).map(book.named),
  }
}

export function claimsWarnings(
  { ids }: ParsedRequestInput<'claims.warnings'>,
  book: ClaimBook,
): RequestOutput<'claims.warnings'> {
  const claims = ids.map(book.get).filter((claim) => claim !== undefined)
  return Object.fromEntries(claims.map((claim) => [claim.id, book.warnings(claim)]))
}

/** Finds the origins that those warnings depend on, at most one topic's between two pauses. They are kept. */
export function* prepareWarnings(
  { ids }: ParsedRequestInput<'claims.warnings'>,
  book: ClaimBook,
): Generator<void> {
  for (const id of ids) {
    const claim = book.get(id)
    if (claim) book.warnings(claim)
    yield
  }
}

export function claimsGroups(
  { query }: ParsedRequestInput<'claims.groups'>,
  order: ClaimOrder,
): RequestOutput<'claims.groups'> {
  return order.answer(query).groups
}

export function claimsIds({ query }: ParsedRequestInput<'claims.ids'>, order: ClaimOrder): string[] {
  return order.answer(query).claims.map(({ id }) => id)
}

export function claimGet(
  { tables }: QueryContext,
  { id }: ParsedRequestInput<'claim.get'>,
  book: ClaimBook,
): ClaimDetail {
  const claim = book.get(id)
  if (!claim) {
    throw new EngineProblem(
      'unknown_claim',
      'This claim is no longer in the workspace. It was removed or undone; History can bring it back.',
      { id },
    )
  }
  const evidence = claim.evidence.map((annotationId): Evidence => {
    const annotation = tables.annotations.get(annotationId) ?? null
    return {
      annotationId,
      annotation,
      article: annotation ? (tables.articles.get(annotation.articleId) ?? null) : null,
    }
  })
  const relations = book.relationsOf(id).map((relation): RelatedClaim => {
    const outgoing = relation.fromId === id
    return { relation, outgoing, other: book.named(book.get(outgoing ? relation.toId : relation.fromId)!) }
  })
  return { claim: { ...book.named(claim), warnings: book.warnings(claim) }, evidence, relations }
}

/** Most of them, at once: beyond that nobody compares one by one. */
const shownDiffering = 50

/**
 * Claims of the topic about the same time that give another figure of the same thing. An unknown time may be any time, and
 * a figure without a unit may be of anything.
 */
export function claimsDiffering(
  { topicId, low, high, unit, eventFrom, eventTo, except }: ParsedRequestInput<'claims.differing'>,
  book: ClaimBook,
): NamedClaim[] {
  const differing: Claim[] = []
  const counted = countedThing(unit.trim())
  for (const claim of book.slots()) {
    if (!claim || claim.topicId !== topicId || claim.id === except || claim.qualifier === null) continue
    const other = countedThing(claim.unit)
    if (unit.trim() !== '' && claim.unit !== '' && other.key !== counted.key) continue
    const isSame = (mine: number | null, theirs: number | null) =>
      mine === null || theirs === null ? mine === theirs : inBase(mine, counted) === inBase(theirs, other)
    if (isSame(low, claim.low) && isSame(high, claim.high)) continue
    const apart =
      (eventFrom !== null && claim.eventTo !== null && claim.eventTo < eventFrom) ||
      (eventTo !== null && claim.eventFrom !== null && claim.eventFrom > eventTo)
    if (!apart) differing.push(claim)
    if (differing.length === shownDiffering) break
  }
  return differing.map(book.named)
}
