import { columnsOfField, type FieldKey, fieldKeys, fieldOf } from '../claim/fields.ts'
import { type Quantity, quantityWords } from '../claim/quantity.ts'
import { sameValue } from '../decide.ts'
import { reliabilityWords } from '../grade.ts'
import { periodWords } from '../plain-values/period-words.ts'
import type { TableName } from '../rows.ts'
import { type HistoryRow, type Names, nameOf } from './names.ts'
import { shortened } from './sentence-part.ts'

/** A field of a row in words; several columns that mean one thing together are one field. */
export interface Field {
  key: string
  /** “credibility”, “happened”. */
  label: string
  /** Empty when there is none. */
  value: string
}

export interface FieldChange {
  key: string
  label: string
  /** In words; empty when there was none. */
  before: string
  after: string
}

/** The fields that differ between two states of one row, in the order in which they are shown. */
export function changedFields(
  table: TableName,
  before: HistoryRow,
  after: HistoryRow,
  names: Names,
): FieldChange[] {
  return shapesOf(table)
    .filter(({ columns }) => columns.some((column) => !sameValue(before[column], after[column])))
    .map(({ key, label, say }) => ({ key, label, before: say(before, names), after: say(after, names) }))
}

/** Every field of the row that says something; with `empty` also those that say nothing. */
export function fieldsOf(table: TableName, row: HistoryRow, names: Names, { empty = false } = {}): Field[] {
  return shapesOf(table)
    .map(({ key, label, say }) => ({ key, label, value: say(row, names) }))
    .filter(({ value }) => empty || value !== '')
}

/** The row's columns that a field stands for: all of them change, and are restored, together. */
export function columnsOf(table: TableName, key: string): string[] {
  return shapesOf(table).find((shape) => shape.key === key)?.columns ?? []
}

interface FieldShape {
  key: string
  label: string
  columns: string[]
  say(row: HistoryRow, names: Names): string
}

function shapesOf(table: TableName): FieldShape[] {
  return shapes[table]
}

function plain(key: string, label = key): FieldShape {
  return { key, label, columns: [key], say: (row) => words(row[key]) }
}

function one(key: string, label: string, table: TableName): FieldShape {
  const say = (row: HistoryRow, names: Names) => {
    const id = row[key]
    return typeof id === 'string' ? nameOf(names, table, id) : ''
  }
  return { key, label, columns: [key], say }
}

function many(key: string, label: string, table: TableName): FieldShape {
  const say = (row: HistoryRow, names: Names) => {
    const ids = Array.isArray(row[key]) ? row[key] : []
    return ids.map((id) => shortened(nameOf(names, table, String(id)), 60)).join(', ')
  }
  return { key, label, columns: [key], say }
}

function graded(key: string, label: string, meaning: Readonly<Record<string, string>>): FieldShape {
  const say = (row: HistoryRow) => {
    const grade = row[key]
    return grade === null || grade === undefined ? '' : `${grade} ${meaning[String(grade)] ?? ''}`.trim()
  }
  return { key, label, columns: [key], say }
}

function period(key: string, label: string, from: string, to: string): FieldShape {
  const day = (value: unknown) => (typeof value === 'string' ? value : null)
  return { key, label, columns: [from, to], say: (row) => periodWords(day(row[from]), day(row[to])) }
}

function listed(key: string, label: string, noun: string): FieldShape {
  const say = (row: HistoryRow) => {
    const value = row[key]
    const size = Array.isArray(value) ? value.length : Object.keys((value as object | null) ?? {}).length
    return `${size} ${noun}${size === 1 ? '' : 's'}`
  }
  return { key, label, columns: [key], say }
}

const span: FieldShape = {
  key: 'span',
  label: 'words',
  columns: ['start', 'end', 'quote', 'prefix', 'suffix'],
  say: (row) => (typeof row.quote === 'string' ? row.quote : `${row.start}–${row.end}`),
}

