import { gradeWords } from '../../../domain/brief/claim-words.ts'
import { columnsOfField, type FieldKey, fieldKeys, fieldOf, inOrder } from '../../../domain/claim/fields.ts'
import { quantityWords } from '../../../domain/claim/quantity.ts'
import type { ReadTables, RowOf } from '../../../domain/rows.ts'
import { type AnchorOf, anchorColumns } from './anchor-cells.ts'
import type { Cell, TableReader } from './table.ts'

/** Columns that say no field. */
const others = [
  'claim_id',
  'entered_at',
  'entered_by_id',
  'entered_by',
  'first_annotation_id',
  ...anchorColumns(),
  'entered_event',
]

/** As they have always stood; fields that came later follow at the end. */
const known = [
  'claim_id',
  'statement',
  'stance',
  'speaker_id',
  'speaker',
  'speaker_reliability',
  'via_ids',
  'via',
  'topic_id',
  'topic',
  'qualifier',
  'low',
  'high',
  'unit',
  'quantity',
  'place',
  'event_from',
  'event_to',
  'said_from',
  'said_to',
  'credibility',
  'confidence',
  'likelihood',
  'status',
  'note',
  'evidence_count',
  'evidence_lost',
  'evidence_ids',
  ...others.slice(1),
]

/** Headers of the table of claims. */
export const claimColumns: readonly string[] = inOrder(known, [
  ...others,
  ...fieldKeys.flatMap((key) => fieldOf(key).csv),
])

/** A claim under those headers. */
export function claimCells(claim: RowOf<'claims'>, reader: TableReader, anchorOf: AnchorOf): Cell[] {
  const { tables } = reader
  const first = claim.evidence.map((id) => tables.annotations.get(id)).find(Boolean)
  const cells = new Map<string, Cell>()
  const put = (headers: readonly string[], values: readonly Cell[]) => {
    for (const [place, header] of headers.entries()) cells.set(header, values[place]!)
  }
  put(others, [
    claim.id,
    claim.enteredAt,
    claim.enteredBy,
    tables.analysts.get(claim.enteredBy)?.name ?? '',
    first?.id ?? '',
    ...anchorOf(first),
    reader.entryOf('claims', claim),
  ])
  for (const key of fieldKeys) put(fieldOf(key).csv, fieldCells(key, claim, tables))
  return claimColumns.map((header) => cells.get(header) ?? null)
}

/** What a field says, as its kind has it: a cell for each of its headers. */
function fieldCells(key: FieldKey, claim: RowOf<'claims'>, tables: ReadTables): Cell[] {
  const field = fieldOf(key)
  const values = columnsOfField(key).map((column) => claim[column] as Cell)
  const [value] = values as [Cell]
  const list = values[0] as unknown as readonly string[]
  switch (field.kind) {
    case 'source': {
      const source = tables.sources.get(String(value))
      return [
        value,
        source?.name ?? '',
        source?.reliability ? gradeWords.reliability(source.reliability) : '',
      ]
    }
    case 'topic':
      return [value, tables.topics.get(String(value))?.question ?? '']
    case 'chain':
      return [joined(list), joined(list.map((id) => tables.sources.get(id)?.name ?? id))]
    case 'evidence':
      return [list.length, list.filter((id) => !tables.annotations.get(id)).length, joined(list)]
    case 'quantity':
      return [...values, quantityWords(claim, claim.unit)]
    case 'choice':
      if (!field.meanings) return values
      return [value === null ? '' : `${value}, ${field.meanings[value]}`]
    default:
      return values
  }
}

function joined(values: readonly string[]): string {
  return values.join('; ')
}
