import { sameValue } from '../decide.ts'
import { changedFields, columnsOf, type FieldChange, fieldsOf } from '../history/fields.ts'
import type { ItemStep } from '../history/item.ts'
import { type HistoryRow, type Names, nameOf, rowName } from '../history/names.ts'
import { shortened } from '../history/sentence-part.ts'
import { briefTexts } from './brief-texts.ts'
import { type ChangeKind, type ComparedTable, changeKind, type RowDifference } from './difference.ts'
import { type LineChange, lineChanges } from './lines.ts'
import { movedSpan, type StripPart } from './moved-span.ts'

/** An event between two moments. */
export interface ChangeEvent {
  seq: number
  /** UTC, ISO 8601. */
  at: string
  /** The analyst's id. */
  by: string
}

/** A field that differs, with the event between the moments that set it last. */
export interface ChangedField extends FieldChange, ChangeEvent {
  /** The row's columns that the field stands for: what a restoring command names. */
  columns: string[]
  /** Values of several lines, line by line; null for others. */
  lines: LineChange[] | null
}

/** Where a span lies. UTF-16 code units of the article's text, half-open. */
export interface SpanPlace {
  articleId: string
  articleTitle: string
  start: number
  end: number
  /** The words; empty when the text is not at hand. */
  quote: string
}

/** A row that differs between two moments, in words. */
export interface RowChange {
  table: ComparedTable
  id: string
  kind: ChangeKind
  /** What it is called after; before, where it is gone. */
  name: string
  /** Old beside new; all that a row says when it came or went. */
  fields: ChangedField[]
  /** For `merged`: the row that stands for it now. */
  into: { id: string; name: string } | null
  /** For annotations and furniture: where the span lay and lies; `strip` shows a moved one on the text. */
  span: { before: SpanPlace | null; after: SpanPlace | null; strip: StripPart[] } | null
  /** Its events between the moments, oldest first: at most the last hundred. */
  events: number[]
  eventCount: number
  last: ChangeEvent
}

/** What telling asks for beside the rows. */
export interface Telling {
  names: Names
  /** The canonical text of an article, by its id; undefined for one that nobody can read any more. */
  textOf(articleId: string): string | undefined
}

const mostEvents = 100

/**
 * A difference in words: each field old beside new, who set it last and by which event, spans on their text.
 *
 * @param steps the row's events between the two moments, oldest first; at least one
 */
export function tellDifference(
  difference: RowDifference,
  steps: readonly ItemStep[],
  telling: Telling,
): RowChange {
  const { table, id, before, after } = difference
  const kind = changeKind(difference)
  const { names } = telling
  const row = (after ?? before)!
  const last = steps.at(-1)!
  return {
    table,
    id,
    kind,
    name: nameOfRow(table, row, telling),
    fields: fieldChanges(difference, names).map((field) => fieldOf(table, field, steps)),
    into:
      kind === 'merged'
        ? { id: String(row.mergedInto), name: nameOf(names, table, String(row.mergedInto)) }
        : null,
    span: spanOf(difference, telling),
    events: steps.slice(-mostEvents).map(({ seq }) => seq),
    eventCount: steps.length,
    last: eventOf(last),
  }
}

function fieldChanges({ table, before, after }: RowDifference, names: Names): FieldChange[] {
  const spoken = (row: HistoryRow) => fieldsOf(table, row, names)
  const changes =
    before && after
      ? changedFields(table, before, after, names)
      : before
        ? spoken(before).map(({ key, label, value }) => ({ key, label, before: value, after: '' }))
        : spoken(after!).map(({ key, label, value }) => ({ key, label, before: '', after: value }))
  if (table !== 'briefs') return changes
  return changes
    .map((change) => {
      const say = briefTexts[change.key]
      if (!say) return change
      return { ...change, before: before ? say(before, names) : '', after: after ? say(after, names) : '' }
    })
    .filter((change) => change.before !== '' || change.after !== '')
}

function fieldOf(table: ComparedTable, field: FieldChange, steps: readonly ItemStep[]): ChangedField {
  const columns = columnsOf(table, field.key)
  const several = /[\r\n]/.test(field.before) || /[\r\n]/.test(field.after)
  return {
    ...field,
    columns,
    lines: several ? lineChanges(field.before, field.after) : null,
    ...eventOf(steps.findLast((step) => sets(step, columns)) ?? steps.at(-1)!),
  }
}

function sets({ before, after }: ItemStep, columns: readonly string[]): boolean {
  if (!before || !after) return before !== after
  return columns.some((column) => !sameValue(before[column], after[column]))
}

function spanOf({ table, before, after, columns }: RowDifference, telling: Telling): RowChange['span'] {
  if (table !== 'annotations' && table !== 'furniture') return null
  const place = (row: HistoryRow | undefined): SpanPlace | null => {
    if (!row) return null
    const [articleId, start, end] = [String(row.articleId), Number(row.start), Number(row.end)]
    const articleTitle = nameOf(telling.names, 'articles', articleId)
    return { articleId, articleTitle, start, end, quote: wordsOf(row, telling) }
  }
  const was = place(before)
  const is = place(after)
  const moved = columns.includes('start') || columns.includes('end')
  const text = was && is && moved && was.articleId === is.articleId ? telling.textOf(is.articleId) : undefined
  return { before: was, after: is, strip: text === undefined ? [] : movedSpan(text, was!, is!) }
}

/** Furniture has no words of its own: it is called by those it hides. */
function nameOfRow(table: ComparedTable, row: HistoryRow, telling: Telling): string {
  if (table === 'assessments') {
    const { names } = telling
    const claim = shortened(nameOf(names, 'claims', String(row.claimId)), 60)
    return `${claim} against ${shortened(nameOf(names, 'hypotheses', String(row.hypothesisId)), 60)}`
  }
  if (table !== 'furniture') return rowName(table, row)
  const words = wordsOf(row, telling)
  return words === '' ? rowName(table, row) : rowName('annotations', { quote: words })
}

function wordsOf(row: HistoryRow, { textOf }: Telling): string {
  if (typeof row.quote === 'string') return row.quote
  return textOf(String(row.articleId))?.slice(Number(row.start), Number(row.end)) ?? ''
}

function eventOf({ seq, at, by }: ItemStep): ChangeEvent {
  return { seq, at, by }
}