/** A field of a claim is told by what kind of field it is. */
function claimShape(key: FieldKey): FieldShape {
  const field = fieldOf(key)
  const columns = columnsOfField(key)
  const [column] = columns as [string]
  return { ...shape(), key, columns }

  function shape(): FieldShape {
    const label = field.label.toLowerCase()
    switch (field.kind) {
      case 'prose':
      case 'line':
        return plain(column, label)
      case 'choice':
        return field.meanings ? graded(column, label, field.meanings) : plain(column, label)
      case 'source':
        return one(column, label, 'sources')
      case 'topic':
        return one(column, label, 'topics')
      case 'chain':
        return many(column, label, 'sources')
      case 'evidence':
        return many(column, label, 'annotations')
      case 'days':
        return period(key, label, column, columns[1]!)
      case 'quantity':
        return {
          ...plain(column, label),
          say: (row) => quantityWords(row as unknown as Quantity, words(row.unit)),
        }
    }
  }
}

const merged = (table: TableName) => [plain('retired'), one('mergedInto', 'merged into', table)]

const shapes: Record<TableName, FieldShape[]> = {
  analysts: [plain('name'), plain('initials'), plain('colour')],
  articles: [
    plain('title'),
    plain('publisher'),
    plain('author'),
    period('published', 'published', 'publishedDate', 'publishedDate'),
    plain('url', 'web address'),
    plain('language'),
    plain('status'),
  ],
  furniture: [one('articleId', 'article', 'articles'), plain('kind'), span],
  tags: [
    plain('name'),
    plain('colour'),
    plain('line'),
    plain('description'),
    one('parentId', 'under', 'tags'),
    plain('hotkey'),
    ...merged('tags'),
  ],
  sources: [
    plain('name'),
    plain('kind'),
    { ...plain('aliases', 'other names'), say: (row) => (row.aliases as string[]).join(', ') },
    graded('reliability', 'reliability', reliabilityWords),
    plain('note'),
    ...merged('sources'),
  ],
  topics: [plain('question'), plain('description'), ...merged('topics')],
  annotations: [span, many('tagIds', 'tags', 'tags'), plain('note'), one('articleId', 'article', 'articles')],
  claims: fieldKeys.map(claimShape),
  relations: [one('fromId', 'from', 'claims'), plain('kind'), one('toId', 'to', 'claims'), plain('note')],
  briefs: [
    plain('name'),
    plain('title'),
    { ...plain('scope'), say: (row) => scopeWords(row.scope) },
    listed('sections', 'sections', 'section'),
    listed('wording', 'own wording', 'sentence'),
  ],
  moments: [plain('name'), plain('note'), plain('seq', 'event')],
  rejectedSuggestions: [span, one('articleId', 'article', 'articles')],
  findings: [
    one('aId', 'one claim', 'claims'),
    one('bId', 'other claim', 'claims'),
    plain('kind'),
    plain('verdict'),
    plain('note'),
  ],
  originLinks: [
    one('oneId', 'one claim', 'claims'),
    one('otherId', 'other claim', 'claims'),
    plain('verdict'),
    plain('note'),
  ],
  hypotheses: [
    plain('statement'),
    one('topicId', 'topic', 'topics'),
    plain('likelihood'),
    plain('confidence'),
    plain('note'),
    plain('retired', 'set aside'),
    plain('order', 'place'),
  ],
  assessments: [
    one('claimId', 'evidence', 'claims'),
    one('hypothesisId', 'hypothesis', 'hypotheses'),
    plain('rating'),
    plain('note'),
  ],
}

function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

function scopeWords(scope: unknown): string {
  const limits = Object.values((scope ?? {}) as object).filter((limit) =>
    Array.isArray(limit) ? limit.length > 0 : limit !== null,
  )
  return limits.length === 0 ? 'every claim' : `${limits.length} limit${limits.length === 1 ? '' : 's'}`
}
