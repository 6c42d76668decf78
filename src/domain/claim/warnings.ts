import type { RowOf } from '../rows.ts'

export const warningKinds = [
  'credibility without origin',
  'quantity without unit',
  'evidence lost',
  'no evidence',
] as const
export type WarningKind = (typeof warningKinds)[number]

export interface Warning {
  kind: WarningKind
  /** A sentence with what to do about it. */
  message: string
}

type Claim = RowOf<'claims'>
type Relation = RowOf<'relations'>

/** What a warning needs to know about a claim's surroundings. */
export interface Surroundings {
  /** Relations that begin or end at the claim. */
  relations(claimId: string): readonly Relation[]
  claim(id: string): Claim | undefined
  hasAnnotation(id: string): boolean
}

/** What an analyst should look at again, in a fixed order. Warnings refuse nothing. */
export function warningsOf(claim: Claim, around: Surroundings): Warning[] {
  const warnings: Warning[] = []
  if (claim.credibility === 1 && !hasIndependentOrigin(claim, around)) {
    warnings.push({
      kind: 'credibility without origin',
      message:
        'Credibility 1 means confirmed by other sources, but no claim of an independent source supports this one. Relate one with “supports”, or choose another grade.',
    })
  }
  if (claim.qualifier !== null && claim.unit === '') {
    warnings.push({
      kind: 'quantity without unit',
      message: 'The figure has no unit. Say what is counted: soldiers, km, US dollars.',
    })
  }
  const lost = claim.evidence.filter((id) => !around.hasAnnotation(id)).length
  if (lost > 0) {
    warnings.push({
      kind: 'evidence lost',
      message: `${lost === 1 ? 'A piece' : `${lost} pieces`} of its evidence ${lost === 1 ? 'was' : 'were'} removed. Restore ${lost === 1 ? 'it' : 'them'} in History, or take ${lost === 1 ? 'it' : 'them'} off the claim.`,
    })
  }
  if (claim.evidence.length === 0) {
    warnings.push({
      kind: 'no evidence',
      message: 'No words of an article stand behind this claim. Mark some and add them as evidence.',
    })
  }
  return warnings
}

/**
 * The Admiralty Code's 1 is “confirmed by other sources”: another claim supports this one, still stands, and goes
 * back to somebody else. A claim that repeats this one, or came through this one's speaker, has the same origin.
 */
function hasIndependentOrigin(claim: Claim, around: Surroundings): boolean {
  const relations = around.relations(claim.id)
  const sameOrigin = new Set(
    relations.filter(({ kind }) => kind === 'repeats').flatMap(({ fromId, toId }) => [fromId, toId]),
  )
  return relations.some(({ kind, fromId, toId }) => {
    if (kind !== 'supports' || toId !== claim.id || sameOrigin.has(fromId)) return false
    const other = around.claim(fromId)
    if (!other || other.status === 'withdrawn' || other.status === 'refuted') return false
    if (!claim.sourceId || !other.sourceId || claim.sourceId === other.sourceId) return false
    return !other.via.includes(claim.sourceId) && !claim.via.includes(other.sourceId)
  })
}
