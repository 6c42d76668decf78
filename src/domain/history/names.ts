import { type RowOf, recordTables, type TableName } from '../rows.ts'
import { shortened } from './sentence-part.ts'

/** A row as History sees it: any table's, as plain fields. */
export type HistoryRow = Readonly<Record<string, unknown>>

/** What History asks for beside the event and its row. */
export interface Names {
  /**
   * Any version of the row, the present one if it is still there, else the last one; undefined when the id was never
   * used. It only lends its name to the sentence.
   */
  row(table: TableName, id: string): HistoryRow | undefined
  /** The label of an earlier command; undefined when the log has none of that id. */
  label(commandId: string): string | undefined
}

/** What a person calls the row: a title, a name, its words. */
export function rowName(table: TableName, row: HistoryRow): string {
  const name = namers[table](row as never)
  return name.trim() === '' ? `${aNoun(table)} without words` : shortened(name, 90)
}

/** The name of another row by its id, or words for one that nobody can name any more. */
export function nameOf(names: Names, table: TableName, id: string): string {
  const row = names.row(table, id)
  return row ? rowName(table, row) : `${aNoun(table)} that is gone`
}

/** “a claim”, “an article”. */
export function aNoun(table: TableName): string {
  const { noun } = recordTables[table]
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

const namers: { [Name in TableName]: (row: RowOf<Name>) => string } = {
  analysts: ({ name }) => name,
  articles: ({ title }) => title,
  furniture: ({ kind }) => kind,
  tags: ({ name }) => name,
  sources: ({ name }) => name,
  topics: ({ question }) => question,
  annotations: ({ quote }) => quote,
  claims: ({ statement }) => statement,
  relations: ({ kind }) => kind,
  briefs: ({ name }) => name,
  moments: ({ name }) => name,
  rejectedSuggestions: ({ quote }) => quote,
  originLinks: ({ verdict }) => verdict,
  hypotheses: ({ statement }) => statement,
  assessments: ({ rating }) => rating ?? 'not rated yet',
  findings: ({ kind, verdict }) => `${kind}, ${verdict}`,
}
