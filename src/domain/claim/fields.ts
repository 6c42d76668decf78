import { confidences, credibilities, credibilityWords, likelihoodBands, likelihoods } from '../grade.ts'
import type { ClaimField, FieldRow } from './field.ts'
import { claimStatuses, qualifiers, stances } from './row.ts'

/**
 * The fields of a claim as a person sees them, in the order in which one asks, one object a field. Commands, history,
 * undo, the table with its filters, groups, orders and editors, the form and CSV all take theirs from here, by the
 * field's kind; how to add one is told in ARCHITECTURE.md. A key is written into exports of changes: never renamed.
 */
export const fieldsOfClaim = {
  statement: {
    label: 'Statement',
    kind: 'prose',
    of: { statement: '' },
    columns: { statement: { width: 300, shown: true } },
    csv: ['statement'],
  },
  sourceId: {
    label: 'Speaker',
    kind: 'source',
    none: 'nobody named',
    of: { sourceId: null },
    columns: {
      source: { width: 150, shown: true },
      reliability: { title: 'Reliability', width: 190, shown: false },
    },
    filter: { axis: 'sourceIds' },
    group: 'source',
    ofMany: true,
    csv: ['speaker_id', 'speaker', 'speaker_reliability'],
  },
  via: {
    label: 'Via',
    kind: 'chain',
    of: { via: [] },
    columns: { via: { width: 140, shown: false } },
    csv: ['via_ids', 'via'],
  },
  topicId: {
    label: 'Topic',
    kind: 'topic',
    none: 'no topic',
    of: { topicId: null },
    columns: { topic: { width: 180, shown: true } },
    filter: { axis: 'topicIds' },
    group: 'topic',
    ofMany: true,
    csv: ['topic_id', 'topic'],
  },
  stance: {
    label: 'Stance',
    kind: 'choice',
    values: stances,
    of: { stance: 'asserts' },
    columns: { stance: { width: 125, shown: true } },
    filter: { axis: 'stances' },
    ofMany: true,
    csv: ['stance'],
  },
  quantity: {
    label: 'Quantity',
    kind: 'quantity',
    values: qualifiers,
    of: { qualifier: null, low: null, high: null, unit: '' },
    columns: {
      quantity: { width: 230, shown: true, numeric: true },
      unit: { title: 'Unit', width: 100, shown: false },
    },
    filter: { axis: 'qualifiers', title: 'Qualifier' },
    csv: ['qualifier', 'low', 'high', 'unit', 'quantity'],
  },
  place: {
    label: 'Place',
    kind: 'line',
    of: { place: '' },
    columns: { place: { width: 120, shown: false } },
    csv: ['place'],
  },
  happened: {
    label: 'Happened',
    isNoun: false,
    kind: 'days',
    example: '30–31 Oct 2024',
    of: { eventFrom: null, eventTo: null },
    columns: { event: { width: 130, shown: true } },
    filter: { axis: 'event' },
    csv: ['event_from', 'event_to'],
  },
  said: {
    label: 'Said',
    isNoun: false,
    kind: 'days',
    example: '31 Oct 2024',
    of: { statementFrom: null, statementTo: null },
    columns: { said: { width: 155, shown: true } },
    filter: { axis: 'said' },
    csv: ['said_from', 'said_to'],
  },
  credibility: {
    label: 'Credibility',
    kind: 'choice',
    values: credibilities,
    meanings: credibilityWords,
    none: 'not graded',
    of: { credibility: null },
    columns: { credibility: { width: 210, shown: true } },
    filter: { axis: 'credibilities' },
    ofMany: true,
    csv: ['credibility'],
  },
  confidence: {
    label: 'Confidence',
    kind: 'choice',
    values: confidences,
    none: 'not stated',
    of: { confidence: null },
    columns: { confidence: { width: 105, shown: false } },
    filter: { axis: 'confidences' },
    ofMany: true,
    csv: ['confidence'],
  },
  likelihood: {
    label: 'Likelihood',
    kind: 'choice',
    values: likelihoods,
    bands: likelihoodBands,
    none: 'not stated',
    of: { likelihood: null },
    columns: { likelihood: { width: 180, shown: false } },
    filter: { axis: 'likelihoods' },
    ofMany: true,
    csv: ['likelihood'],
  },
  status: {
    label: 'Status',
    kind: 'choice',
    values: claimStatuses,
    of: { status: 'open' },
    columns: { status: { width: 125, shown: true } },
    filter: { axis: 'statuses' },
    group: 'status',
    ofMany: true,
    csv: ['status'],
  },
  note: {
    label: 'Note',
    kind: 'prose',
    of: { note: '' },
    columns: {},
    csv: ['note'],
  },
  evidence: {
    label: 'Evidence',
    kind: 'evidence',
    of: { evidence: [] },
    columns: {},
    csv: ['evidence_count', 'evidence_lost', 'evidence_ids'],
  },
} as const satisfies Record<string, ClaimField>

