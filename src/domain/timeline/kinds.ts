import type { TableName } from '../rows.ts'

/** What sort of edit an event is, for the colours of the timeline. The order is that of its legend. */
export const editKinds = ['articles', 'marks', 'claims', 'codebook', 'briefs', 'undo', 'other'] as const
export type EditKind = (typeof editKinds)[number]

/** The kind of an edit by its event's type and the table of its row; a row brought back is `undo`, whatever it is. */
export function kindOfEdit(type: string, table: TableName): EditKind {
  return type === 'row.reverted' || type === 'row.restored' ? 'undo' : kindOfTable[table]
}

const kindOfTable: Record<TableName, EditKind> = {
  analysts: 'other',
  articles: 'articles',
  furniture: 'articles',
  tags: 'codebook',
  sources: 'codebook',
  topics: 'codebook',
  annotations: 'marks',
  claims: 'claims',
  relations: 'claims',
  hypotheses: 'claims',
  assessments: 'claims',
  briefs: 'briefs',
  moments: 'other',
  rejectedSuggestions: 'marks',
  originLinks: 'claims',
  findings: 'claims',
}
