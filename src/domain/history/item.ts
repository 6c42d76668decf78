import type { TableName } from '../rows.ts'
import { changedFields, fieldsOf } from './fields.ts'
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

/** A value that a field got: by whom, when, by which event. */
export interface FieldSetting {
  /** In words; empty when it was emptied. */
  value: string
  seq: number
  at: string
  by: string
}

/** A field with who gave it its present value. */
export interface ItemField extends FieldSetting {
  key: string
  /** “credibility”, “happened”. */
  label: string
  /** The values it had before, newest first; at most the last fifty. */
  earlier: FieldSetting[]
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
  const settings = new Map<string, FieldSetting[]>()
  let row: HistoryRow | undefined
  for (const { seq, at, by, after } of steps) {
    if (!after) continue
    // A row that went and came back keeps who had set what it still says.
    const set = row
      ? changedFields(table, row, after, names).map(({ key, after: value }) => ({ key, value }))
      : fieldsOf(table, after, names, { empty: true })
    for (const { key, value } of set) {
      const values = settings.get(key) ?? []
      settings.set(key, [{ value, seq, at, by }, ...values].slice(0, mostEarlier + 1))
    }
    row = after
  }
  const last = steps.at(-1)
  if (!row || !last) return null
  const fields = fieldsOf(table, row, names, { empty: true }).flatMap(
    ({ key, label, value }): ItemField[] => {
      const [now, ...earlier] = settings.get(key) ?? []
      // A field that nobody ever filled says nothing.
      const isSilent = value === '' && earlier.every((setting) => setting.value === '')
      return now && !isSilent ? [{ key, label, ...now, value, earlier }] : []
    },
  )
  return { name: rowName(table, row), present: last.after !== undefined, row, fields }
}

const mostEarlier = 50
