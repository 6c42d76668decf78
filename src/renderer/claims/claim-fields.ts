import type { NamedClaim } from '../../contract/rows.ts'
import {
  type ClaimFields,
  columnsOfField,
  emptyClaim,
  type FormField,
  fieldOf,
  formFields,
} from '../../domain/claim/fields.ts'
import { quantityWords } from '../../domain/claim/quantity.ts'
import { dateRange } from '../format.ts'
import { choiceWords } from './choices.ts'

export function fieldsOf(claim: NamedClaim): ClaimFields {
  return pick(claim, Object.keys(emptyClaim) as (keyof ClaimFields)[]) as ClaimFields
}

/** The form's fields whose values differ. */
export function changedFields(before: ClaimFields, after: ClaimFields): FormField[] {
  return formFields.filter((field) => !sameField(field, before, after))
}

/** The columns of the fields that differ, with their values after: what a command sets. */
export function changesBetween(before: ClaimFields, after: ClaimFields): Partial<ClaimFields> {
  return pick(after, changedFields(before, after).flatMap(columnsOfField))
}

/** `onto` with one field's columns as they are in `from`. */
export function withField(onto: ClaimFields, field: FormField, from: ClaimFields): ClaimFields {
  return { ...onto, ...pick(from, columnsOfField(field)) }
}

export interface Rebased {
  /** Mine, with what only they changed taken over. */
  fields: ClaimFields
  /** Changed by both, differently: somebody has to choose. */
  conflicts: FormField[]
}

/** Brings what was typed in a form that was opened at `base` onto a claim that was changed meanwhile. */
export function rebase(base: ClaimFields, mine: ClaimFields, theirs: ClaimFields): Rebased {
  const changedByThem = changedFields(base, theirs)
  const conflicts = changedByThem.filter(
    (field) => !sameField(field, base, mine) && !sameField(field, mine, theirs),
  )
  const fields = changedByThem
    .filter((field) => sameField(field, base, mine))
    .reduce((onto, field) => withField(onto, field, theirs), mine)
  return { fields, conflicts }
}

/** A field's value in words. */
export function fieldWords(
  field: FormField,
  fields: ClaimFields,
  names: { source: (id: string) => string; topic: (id: string) => string },
): string {
  const shape = fieldOf(field)
  const [column, other] = columnsOfField(field) as [keyof ClaimFields, keyof ClaimFields]
  const value = fields[column] as string | null
  switch (shape.kind) {
    case 'source':
      return value ? names.source(value) : shape.none
    case 'topic':
      return value ? names.topic(value) : shape.none
    case 'chain':
      return (fields[column] as string[]).map(names.source).join(', ') || 'none'
    case 'quantity':
      return quantityWords(fields, fields.unit) || 'none'
    case 'choice':
      return choiceWords(shape, value) || (shape.none ?? 'none')
    case 'days':
      return dateRange(value, fields[other] as string | null) || 'none'
    default:
      return value || 'none'
  }
}

function sameField(field: FormField, a: ClaimFields, b: ClaimFields): boolean {
  return columnsOfField(field).every((column) => JSON.stringify(a[column]) === JSON.stringify(b[column]))
}

function pick<Row extends object, Key extends keyof Row>(row: Row, keys: readonly Key[]): Pick<Row, Key> {
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<Row, Key>
}
