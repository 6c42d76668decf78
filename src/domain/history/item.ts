import type { TableName } from '../rows.ts'
import { changedFields, type Field, fieldsOf } from './fields.ts'
import { type HistoryRow, type Names, rowName } from './names.ts'

/** One event of a row with the row's states around it. */
export interface ItemStep {
  seq: number
  /** UTC, ISO 8601. */
  at: string
  /** The analyst's id. */
  by: string
  before: HistoryRow | undefined
  after: HistoryRow | undefined
}

export interface ItemField extends Field {
  /** Who gave the field its present value, when, by which event. */
  seq: number
  at: string
  by: string
}

export interface ItemHistory {
  name: string
  /** False when the row is gone; the fields are then its last ones. */
  present: boolean
  /** The row as it is, or was last. */
  row: HistoryRow
  fields: ItemField[]
}

/** A row as its events left it, each field with the event that set it last. `steps` are all of its events, oldest first. */
export function itemHistory(table: TableName, steps: readonly ItemStep[], names: Names): ItemHistory | null {
  const setBy = new Map<string, ItemStep>()
  let row: HistoryRow | undefined
  for (const step of steps) {
    if (step.after) {
      const changed = step.before
        ? changedFields(table, step.before, step.after, names)
        : fieldsOf(table, step.after, names)
      for (const { key } of changed) setBy.set(key, step)
    }
    row = step.after ?? row
  }
  const last = steps.at(-1)
  if (!row || !last) return null
  const fields = fieldsOf(table, row, names).map((field) => {
    const { seq, at, by } = setBy.get(field.key) ?? last
    return { ...field, seq, at, by }
  })
  return { name: rowName(table, row), present: last.after !== undefined, row, fields }
}