type Entries = typeof fieldsOfClaim
type Entry = Entries[keyof Entries]
type KeyOf<T> = T extends unknown ? keyof T : never

export type FieldKey = keyof Entries
/** Fields that a person fills in. */
export type FormField = Exclude<FieldKey, 'evidence'>
/** What a person fills in of a claim. */
export type ClaimFields = Omit<FieldRow, 'evidence'>
/** Columns of the table of claims that show a field. */
export type FieldColumn = KeyOf<Entry['columns']>
export type FieldGroup = Extract<Entry, { group: string }>['group']
/** The parts of a query that narrow by a field: of days each is two, from and to. */
export type FieldAxis =
  Extract<Entry, { filter: object }> extends infer E
    ? E extends { kind: 'days'; filter: { axis: infer Axis extends string } }
      ? `${Axis}From` | `${Axis}To`
      : E extends { filter: { axis: infer Axis extends string } }
        ? Axis
        : never
    : never
type WordColumn = {
  [Column in keyof ClaimFields]: string extends ClaimFields[Column] ? Column : never
}[keyof ClaimFields]

/** A column of the row that no field stands for is a compile error here, by its name. */
export const columnsWithoutField: Record<Exclude<keyof FieldRow, KeyOf<Entry['of']>>, never> = {}

export const fieldKeys = Object.keys(fieldsOfClaim) as FieldKey[]
export const fieldColumns = fieldKeys.flatMap((key) =>
  Object.keys(fieldsOfClaim[key].columns),
) as FieldColumn[]
export const fieldGroups = fieldKeys.flatMap((key) => fieldOf(key).group ?? []) as FieldGroup[]
export const formFields = fieldKeys.filter((key): key is FormField => key !== 'evidence')

/** Columns that hold words: what somebody looks for in claims is looked for there. */
export const wordColumns = formFields
  .flatMap((key) => Object.entries(fieldsOfClaim[key].of))
  .flatMap(([column, empty]) => (empty === '' ? column : [])) as WordColumn[]

/** One field, of which no more is known than of any. */
export function fieldOf(key: FieldKey): ClaimField {
  return fieldsOfClaim[key]
}

/** The columns of a claim's row that a field stands for. */
export function columnsOfField<Key extends FieldKey>(key: Key): KeyOf<Entries[Key]['of']>[] {
  return Object.keys(fieldsOfClaim[key].of) as KeyOf<Entries[Key]['of']>[]
}

/** The field that a column of the row belongs to; undefined for those that nobody fills in. */
export function fieldOfColumn(column: string): ClaimField | undefined {
  const key = fieldKeys.find((key) => column in fieldsOfClaim[key].of)
  return key && fieldsOfClaim[key]
}

/** The field that a column of the table of claims shows; undefined for columns that say something else. */
export function fieldShownIn(column: string): FieldKey | undefined {
  return fieldKeys.find((key) => column in fieldsOfClaim[key].columns)
}

/** How a field is called within a sentence: “place”, but ““happened””. */
export function nounOf({ label, isNoun }: Pick<ClaimField, 'label' | 'isNoun'>): string {
  return isNoun !== false ? label.toLowerCase() : `“${label.toLowerCase()}”`
}

/** A claim of which nothing is known yet. */
export const emptyClaim: ClaimFields = Object.assign({}, ...formFields.map((key) => fieldsOfClaim[key].of))

/** Those that somebody is used to in the order in which they are, then those that came later. */
export function inOrder<T>(known: readonly T[], all: readonly T[]): T[] {
  return [...known.filter((one) => all.includes(one)), ...all.filter((one) => !known.includes(one))]
}
