import {
  type ChangeCounts,
  type ChangeKind,
  type ComparedTable,
  changeKinds,
  comparedTables,
} from '../../../contract/changes.ts'
import { number } from '../../format.ts'

/** What each table is called over its cards. */
export const tableTitles: Record<ComparedTable, string> = {
  claims: 'Claims',
  annotations: 'Spans',
  tags: 'Tags',
  sources: 'Sources',
  topics: 'Topics',
  relations: 'Relations',
  originLinks: 'Corrections of origin',
  hypotheses: 'Hypotheses',
  assessments: 'Ratings',
  findings: 'Verdicts on findings',
  articles: 'Articles',
  furniture: 'Furniture',
  briefs: 'Briefs',
}

/** The word before a card's name; none where only fields changed. */
export const kindWords: Record<ChangeKind, string> = {
  added: 'New',
  changed: '',
  moved: 'Moved',
  merged: 'Merged',
  withdrawn: 'Withdrawn',
  removed: 'Removed',
}

/** “+ 9 · 4 changed · 1 withdrawn”; empty when nothing of the table differs. */
export function countWords(counts: Readonly<Record<ChangeKind, number>>): string {
  return changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => (kind === 'added' ? `+ ${number(counts[kind])}` : `${number(counts[kind])} ${kind}`))
    .join(' · ')
}

/** The tables in which something differs, each with its counts in words. */
export function changedTables(counts: ChangeCounts): { table: ComparedTable; words: string }[] {
  return comparedTables
    .map((table) => ({ table, words: countWords(counts[table]) }))
    .filter(({ words }) => words !== '')
}

/** The heading over the cards of one kind: “Claims: new”, “Spans: moved”. */
export function groupTitle(table: ComparedTable, kind: ChangeKind): string {
  return `${tableTitles[table]}: ${(kindWords[kind] || 'changed').toLowerCase()}`
}
