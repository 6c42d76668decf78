import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { allExisting, changedFields, countOf, existing, short, unused } from '../decide.ts'
import type { NewEvent } from '../event.ts'
import { reject } from '../rejection.ts'
import type { ReadTables } from '../rows.ts'
import { idSchema } from '../scalars.ts'
import { assessmentChanged, assessmentCleared, assessmentSet } from './events.ts'
import { assessmentFields } from './row.ts'
import { assessmentOf } from './rules.ts'

const mostCells = 100_000

const cellSchema = z.strictObject({
  /** For a cell that has no row yet. */
  id: idSchema,
  hypothesisId: idSchema,
  claimId: idSchema,
  rating: assessmentFields.rating.optional(),
  note: assessmentFields.note.optional(),
})
type Cell = z.infer<typeof cellSchema>

export const setAssessments = defineCommand({
  type: 'assessment.set',
  summary: 'Rates claims against hypotheses, or notes on it: one cell of the matrix, or many in one step.',
  args: z.strictObject({ cells: z.array(cellSchema).min(1).max(mostCells) }),
  decide({ cells }, { tables }) {
    checkTwice(cells)
    const events = cells.flatMap((cell) => cellEvent(tables, cell))
    const isNew = events.every(({ type }) => type === assessmentSet.type)
    return { label: labelOf(cells, isNew, tables), events }
  },
})

export const clearAssessments = defineCommand({
  type: 'assessment.clear',
  summary: 'Empties cells of the matrix: rating and note.',
  args: z.strictObject({ ids: z.array(idSchema).min(1).max(mostCells) }),
  decide({ ids }, { tables }) {
    const rows = allExisting(tables, 'assessments', ids)
    const [row] = rows
    return {
      label:
        rows.length === 1
          ? `clear the rating of ${pairWords(tables, row!)}`
          : `clear ${countOf(rows.length, 'rating')}`,
      events: rows.map(({ id }) => assessmentCleared.on(id, {})),
    }
  },
})

function cellEvent(tables: ReadTables, { id, hypothesisId, claimId, ...set }: Cell): NewEvent[] {
  existing(tables, 'hypotheses', hypothesisId)
  existing(tables, 'claims', claimId)
  const row = assessmentOf(tables, hypothesisId, claimId)
  if (row) {
    const changed = changedFields(row, set)
    return changed ? [assessmentChanged.on(row.id, { set: changed })] : []
  }
  unused(tables, 'assessments', id)
  return [assessmentSet.on(id, { hypothesisId, claimId, rating: set.rating ?? null, note: set.note ?? '' })]
}

function checkTwice(cells: readonly Cell[]): void {
  const pairs = new Set(cells.map(({ hypothesisId, claimId }) => `${hypothesisId} ${claimId}`))
  const ids = new Set(cells.map(({ id }) => id))
  if (pairs.size < cells.length) {
    reject('cell_twice', 'The same cell is given twice. Give each claim and hypothesis once.')
  }
  if (ids.size < cells.length) reject('id_taken', 'Two cells have the same id. Give each a new one.')
}

function labelOf(cells: readonly Cell[], isNew: boolean, tables: ReadTables): string {
  const [first] = cells
  const claims = new Set(cells.map(({ claimId }) => claimId))
  const isSame = cells.every(({ rating }) => rating === first!.rating)
  const isEmpty = cells.every(({ rating, note }) => !rating && !note)
  if (isEmpty && isNew) {
    const isOne = claims.size === 1
    return `take ${isOne ? claimWords(tables, first!.claimId) : countOf(claims.size, 'claim')} as evidence`
  }
  if (isEmpty && first!.rating === null) {
    return `clear ${cells.length === 1 ? `the rating of ${pairWords(tables, first!)}` : countOf(cells.length, 'rating')}`
  }
  if (cells.length === 1) {
    const verb = first!.rating === undefined ? 'note on' : 'rate'
    return `${verb} ${pairWords(tables, first!)}${first!.rating ? `: ${first!.rating}` : ''}`
  }
  const what =
    claims.size === 1
      ? `${claimWords(tables, first!.claimId)} against ${countOf(cells.length, 'hypothesis')}`
      : countOf(cells.length, 'cell')
  return `rate ${what}${isSame && first!.rating ? `: ${first!.rating}` : ''}`
}

function pairWords(tables: ReadTables, { hypothesisId, claimId }: Omit<Cell, 'id'>): string {
  const statement = tables.hypotheses.get(hypothesisId)?.statement ?? ''
  return `${claimWords(tables, claimId)} against “${short(statement, 32)}”`
}

function claimWords(tables: ReadTables, claimId: string): string {
  return `“${short(tables.claims.get(claimId)?.statement ?? '', 32)}”`
}
