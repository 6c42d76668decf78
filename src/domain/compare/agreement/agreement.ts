import { quantityWords } from '../../claim/quantity.ts'
import type { Stance } from '../../claim/row.ts'
import { type FindingKind, findingKinds, type Verdict } from '../../finding/row.ts'
import { shortened } from '../../history/sentence-part.ts'
import type { RowOf } from '../../rows.ts'
import type { ComparedClaim, ComparedEvidence } from '../compared-claim.ts'
import { type Position, type PositionClaim, type Positions, positionsOf } from './positions.ts'
import { type Judgement, judge } from './rules.ts'
import { isSameTime, type Pair, type Sweep, sweep } from './sweep.ts'
import { reasonOf } from './words.ts'

/** What the claims of a topic are to each other, ready to be asked for in pages. */
export interface Compared {
  positions: Positions
  sweep: Sweep
  /** Claims of the topic, compared or not. */
  claims: number
}

/** What two speakers, or one at two times, are to each other. */
export interface AgreementFinding {
  /** The same as long as the two sides are. */
  key: string
  kind: FindingKind
  /** Why, in a sentence. */
  reason: string
  a: FindingSide
  b: FindingSide
  /** The analyst's verdict on it; null while it is undecided. */
  verdict: FindingVerdict | null
  /** How the two claims that stand for the sides are related already. */
  relations: RowOf<'relations'>[]
}

export type FindingVerdict = Pick<RowOf<'findings'>, 'id' | 'verdict' | 'note' | 'aId' | 'bId'>

/** Claims that say the same, with the one that stands for them: it speaks of a day that the other side's speaks of too. */
export interface FindingSide {
  /** How many claims say so; their first ids, in order. */
  claims: number
  claimIds: string[]
  claimId: string
  /** Null while the speaker is unknown. */
  speaker: string | null
  reliability: RowOf<'sources'>['reliability']
  stance: Stance
  statement: string
  /** The figure as it was entered; empty without one. */
  figure: string
  place: string
  eventFrom: string | null
  eventTo: string | null
  saidFrom: string | null
  saidTo: string | null
  credibility: RowOf<'claims'>['credibility']
  status: RowOf<'claims'>['status']
  /** The words that it rests on; null when there are none any more. */
  evidence: {
    annotationId: string
    quote: string
    articleId: string
    articleTitle: string
    publisher: string
  } | null
}

export interface Agreement {
  /** Findings of each kind by what became of them. At least so many are undecided when `isComplete` is false. */
  counts: Record<FindingKind, { open: number; confirmed: number; dismissed: number }>
  /** False when claims of the topic say too many different things to compare all of them. */
  isComplete: boolean
  claims: number
  /** Claims left out because they were withdrawn. */
  withdrawn: number
  /** Findings that fit what was asked. */
  total: number
  findings: AgreementFinding[]
}

export interface AgreementQuestion {
  /** Null: every kind, contradictions first. */
  kind: FindingKind | null
  /** Also those that were dismissed. */
  dismissed: boolean
  offset: number
  limit: number
}

/** Compares the claims of a topic. The order of the claims makes no difference. */
export function compareClaims(claims: readonly ComparedClaim[]): Compared {
  const positions = positionsOf(claims)
  return { positions, sweep: sweep(positions), claims: claims.length }
}

/**
 * A page of what was found, newest first within a kind. A verdict on two claims holds for everyone who says the same:
 * a report of the same words that comes later is judged already. `relationsOf` gives the relations that begin or end at a
 * claim.
 */
export function agreementOf(
  { positions, sweep: found, claims }: Compared,
  verdicts: Iterable<FindingVerdict & { kind: FindingKind }>,
  { kind, dismissed, offset, limit }: AgreementQuestion,
  relationsOf: (claimId: string) => readonly RowOf<'relations'>[] = () => [],
): Agreement {
  const judged = judgedFindings(positions, verdicts)
  const counts = {} as Agreement['counts']
  const findings: AgreementFinding[] = []
  let total = 0
  for (const each of findingKinds) {
    const decided = [...judged.values()].filter((one) => one.kind === each)
    const count = (verdict: Verdict) => decided.filter((one) => one.verdict.verdict === verdict).length
    const [confirmed, gone] = [count('confirmed'), count('dismissed')]
    counts[each] = {
      open: Math.max(0, found.counts[each] - confirmed - gone),
      confirmed,
      dismissed: gone,
    }
    if (kind !== null && kind !== each) continue
    const skips = dismissed ? [] : decided.filter(({ verdict }) => verdict.verdict === 'dismissed')
    const here = found.counts[each] - skips.length
    const from = Math.max(0, offset - total)
    const wanted = limit - findings.length
    if (wanted > 0 && from < here) {
      const pairs = found.list(
        each,
        from,
        wanted,
        skips.map(({ pair }) => pair),
      )
      findings.push(
        ...pairs.map((pair) =>
          findingOf(pair, positions, judged.get(pairKey(...pair))?.verdict, relationsOf),
        ),
      )
    }
    total += here
  }
  return {
    counts,
    isComplete: found.isComplete,
    claims,
    withdrawn: positions.withdrawn,
    total,
    findings,
  }
}

/** What two positions are to each other; null for nothing, or when they share no day. */
export function judgePositions(a: Position, b: Position, { sayings }: Positions): Judgement | null {
  if (!isSameTime(a, b)) return null
  const isSame = a.source !== null && a.source.id === b.source?.id
  return judge(sayings[a.saying]!, sayings[b.saying]!, isSame)
}

