import { useCallback, useEffect, useRef, useState } from 'react'
import type { AchCell, AchEvidence, AchMatrix } from '../../../../contract/compare.ts'
import type { Answer } from '../../../../contract/wire.ts'
import type { Rating } from '../../../../domain/assessment/row.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'

/** A cell of the matrix that something is to be done with. */
export interface CellPlace {
  evidence: AchEvidence
  hypothesisId: string
}

export interface Ratings {
  /** The cell as it is shown: with what was just given and is not answered yet. */
  cellOf(place: CellPlace): AchCell | null
  /** Gives every cell the rating, in one step. */
  rate(places: readonly CellPlace[], rating: Rating): void
  /** Takes rating and note away, in one step; evidence of another topic stays in the matrix. */
  clear(places: readonly CellPlace[]): void
  note(place: CellPlace, note: string): Promise<Answer<unknown>>
}

interface Given {
  cell: AchCell | null
  /** The command was accepted: the next answer has it. */
  isKept: boolean
}

/**
 * Ratings as they are given: shown at once, kept by commands, and shown as they were when a command is refused.
 * `answeredAt` tells one answer from the next: also the same matrix again is an answer, where a rating was undone at once.
 */
export function useRatings(matrix: AchMatrix, answeredAt: number): Ratings {
  const [given, setGiven] = useState<ReadonlyMap<string, Given>>(new Map())
  const places = useRef(new Map<string, number>())
  places.current = new Map(matrix.hypotheses.map(({ id }, place) => [id, place]))
  const latest = useRef(given)
  latest.current = given
  const change = useCallback((next: (given: ReadonlyMap<string, Given>) => ReadonlyMap<string, Given>) => {
    // Two keys may come before the next drawing: each looks at what the one before it gave.
    latest.current = next(latest.current)
    setGiven(latest.current)
  }, [])
  // A new answer has what was kept until then.
  useEffect(() => {
    change((given) =>
      [...given.values()].some(({ isKept }) => isKept)
        ? new Map([...given].filter(([, { isKept }]) => !isKept))
        : given,
    )
  }, [matrix, answeredAt, change])

  const cellOf = useCallback((place: CellPlace): AchCell | null => {
    const shown = latest.current.get(keyOf(place))
    return shown ? shown.cell : kept(place, places.current)
  }, [])

  const give = async (
    changes: readonly { place: CellPlace; cell: AchCell | null }[],
    command: Promise<Answer<unknown>>,
  ): Promise<Answer<unknown>> => {
    const mine = new Map(changes.map(({ place, cell }) => [keyOf(place), { cell, isKept: false }]))
    change((given) => new Map([...given, ...mine]))
    const answer = await command
    change((given) => {
      const next = new Map(given)
      for (const [key, value] of mine) {
        if (next.get(key) !== value) continue
        if (answer.ok) next.set(key, { ...value, isKept: true })
        else next.delete(key)
      }
      return next
    })
    return answer
  }

  const set = (changes: readonly { place: CellPlace; cell: AchCell; set: object }[]) =>
    give(
      changes,
      execute(
        'assessment.set',
        {
          cells: changes.map(({ place, cell, set }) => ({
            id: cell.id,
            hypothesisId: place.hypothesisId,
            claimId: place.evidence.claimId,
            ...set,
          })),
        },
        // One cell is seen; of many it is told that one undo takes them back.
        { quiet: changes.length === 1 },
      ),
    )

  return {
    cellOf,
    rate(wanted, rating) {
      const changes = wanted.flatMap((place) => {
        const cell = cellOf(place) ?? fresh()
        return cell.rating === rating ? [] : [{ place, cell: { ...cell, rating }, set: { rating } }]
      })
      if (changes.length > 0) void set(changes)
    },
    clear(wanted) {
      const filled = wanted.flatMap((place) => {
        const cell = cellOf(place)
        return cell && (cell.rating !== null || cell.note !== '') ? [{ place, cell }] : []
      })
      if (filled.length === 0) return
      const empty = { rating: null, note: '' }
      if (filled.some(({ place }) => place.evidence.fromTopic !== null)) {
        void set(filled.map(({ place, cell }) => ({ place, cell: { ...cell, ...empty }, set: empty })))
      } else {
        const ids = filled.map(({ cell }) => cell.id)
        void give(
          filled.map(({ place }) => ({ place, cell: null })),
          execute('assessment.clear', { ids }, { quiet: ids.length === 1 }),
        )
      }
    },
    note(place, note) {
      const cell = cellOf(place) ?? fresh()
      return set([{ place, cell: { ...cell, note }, set: { note } }])
    },
  }
}

function keyOf({ evidence, hypothesisId }: CellPlace): string {
  return `${hypothesisId} ${evidence.claimId}`
}

function kept({ evidence, hypothesisId }: CellPlace, places: ReadonlyMap<string, number>): AchCell | null {
  const place = places.get(hypothesisId)
  return place === undefined ? null : (evidence.cells[place] ?? null)
}

function fresh(): AchCell {
  return { id: newId(), rating: null, note: '' }
}
