import { useMemo, useRef, useState } from 'react'
import type { AchEvidence, AchHypothesis, AchMatrix } from '../../../../contract/compare.ts'
import { orderedEvidence, orderedHypotheses } from '../../../../domain/compare/hypotheses/ach-matrix.ts'
import { useCompare } from '../../../state/compare.ts'
import { useMoment } from '../../../state/moment.ts'
import { isSameOrder, keptOrder } from './kept-order.ts'

/** The matrix as it is looked at: sorted, and only what is asked for. */
export interface MatrixView {
  hypotheses: AchHypothesis[]
  evidence: AchEvidence[]
  /** How much evidence each choice would show. */
  counts: Record<AchShown, number>
  /** Sorts again, where ratings given since have changed the order; null where they have not. */
  sortAgain: (() => void) | null
}

/** Which evidence is shown. */
export const achShown = ['all', 'rated', 'unrated', 'left out'] as const
export type AchShown = (typeof achShown)[number]

export function useMatrixView({ hypotheses, evidence }: AchMatrix): MatrixView {
  const { achEvidence, achHypotheses, achWeighted, achShows } = useCompare()
  const moment = useMoment(({ seq }) => seq)
  const [sorting, setSorting] = useState(0)
  const groups = useMemo(() => grouped(evidence, hypotheses), [evidence, hypotheses])
  const shown = groups[achShows]
  const rows = useMemo(
    () => orderedEvidence(shown, achEvidence, achWeighted),
    [shown, achEvidence, achWeighted],
  )
  const heads = useMemo(
    () => orderedHypotheses(hypotheses, achHypotheses, achWeighted),
    [hypotheses, achHypotheses, achWeighted],
  )
  // Another question, another moment or a wish to sort again; a rating is none of these.
  const key = JSON.stringify([achEvidence, achHypotheses, achWeighted, achShows, moment, sorting])
  const sorted = useRef({ key: '', rows, heads })
  if (sorted.current.key !== key) sorted.current = { key, rows, heads }
  // The order that is set by hand is followed at once.
  const keptHeads = achHypotheses === 'own' ? heads : keptOrder(sorted.current.heads, heads)
  // Also a row that the choice of what is shown has lost by a rating stays until sorting again.
  const there = useMemo(() => new Set(evidence.map(({ claimId }) => claimId)), [evidence])
  const staying = sorted.current.rows.filter((id) => there.has(id))
  const keptRows = keptOrder(staying, [...new Set([...staying, ...rows])])
  sorted.current = { key, rows: keptRows, heads: keptHeads }
  const isSorted = isSameOrder(keptRows, rows) && isSameOrder(keptHeads, heads)
  return {
    hypotheses: inOrder(hypotheses, keptHeads, ({ id }) => id),
    evidence: inOrder(evidence, keptRows, ({ claimId }) => claimId),
    counts: {
      all: groups.all.length,
      rated: groups.rated.length,
      unrated: groups.unrated.length,
      'left out': groups['left out'].length,
    },
    sortAgain: isSorted ? null : () => setSorting((times) => times + 1),
  }
}

function grouped(
  evidence: readonly AchEvidence[],
  hypotheses: readonly AchHypothesis[],
): Record<AchShown, AchEvidence[]> {
  const all = evidence.filter(({ leftOut }) => !leftOut)
  const isDone = ({ cells }: AchEvidence) =>
    cells.every((cell, place) => hypotheses[place]?.retired || (cell !== null && cell.rating !== null))
  return {
    all,
    rated: all.filter(({ cells }) => cells.some((cell) => cell !== null && cell.rating !== null)),
    unrated: all.filter((one) => !isDone(one)),
    'left out': evidence.filter(({ leftOut }) => leftOut),
  }
}

function inOrder<Row>(rows: readonly Row[], ids: readonly string[], idOf: (row: Row) => string): Row[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