interface Judged {
  kind: FindingKind
  pair: Pair
  verdict: FindingVerdict
}

/** The findings that a verdict stands on, by the key of their pair. Of two verdicts the one that confirms counts. */
function judgedFindings(
  positions: Positions,
  verdicts: Iterable<FindingVerdict & { kind: FindingKind }>,
): Map<string, Judged> {
  const judged = new Map<string, Judged>()
  for (const { kind, ...verdict } of verdicts) {
    const a = positions.positionOf.get(verdict.aId)
    const b = positions.positionOf.get(verdict.bId)
    if (!a || !b || a === b || judgePositions(a, b, positions)?.kind !== kind) continue
    const key = pairKey(a, b)
    const known = judged.get(key)
    if (!known || outranks(verdict, known.verdict)) judged.set(key, { kind, pair: [a, b], verdict })
  }
  return judged
}

function outranks(one: FindingVerdict, other: FindingVerdict): boolean {
  if (one.verdict !== other.verdict) return one.verdict === 'confirmed'
  return one.id < other.id
}

function pairKey(a: Position, b: Position): string {
  return a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`
}

function findingOf(
  pair: Pair,
  positions: Positions,
  verdict: FindingVerdict | undefined,
  relationsOf: (claimId: string) => readonly RowOf<'relations'>[],
): AgreementFinding {
  const [a, b] = inReadingOrder(pair, positions)
  const judgement = judgePositions(a, b, positions)!
  const day = Math.min(a.to, b.to)
  const [one, other] = [exampleOn(day, a, verdict), exampleOn(day, b, verdict)]
  const ids = [one.compared.claim.id, other.compared.claim.id] as const
  const sayings = [positions.sayings[a.saying]!, positions.sayings[b.saying]!] as const
  return {
    key: `${judgement.kind} ${pairKey(a, b)}`,
    kind: judgement.kind,
    reason: reasonOf(judgement, { saying: sayings[0], ...one }, { saying: sayings[1], ...other }),
    a: sideOf(a, one.compared),
    b: sideOf(b, other.compared),
    verdict: verdict ?? null,
    relations: relationsOf(ids[0]).filter(({ fromId, toId }) => fromId === ids[1] || toId === ids[1]),
  }
}

const stanceOrder: Record<Stance, number> = { asserts: 0, denies: 1, 'cannot confirm': 2 }

/** Who asserts comes before who does not, then who spoke of the earlier time. */
function inReadingOrder([a, b]: Pair, { sayings }: Positions): Pair {
  const order =
    stanceOrder[sayings[a.saying]!.stance] - stanceOrder[sayings[b.saying]!.stance] ||
    Math.sign(a.from - b.from || 0) ||
    Math.sign(a.to - b.to || 0) ||
    (a.id < b.id ? -1 : 1)
  return order <= 0 ? [a, b] : [b, a]
}

/** The claim that stands for a position: of those that speak of the day, the judged one, else one with words, else the first. */
function exampleOn(day: number, position: Position, verdict: FindingVerdict | undefined): PositionClaim {
  let best: PositionClaim | null = null
  for (const one of position.claims) {
    if (one.from > day || one.to < day) continue
    if (!best || rank(one, verdict) < rank(best, verdict)) best = one
    else if (rank(one, verdict) === rank(best, verdict) && one.compared.claim.id < best.compared.claim.id) {
      best = one
    }
  }
  // Every day of a position is spoken of.
  return best ?? position.claims[0]!
}

function rank({ compared: { claim, evidence } }: PositionClaim, verdict: FindingVerdict | undefined): number {
  if (verdict && (claim.id === verdict.aId || claim.id === verdict.bId)) return 0
  return evidence.length > 0 ? 1 : 2
}

/** Ids of claims told for a side; the number of all of them is told beside. */
const mostIds = 500
const longestStatement = 400
const longestQuote = 600

function sideOf(position: Position, { claim, source, evidence }: ComparedClaim): FindingSide {
  return {
    claims: position.claims.length,
    claimIds: firstIds(position),
    claimId: claim.id,
    speaker: source?.name ?? null,
    reliability: source?.reliability ?? null,
    stance: claim.stance,
    statement: shortened(claim.statement, longestStatement),
    figure: quantityWords(claim, claim.unit),
    place: claim.place,
    eventFrom: claim.eventFrom,
    eventTo: claim.eventTo,
    saidFrom: claim.statementFrom,
    saidTo: claim.statementTo,
    credibility: claim.credibility,
    status: claim.status,
    evidence: evidence[0] ? wordsOf(evidence[0]) : null,
  }
}

/** Kept: a position of 100,000 claims may stand in every finding of a page. */
const idsOf = new WeakMap<Position, string[]>()

function firstIds(position: Position): string[] {
  let ids = idsOf.get(position)
  if (!ids) {
    ids = position.claims
      .map(({ compared }) => compared.claim.id)
      .sort()
      .slice(0, mostIds)
    idsOf.set(position, ids)
  }
  return ids
}

function wordsOf({ annotationId, quote, article }: ComparedEvidence): FindingSide['evidence'] {
  return {
    annotationId,
    quote: shortened(quote, longestQuote),
    articleId: article.id,
    articleTitle: article.title,
    publisher: article.publisher,
  }
}
