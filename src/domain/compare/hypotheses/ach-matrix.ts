import type { Rating } from '../../assessment/row.ts'
import { byTimeSaid } from '../../claim/order.ts'
import { quantityWords } from '../../claim/quantity.ts'
import { shortened } from '../../history/sentence-part.ts'
import { hypothesesOf } from '../../hypothesis/rules.ts'
import type { ReadTables, RowOf } from '../../rows.ts'
import { diagnosticity, type HypothesisScore, hypothesisScores, weightOf } from './ach.ts'

/** A topic's hypotheses beside the evidence on them. */
export interface AchMatrix {
  /** In their own order; those set aside stay among them. */
  hypotheses: AchHypothesis[]
  /** By when it was said; see `evidenceOrder` for others. */
  evidence: AchEvidence[]
}

export interface AchHypothesis extends Omit<RowOf<'hypotheses'>, 'topicId' | 'order'>, HypothesisScore {}

/** A claim as evidence. */
export interface AchEvidence {
  claimId: string
  /** At most 300 UTF-16 code units of it. */
  statement: string
  /** The claimant's name; empty while unknown. */
  speaker: string
  /** “up to 8,000 soldiers”; empty without a figure. */
  quantity: string
  saidFrom: string | null
  saidTo: string | null
  reliability: RowOf<'sources'>['reliability']
  credibility: RowOf<'claims'>['credibility']
  stance: RowOf<'claims'>['stance']
  status: RowOf<'claims'>['status']
  /** How many annotations it rests on. */
  words: number
  /** The question of the topic from which it was taken; null for the matrix's own. */
  fromTopic: string | null
  /** One for each hypothesis, in their order; null for one that nobody has touched. */
  cells: (AchCell | null)[]
  /** Hundredths. */
  weight: number
  /** 0 to 4; null while it is rated against fewer than two hypotheses. */
  diagnosticity: number | null
  /** Not applicable to every hypothesis: the analyst has left it out. */
  leftOut: boolean
}

export interface AchCell {
  /** The row's id. */
  id: string
  rating: Rating | null
  note: string
}

export type AchTables = Pick<ReadTables, 'hypotheses' | 'assessments' | 'claims' | 'sources' | 'topics'>

/**
 * The matrix of a topic. Evidence is every claim on the topic that is not withdrawn, and every other claim with a
 * cell on one of its hypotheses. Hypotheses set aside keep their ratings but count for nothing.
 */
export function achMatrix(topicId: string, tables: AchTables): AchMatrix {
  const hypotheses = hypothesesOf(tables, topicId)
  const cells = cellsOf(hypotheses, tables)
  const claims = new Map(tables.claims.where('topicId', topicId).map((claim) => [claim.id, claim]))
  for (const [id, claim] of claims) if (claim.status === 'withdrawn' && !cells.has(id)) claims.delete(id)
  for (const id of cells.keys()) {
    const claim = claims.has(id) ? undefined : tables.claims.get(id)
    if (claim) claims.set(id, claim)
  }
  const open = hypotheses.map(({ retired }) => !retired)
  const evidence = [...claims.values()]
    .sort(byTimeSaid)
    .map((claim) =>
      evidenceOf(claim, topicId, cells.get(claim.id) ?? hypotheses.map(() => null), open, tables),
    )
  const scores = hypothesisScores(
    evidence
      .filter(({ leftOut }) => !leftOut)
      .map(({ cells, weight }) => ({ ratings: cells.map(ratingOf), weight })),
    hypotheses.length,
  )
  return {
    hypotheses: hypotheses.map(({ topicId: _topic, order: _order, ...hypothesis }, place) => ({
      ...hypothesis,
      ...scores[place]!,
    })),
    evidence,
  }
}

/** What the evidence is sorted by: what tells most apart, or what was said first, comes first. */
export const evidenceOrders = ['diagnosticity', 'said'] as const
export type EvidenceOrder = (typeof evidenceOrders)[number]

/** Ids of the claims in an order. Equal ones stay by when they were said; what says nothing on two comes last. */
export function orderedEvidence(
  evidence: readonly AchEvidence[],
  order: EvidenceOrder,
  weighted: boolean,
): string[] {
  const worth = ({ diagnosticity, weight }: AchEvidence) =>
    diagnosticity === null ? -1 : diagnosticity * (weighted ? weight : 1)
  const sorted = order === 'said' ? evidence : [...evidence].sort((a, b) => worth(b) - worth(a))
  return sorted.map(({ claimId }) => claimId)
}

/** What the hypotheses are sorted by: their own order, or the one with the least against it first. */
export const hypothesisOrders = ['own', 'inconsistency'] as const
export type HypothesisOrder = (typeof hypothesisOrders)[number]

/** Ids of the hypotheses in an order, those set aside last. Equal ones stay in their own order. */
export function orderedHypotheses(
  hypotheses: readonly AchHypothesis[],
  order: HypothesisOrder,
  weighted: boolean,
): string[] {
  const against = (score: AchHypothesis) =>
    order === 'own' ? 0 : weighted ? score.weightedInconsistency : score.inconsistency
  return [...hypotheses]
    .sort((a, b) => Number(a.retired) - Number(b.retired) || against(a) - against(b))
    .map(({ id }) => id)
}

/** By claim, a cell for each hypothesis. */
function cellsOf(hypotheses: readonly { id: string }[], tables: AchTables): Map<string, (AchCell | null)[]> {
  const cells = new Map<string, (AchCell | null)[]>()
  for (const [place, hypothesis] of hypotheses.entries()) {
    for (const { id, claimId, rating, note } of tables.assessments.where('hypothesisId', hypothesis.id)) {
      let row = cells.get(claimId)
      if (!row) {
        row = hypotheses.map(() => null)
        cells.set(claimId, row)
      }
      row[place] = { id, rating, note }
    }
  }
  return cells
}

function evidenceOf(
  claim: RowOf<'claims'>,
  topicId: string,
  cells: (AchCell | null)[],
  open: readonly boolean[],
  tables: AchTables,
): AchEvidence {
  const source = claim.sourceId === null ? undefined : tables.sources.get(claim.sourceId)
  const ratings = cells.filter((_, place) => open[place]).map(ratingOf)
  return {
    claimId: claim.id,
    statement: shortened(claim.statement, longestStatement),
    speaker: source?.name ?? '',
    quantity: quantityWords(claim, claim.unit),
    saidFrom: claim.statementFrom,
    saidTo: claim.statementTo,
    reliability: source?.reliability ?? null,
    credibility: claim.credibility,
    stance: claim.stance,
    status: claim.status,
    words: claim.evidence.length,
    fromTopic: claim.topicId === topicId ? null : questionOf(claim.topicId, tables),
    cells,
    weight: weightOf(source?.reliability ?? null, claim.credibility),
    diagnosticity: diagnosticity(ratings),
    leftOut: ratings.length > 0 && ratings.every((rating) => rating === 'not applicable'),
  }
}

const longestStatement = 300

function questionOf(topicId: string | null, tables: AchTables): string {
  return (topicId === null ? undefined : tables.topics.get(topicId)?.question) ?? 'no topic'
}

function ratingOf(cell: AchCell | null): Rating | null {
  return cell?.rating ?? null
}
