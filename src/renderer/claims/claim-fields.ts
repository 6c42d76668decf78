import type { NamedClaim } from '../../contract/rows.ts'
import type { ClaimFields } from '../../domain/claim/empty-claim.ts'
import { quantityWords } from '../../domain/claim/quantity.ts'
import { claimFields } from '../../domain/claim/row.ts'
import { credibility, dateRange, likelihood } from '../format.ts'

export function fieldsOf(claim: NamedClaim): ClaimFields {
  return pick(claim, Object.keys(claimFields) as (keyof ClaimFields)[]) as ClaimFields
}

/** The fields as a person sees them: some are stored in several columns that only make sense together. */
export const formFields = {
  statement: { title: 'Statement', columns: ['statement'] },
  speaker: { title: 'Speaker', columns: ['sourceId'] },
  via: { title: 'Via', columns: ['via'] },
  topic: { title: 'Topic', columns: ['topicId'] },
  quantity: { title: 'Quantity', columns: ['qualifier', 'low', 'high', 'unit'] },
  stance: { title: 'Stance', columns: ['stance'] },
  place: { title: 'Place', columns: ['place'] },
  happened: { title: 'Happened', columns: ['eventFrom', 'eventTo'] },
  said: { title: 'Said', columns: ['statementFrom', 'statementTo'] },
  credibility: { title: 'Credibility', columns: ['credibility'] },
  confidence: { title: 'Confidence', columns: ['confidence'] },
  likelihood: { title: 'Likelihood', columns: ['likelihood'] },
  status: { title: 'Status', columns: ['status'] },
  note: { title: 'Note', columns: ['note'] },
} as const satisfies Record<string, { title: string; columns: readonly (keyof ClaimFields)[] }>
export type FormField = keyof typeof formFields
const allFields = Object.keys(formFields) as FormField[]

/** The form's fields whose values differ. */
export function changedFields(before: ClaimFields, after: ClaimFields): FormField[] {
  return allFields.filter((field) => !sameField(field, before, after))
}

/** The columns of the fields that differ, with their values after: what a command sets. */
export function changesBetween(before: ClaimFields, after: ClaimFields): Partial<ClaimFields> {
  return pick(after, changedFields(before, after).flatMap(columnsOf))
}

/** `onto` with one field's columns as they are in `from`. */
export function withField(onto: ClaimFields, field: FormField, from: ClaimFields): ClaimFields {
  return { ...onto, ...pick(from, columnsOf(field)) }
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
  const words = {
    statement: () => fields.statement,
    speaker: () => (fields.sourceId ? names.source(fields.sourceId) : 'nobody named'),
    via: () => fields.via.map(names.source).join(', '),
    topic: () => (fields.topicId ? names.topic(fields.topicId) : ''),
    quantity: () => quantityWords(fields, fields.unit),
    stance: () => fields.stance,
    place: () => fields.place,
    happened: () => dateRange(fields.eventFrom, fields.eventTo),
    said: () => dateRange(fields.statementFrom, fields.statementTo),
    credibility: () => credibility(fields.credibility),
    confidence: () => fields.confidence ?? 'not stated',
    likelihood: () => likelihood(fields.likelihood),
    status: () => fields.status,
    note: () => fields.note,
  } satisfies Record<FormField, () => string>
  return words[field]() || 'none'
}

function columnsOf(field: FormField): readonly (keyof ClaimFields)[] {
  return formFields[field].columns
}

function sameField(field: FormField, a: ClaimFields, b: ClaimFields): boolean {
  return columnsOf(field).every((column) => JSON.stringify(a[column]) === JSON.stringify(b[column]))
}

function pick<Row extends object, Key extends keyof Row>(row: Row, keys: readonly Key[]): Pick<Row, Key> {
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<Row, Key>
}
