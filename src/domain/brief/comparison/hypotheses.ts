import {
  type AchEvidence,
  type AchHypothesis,
  achMatrix,
  orderedEvidence,
  orderedHypotheses,
} from '../../compare/hypotheses/ach-matrix.ts'
import { periodWords } from '../../plain-values/period-words.ts'
import { gradeWords } from '../claim-words.ts'
import type { ComparedFigure, ComparisonInput } from './figure.ts'

/**
 * The hypotheses with what stands against them, least first, and the matrix: evidence that tells most apart first. All
 * of the matrix, whatever the brief's scope: a matrix without some of its evidence would weigh something else.
 */
export function hypothesesFigures({ topic, tables }: ComparisonInput): ComparedFigure[] {
  const { hypotheses, evidence } = achMatrix(topic.id, tables)
  if (hypotheses.length === 0) return []
  const rated = evidence.filter(({ cells, leftOut }) => !leftOut && cells.some((cell) => cell?.rating))
  const byId = new Map(hypotheses.map((hypothesis, place) => [hypothesis.id, { hypothesis, place }]))
  const ordered = orderedHypotheses(hypotheses, 'inconsistency', false).map((id) => byId.get(id)!)
  const list = listFigure(
    ordered.map(({ hypothesis }) => hypothesis),
    rated.length,
  )
  return [list, ...matrixFigure(ordered, rated)]
}

function listFigure(hypotheses: readonly AchHypothesis[], evidence: number): ComparedFigure {
  const isPartly = hypotheses.some(({ retired, rated }) => !retired && rated < evidence)
  return {
    title: 'Hypotheses, the one with the least against it first',
    drawings: [],
    legend: null,
    columns: ['', 'Hypothesis', 'Against it', 'Against it, weighted', 'Rated', 'Likelihood', 'Confidence'],
    rows: hypotheses.map((hypothesis, index) => ({
      cells: [
        `H${index + 1}`,
        `${hypothesis.statement}${hypothesis.retired ? ' (set aside)' : ''}`,
        String(hypothesis.inconsistency),
        hypothesis.weightedInconsistency.toFixed(2),
        String(hypothesis.rated),
        hypothesis.likelihood === null ? '' : gradeWords.likelihood(hypothesis.likelihood),
        hypothesis.confidence === null ? '' : gradeWords.confidence(hypothesis.confidence),
      ],
      claimIds: [],
    })),
    notes: [
      'Points against a hypothesis: 1 for each inconsistent piece of evidence, 2 for each very inconsistent one; weighted by the grades of source and information. They are no probabilities.',
      ...(isPartly
        ? ['Not every piece of evidence is rated against every hypothesis, so they may still change places.']
        : []),
    ],
  }
}

function matrixFigure(
  ordered: readonly { place: number }[],
  evidence: readonly AchEvidence[],
): ComparedFigure[] {
  if (evidence.length === 0) return []
  const byId = new Map(evidence.map((one) => [one.claimId, one]))
  return [
    {
      title: 'Evidence, what tells the hypotheses apart most first',
      drawings: [],
      legend: null,
      columns: ['Evidence', 'Who', 'Said', ...ordered.map((_, index) => `H${index + 1}`)],
      rows: orderedEvidence(evidence, 'diagnosticity', false).map((claimId) => {
        const { statement, status, speaker, saidFrom, saidTo, cells } = byId.get(claimId)!
        return {
          cells: [
            // It still weighs as it was rated: a reader must know.
            `${statement}${status === 'withdrawn' || status === 'refuted' ? ` [${status}]` : ''}`,
            speaker || 'speaker unknown',
            periodWords(saidFrom, saidTo),
            ...ordered.map(({ place }) => {
              const cell = cells[place]
              return [cell?.rating ?? '', cell?.note.trim() ?? ''].filter(Boolean).join(': ')
            }),
          ],
          claimIds: [claimId],
        }
      }),
      notes: [],
    },
  ]
}
