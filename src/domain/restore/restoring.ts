import { briefTexts } from '../changes/brief-texts.ts'
import { type LineChange, lineChanges } from '../changes/lines.ts'
import { sameValue } from '../decide.ts'
import { changedFields, columnsOf, type FieldChange } from '../history/fields.ts'
import type { ItemStep } from '../history/item.ts'
import { type HistoryRow, type Names, rowName } from '../history/names.ts'
import { recordTables, type TableName } from '../rows.ts'

/** An edit that was made after the moment from which something is wanted back. */
export interface LaterEdit {
  seq: number
  /** UTC, ISO 8601. */
  at: string
  /** The analyst's id. */
  by: string
  /** In words; empty when there was none. */
  before: string
  after: string
}

/** A field that is not now what it was then. */
export interface RestorableField {
  key: string
  label: string
  /** The row's columns that make up the field: what `history.restore` is given. */
  columns: string[]
  was: string
  now: string
  /** For values of several lines: how what is now becomes what was, line by line; null for others. */
  lines: LineChange[] | null
  /** Every later edit of the field, oldest first: restoring takes back what they did. */
  later: LaterEdit[]
}

/** One row at a moment beside what it is now. */
export interface Restorable {
  stream: string
  table: TableName
  name: string
  /**
   * `changed`: fields differ; `same`: none does; `gone`: it was there then and is not now, so that it comes back
   * whole; `not yet`: it was not there then.
   */
  state: 'changed' | 'same' | 'gone' | 'not yet'
  fields: RestorableField[]
  /** For `gone`: the event that took it away. */
  removedBy: Pick<LaterEdit, 'seq' | 'at' | 'by'> | null
}

export interface RestorePreview {
  /** The head that this was read at: what a restoring command gives as `expectedSeq`. */
  head: number
  items: Restorable[]
}

/**
 * What restoring a row from the moment after event `asOf` would change, and whose later work stands there.
 *
 * @param steps all of the row's events, oldest first; at least one
 */
export function restorable(
  stream: string,
  table: TableName,
  steps: readonly ItemStep[],
  asOf: number,
  names: Names,
): Restorable {
  const then = steps.findLast(({ seq }) => seq <= asOf)?.after
  const later = steps.filter(({ seq }) => seq > asOf)
  const last = steps.at(-1)
  const now = last?.after
  const known = now ?? then ?? lastState(steps)
  const item = {
    stream,
    table,
    name: known ? rowName(table, known) : `a ${recordTables[table].noun}`,
    fields: [],
    removedBy: null,
  }
  if (!then) return { ...item, state: 'not yet' }
  if (!now) {
    const { seq, at, by } = last!
    return { ...item, state: 'gone', removedBy: { seq, at, by } }
  }
  const fields = changedFields(table, then, now, names).map((change) =>
    field(table, change, then, now, later, names),
  )
  return { ...item, state: fields.length > 0 ? 'changed' : 'same', fields }
}

function field(
  table: TableName,
  { key, label, before, after }: FieldChange,
  then: HistoryRow,
  now: HistoryRow,
  later: readonly ItemStep[],
  names: Names,
): RestorableField {
  const columns = columnsOf(table, key).filter(
    (column) => column in then && !sameValue(then[column], now[column]),
  )
  const edits: LaterEdit[] = []
  let standing = then
  for (const { seq, at, by, after: is } of later) {
    // A row that went and came back is compared with what it was when it went.
    if (!is) continue
    const edit = changedFields(table, standing, is, names).find((change) => change.key === key)
    if (edit) edits.push({ seq, at, by, before: edit.before, after: edit.after })
    standing = is
  }
  const [old, present] = fullWords(table, key, then, now, names) ?? [before, after]
  const several = /[\r\n]/.test(old) || /[\r\n]/.test(present)
  const lines = several ? lineChanges(present, old) : null
  return { key, label, columns, was: old, now: present, lines, later: edits }
}

/** A brief's sections are texts, of which history tells only how many they are. */
function fullWords(
  table: TableName,
  key: string,
  then: HistoryRow,
  now: HistoryRow,
  names: Names,
): [then: string, now: string] | null {
  const say = table === 'briefs' ? briefTexts[key] : undefined
  return say ? [say(then, names), say(now, names)] : null
}

function lastState(steps: readonly ItemStep[]): HistoryRow | undefined {
  return steps.findLast(({ after }) => after)?.after
}
