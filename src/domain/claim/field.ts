import type { RowOf } from '../rows.ts'

/** What a field is. What a room needs to know beyond this it knows by the field's kind. */
export type ClaimField = FieldBase &
  (
    | { kind: 'prose' | 'line' | 'chain' | 'days' | 'evidence' }
    | { kind: 'source' | 'topic'; none: string }
    | { kind: 'quantity'; values: readonly string[] }
    | ChoiceKind
  )

export type ChoiceField = FieldBase & ChoiceKind

interface ChoiceKind {
  kind: 'choice'
  values: readonly (string | number)[]
  /** What stands for no value, where there may be none. */
  none?: string
  /** Words beside each value, which is a grade. */
  meanings?: Readonly<Record<string, string>>
  /** The band of percent beside each value. */
  bands?: Readonly<Record<string, readonly [number, number]>>
}

interface FieldBase {
  /** What a person calls it, everywhere. */
  label: string
  /** False where the label cannot be used as a noun: in a sentence it then stands in quotation marks. */
  isNoun?: false
  /** Its columns in the row of a claim, with what they hold while nothing is known. They change, and are restored, together. */
  of: { readonly [Column in keyof FieldRow]?: Frozen<FieldRow[Column]> }
  /** Its columns in the table of claims, by the name under which layouts and queries know them: never renamed. */
  columns: Readonly<Record<string, TableColumn>>
  /** The part of a query that narrows by it; of a field with several columns by its first. */
  filter?: { axis: string; title?: string }
  /** Claims can be grouped by it, under this name. */
  group?: string
  /** It can be set for many claims at once. */
  ofMany?: true
  example?: string
  /** Headers of its columns in CSV: never renamed. */
  csv: readonly string[]
}

interface TableColumn {
  /** The field's label unless given. */
  title?: string
  /** Pixels at 100 % zoom, until the analyst chooses otherwise; likewise `shown`. */
  width: number
  shown: boolean
  /** Numbers are set to the right, so that their digits stand below each other. */
  numeric?: true
}

/** What of a claim's row somebody fills in or attaches. */
export type FieldRow = Omit<RowOf<'claims'>, 'id' | 'enteredAt' | 'enteredBy'>
type Frozen<Value> = Value extends readonly (infer One)[] ? readonly One[] : Value

export type FieldKind = ClaimField['kind']
