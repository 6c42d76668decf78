import { useState } from 'react'
import type { AchCell, AchEvidence, AchHypothesis } from '../../../../contract/compare.ts'
import type { Rating } from '../../../../domain/assessment/row.ts'
import { columns, type Place, placesBetween } from './grid-keys.ts'
import type { CellPlace, Ratings } from './use-ratings.ts'

/** The cursor and what it has drawn up: the cells that a rating is given to. */
export interface Selection {
  cursor: Place
  /** The other corner. */
  anchor: Place
  isMany: boolean
  goTo(place: Place, isExtending: boolean): void
  selectAll(): void
  /** The cell under the cursor, where it is one of a hypothesis. */
  current: AchCell | null
  place: CellPlace | null
  /** Pieces of evidence that are selected. */
  evidence: AchEvidence[]
  /** How many cells a rating would go to. */
  size: number
  rate(rating: Rating): void
  clear(): void
}

/** On the evidence's own name a rating goes to the whole row. */
export function useSelection(
  hypotheses: readonly AchHypothesis[],
  evidence: readonly AchEvidence[],
  ratings: Ratings,
): Selection {
  const [corners, setCorners] = useState<{ cursor: Place; anchor: Place }>({ cursor: first, anchor: first })
  const last = { row: evidence.length - 1, column: hypotheses.length + columns.firstHypothesis - 1 }
  const cursor = within(corners.cursor, last)
  const anchor = within(corners.anchor, last)
  const isRows = cursor.column < columns.firstHypothesis && anchor.column < columns.firstHypothesis
  const wholeRows = placesBetween(
    { row: anchor.row, column: columns.firstHypothesis },
    { row: cursor.row, column: last.column },
  )
  const cellsOf = (places: readonly Place[]) =>
    places.flatMap(({ row, column }): CellPlace[] => {
      const [one, hypothesis] = [evidence[row], hypotheses[column - columns.firstHypothesis]]
      return one && hypothesis ? [{ evidence: one, hypothesisId: hypothesis.id }] : []
    })
  const selected = () => cellsOf(isRows ? wholeRows : placesBetween(anchor, cursor))
  const [place = null] = cellsOf(cursor.row >= 0 && cursor.column >= columns.firstHypothesis ? [cursor] : [])
  const [top, bottom] = [Math.min(anchor.row, cursor.row), Math.max(anchor.row, cursor.row)]
  return {
    cursor,
    anchor,
    isMany: cursor.row !== anchor.row || cursor.column !== anchor.column,
    goTo: (next, isExtending) => setCorners({ cursor: next, anchor: isExtending ? anchor : next }),
    selectAll: () => setCorners({ cursor: last, anchor: { row: 0, column: columns.firstHypothesis } }),
    current: place && ratings.cellOf(place),
    place,
    evidence: evidence.slice(Math.max(0, top), Math.max(0, bottom + 1)),
    size: cursor.row < 0 && anchor.row < 0 ? 0 : selected().length,
    rate(rating) {
      // A single key on a whole row would rate alike what was asked to be told apart: only that nothing applies.
      if (!isRows || rating === 'not applicable') ratings.rate(selected(), rating)
    },
    clear: () => ratings.clear(selected()),
  }
}

const first: Place = { row: 0, column: columns.firstHypothesis }

function within({ row, column }: Place, last: Place): Place {
  return { row: Math.min(row, last.row), column: Math.min(column, last.column) }
}
