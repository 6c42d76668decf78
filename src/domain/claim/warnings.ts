import type { RowOf } from '../rows.ts'

export const warningKinds = [
  'credibility without origin',
  'corroborated by one origin',
  'quantity without unit',
  'evidence lost',
  'no evidence',
] as const
export type WarningKind = (typeof warningKinds)[number]

export type OriginWarning = Extract<WarningKind, 'credibility without origin' | 'corroborated by one origin'>

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
  /** The origin that both go back to (“Pentagon, 28 October 2024”); null when they are independent. */
  sharedOrigin(one: Claim, other: Claim): string | null
  /** Whether a standing claim on its topic says the same, by a known speaker of another origin. */
  isAgreedWith(claim: Claim): boolean
}

/** What an analyst should look at again, in a fixed order. Warnings refuse nothing. */
export function warningsOf(claim: Claim, around: Surroundings): Warning[] {
  const warnings: Warning[] = originWarnings(claim, around)
  if (claim.qualifier !== null && claim.unit === '') {
    warnings.push({
      kind: 'quantity without unit',
      message: 'Unit missing, for example soldiers, km, US dollars.',
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

/** Of those, the ones about a claim that is said to be confirmed although one origin stands behind it. */
export function originWarnings(
  claim: Claim,
  around: Omit<Surroundings, 'hasAnnotation'>,
): (Warning & { kind: OriginWarning })[] {
  const warnings: (Warning & { kind: OriginWarning })[] = []
  const origin = isGraded(claim) ? onlyOrigin(claim, around) : null
  if (origin !== null && claim.credibility === 1) {
    warnings.push({
      kind: 'credibility without origin',
      message: `Credibility 1 means confirmed by other sources, but ${restsOnOne(origin)}. Relate an independent one with “supports”, or choose another grade.`,
    })
  }
  if (origin !== null && claim.status === 'corroborated') {
    warnings.push({
      kind: 'corroborated by one origin',
      message: `The status is corroborated, but ${restsOnOne(origin)}. Relate an independent one with “supports”, or choose another status.`,
    })
  }
  return warnings
}

/** Whether the claim is said to be confirmed by others. */
export function isGraded({ credibility, status }: Pick<Claim, 'credibility' | 'status'>): boolean {
  return credibility === 1 || status === 'corroborated'
}

/**
 * Whether other sources confirm the claim, as the Admiralty Code's 1 and “corroborated” say: a claim that supports it,
 * or that says the same on its topic, still stands, has a speaker, and goes back to another origin. Null when
 * one does; else the origin that its supporters share with it, or an empty text when it has none.
 */
function onlyOrigin(claim: Claim, around: Omit<Surroundings, 'hasAnnotation'>): string | null {
  if (!claim.sourceId) return ''
  let shared = ''
  for (const { kind, fromId, toId } of around.relations(claim.id)) {
    if (kind !== 'supports' || toId !== claim.id) continue
    const other = around.claim(fromId)
    if (!other?.sourceId || !stands(other)) continue
    const origin = around.sharedOrigin(claim, other)
    if (origin === null) return null
    shared = origin
  }
  return around.isAgreedWith(claim) ? null : shared
}

/** A claim that was taken back or refuted confirms nothing. */
export function stands({ status }: Pick<Claim, 'status'>): boolean {
  return status !== 'withdrawn' && status !== 'refuted'
}

function restsOnOne(origin: string): string {
  return origin === ''
    ? 'no claim of an independent origin supports this one or gives the same figure of the same thing'
    : `whatever supports this one goes back to the same origin: ${origin}`
}
