import type { ParsedRequestInput } from '../../../contract/requests.ts'
import type { Warning } from '../../../contract/rows.ts'
import { emptyClaim } from '../../../domain/claim/fields.ts'
import { isGraded, originWarnings, stands } from '../../../domain/claim/warnings.ts'
import { confirmationKeys, saysTheSame } from '../../../domain/compare/agreement/confirmation.ts'
import type { ClaimBook } from './claim-book.ts'
import type { Claim } from './claim-page.ts'

/** Claims with the same figure that are looked at: one of another origin is enough. */
const mostBeside = 300

/**
 * What would be warned of, were the claim kept as it stands in the form. Looks at the claims that support it or give the same
 * figure on its topic, not at the whole topic: so it answers while somebody types.
 */
export function claimUnconfirmed(
  { id, ...fields }: ParsedRequestInput<'claim.unconfirmed'>,
  book: ClaimBook,
): Warning[] {
  if (!isGraded(fields)) return []
  const draft: Claim = { ...blank, ...fields, id: id ?? '', evidence: (id && book.get(id)?.evidence) || [] }
  const supporting = (id === null ? [] : book.relationsOf(id)).flatMap(({ kind, fromId, toId }) => {
    const other = kind === 'supports' && toId === id ? book.get(fromId) : undefined
    return other ? [other] : []
  })
  const agreeing = agreeingWith(draft, book)
  const beside = new Map([...supporting, ...agreeing].map((claim) => [claim.id, claim]))
  beside.set(draft.id, draft)
  const { groups } = book.origins.among([...beside.values()]).origins
  const groupOf = new Map(
    groups.flatMap((group) => group.claimIds.map((claimId) => [claimId, group] as const)),
  )
  const shared = (one: Claim, other: Claim) => {
    const group = groupOf.get(one.id)
    return group && group === groupOf.get(other.id) ? group.label : null
  }
  return originWarnings(draft, {
    relations: book.relationsOf,
    claim: book.get,
    sharedOrigin: shared,
    isAgreedWith: (claim) => agreeing.some((other) => shared(claim, other) === null),
  })
}

function agreeingWith(draft: Claim, book: ClaimBook): Claim[] {
  if (draft.topicId === null) return []
  const keys = new Set(confirmationKeys(draft))
  if (keys.size === 0) return []
  const found: Claim[] = []
  for (const claim of book.slots()) {
    if (!claim || claim.topicId !== draft.topicId || claim.id === draft.id) continue
    if (claim.sourceId === null || !stands(claim) || !confirmationKeys(claim).some((key) => keys.has(key)))
      continue
    if (!saysTheSame(draft, claim)) continue
    found.push(claim)
    if (found.length === mostBeside) break
  }
  return found
}

/** What the form's answer does not depend on. */
const blank = { ...emptyClaim, enteredAt: '', enteredBy: '' }
