import type { ClaimColumn } from '../../../../contract/claim-query.ts'
import { claimColumns } from '../../../../contract/claim-query.ts'
import { type FieldColumn, fieldKeys, fieldOf } from '../../../../domain/claim/fields.ts'

/** How a column looks and what may be done with it. */
export interface Column {
  id: ClaimColumn
  title: string
  /** Pixels at 100 % zoom. */
  width: number
  /** Shown until the analyst chooses otherwise. */
  shown: boolean
  /** True when Enter on its cells opens an editor. */
  editable: boolean
  /** Numbers are set to the right, so that their digits stand below each other. */
  numeric?: boolean
}

/** Columns that show a field are edited in their cells; the others follow from elsewhere. */
const known: Record<ClaimColumn, Omit<Column, 'id'>> = {
  ...(Object.fromEntries(
    fieldKeys
      .map(fieldOf)
      .flatMap(({ label, columns }) =>
        Object.entries(columns).map(([id, column]) => [id, { title: label, ...column, editable: true }]),
      ),
  ) as Record<FieldColumn, Omit<Column, 'id'>>),
  article: { title: 'Article', width: 210, shown: true, editable: false },
  evidence: { title: 'Evidence', width: 90, shown: false, editable: false, numeric: true },
  relations: { title: 'Relations', width: 90, shown: false, editable: false, numeric: true },
  warnings: { title: 'Warnings', width: 180, shown: false, editable: false },
  entered: { title: 'Entered', width: 130, shown: false, editable: false },
}

export const narrowestColumn = 60
export const widestColumn = 900

/** A column's place in the remembered layout: the order of the list is the order on the screen. */
export interface ColumnChoice {
  id: ClaimColumn
  width: number
  shown: boolean
}

export const defaultColumns: ColumnChoice[] = claimColumns.map((id) => ({
  id,
  width: known[id].width,
  shown: known[id].shown,
}))

/** The column with this id as it is by default. */
export function column(id: ClaimColumn): Column {
  return { id, ...known[id] }
}

/**
 * Every column in the remembered order, with the remembered width and choice. What an older layout does not know
 * comes last, as it is by default; what makes no sense is left out. The statement is always shown.
 */
export function arrangedColumns(remembered: unknown): ColumnChoice[] {
  const entries: unknown[] = Array.isArray(remembered) ? remembered : []
  const chosen = new Map<ClaimColumn, ColumnChoice>()
  for (const entry of entries) {
    const choice = readChoice(entry)
    if (choice && !chosen.has(choice.id)) chosen.set(choice.id, choice)
  }
  for (const choice of defaultColumns) if (!chosen.has(choice.id)) chosen.set(choice.id, choice)
  return [...chosen.values()].map((choice) =>
    choice.id === 'statement' ? { ...choice, shown: true } : choice,
  )
}

/** Puts a column where another one stands now. */
export function moveColumn(choices: ColumnChoice[], id: ClaimColumn, to: ClaimColumn): ColumnChoice[] {
  const from = choices.findIndex((choice) => choice.id === id)
  const target = choices.findIndex((choice) => choice.id === to)
  if (from < 0 || target < 0 || from === target) return choices
  const rest = choices.filter((choice) => choice.id !== id)
  rest.splice(target, 0, choices[from]!)
  return rest
}

/** Changes the width, kept between the narrowest and the widest, or whether the column is shown. */
export function changeColumn(
  choices: ColumnChoice[],
  id: ClaimColumn,
  change: Partial<ColumnChoice>,
): ColumnChoice[] {
  return choices.map((choice) =>
    choice.id === id ? { ...choice, ...change, width: fit(change.width ?? choice.width) } : choice,
  )
}

function readChoice(entry: unknown): ColumnChoice | null {
  if (entry === null || typeof entry !== 'object' || !('id' in entry)) return null
  const id = claimColumns.find((name) => name === entry.id)
  if (!id) return null
  const width = 'width' in entry && typeof entry.width === 'number' ? fit(entry.width) : known[id].width
  const shown = 'shown' in entry && typeof entry.shown === 'boolean' ? entry.shown : known[id].shown
  return { id, width, shown }
}

function fit(width: number): number {
  return Math.round(Math.max(narrowestColumn, Math.min(widestColumn, width)))
}
