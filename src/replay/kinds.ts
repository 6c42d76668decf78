import type { TableName } from '../domain/rows.ts'

/** What an edit is about, as the timeline's lanes have it, from top to bottom. */
export const kinds = [
  { label: 'Articles', colour: '--tag-blue', tables: ['articles', 'furniture'] },
  { label: 'Spans', colour: '--tag-gold', tables: ['annotations', 'rejectedSuggestions'] },
  {
    label: 'Claims',
    colour: '--tag-vermilion',
    tables: ['claims', 'relations', 'originLinks', 'findings', 'hypotheses', 'assessments'],
  },
  { label: 'Codebook', colour: '--tag-green', tables: ['tags', 'sources', 'topics'] },
  { label: 'Other', colour: '--tag-grey', tables: ['briefs', 'moments', 'analysts'] },
] as const satisfies readonly { label: string; colour: string; tables: readonly TableName[] }[]

/** The lane of a table. */
export function laneOf(table: TableName): number {
  return kinds.findIndex(({ tables }) => (tables as readonly TableName[]).includes(table))
}
