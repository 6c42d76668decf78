import { comparisonTitles } from '../brief/comparison-titles.ts'
import type { BriefSection } from '../brief/row.ts'
import { type HistoryRow, type Names, nameOf } from '../history/names.ts'
import { periodWords } from '../plain-values/period-words.ts'
import type { RowOf } from '../rows.ts'

/** What a brief says of itself, as text with a line for each thing: by field, for those that hold more than a line. */
export const briefTexts: Readonly<Record<string, (row: HistoryRow, names: Names) => string>> = {
  scope: (row, names) => scopeLines(row.scope as Brief['scope'], names).join('\n'),
  sections: (row, names) =>
    (row.sections as BriefSection[]).map((section) => sectionText(section, names)).join('\n\n'),
  wording: (row, names) =>
    Object.entries(row.wording as Brief['wording'])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([claimId, sentence]) => `“${nameOf(names, 'claims', claimId)}”: ${sentence}`)
      .join('\n'),
}

type Brief = RowOf<'briefs'>

function scopeLines(scope: Brief['scope'], names: Names): string[] {
  const { statuses, stances, sourceIds, saidFrom, saidTo } = scope
  const speakers = sourceIds.map((id) => nameOf(names, 'sources', id))
  const said = saidFrom === null ? `until ${day(saidTo)}` : saidTo === null ? `from ${day(saidFrom)}` : ''
  const lines = [
    statuses.length > 0 ? `Status: ${statuses.join(', ')}` : '',
    stances.length > 0 ? `Stance: ${stances.join(', ')}` : '',
    speakers.length > 0 ? `Speakers: ${speakers.join(', ')}` : '',
    saidFrom === null && saidTo === null ? '' : `Said: ${said || periodWords(saidFrom, saidTo)}`,
  ].filter((line) => line !== '')
  return lines.length > 0 ? lines : ['Every claim']
}

function day(date: string | null): string {
  return periodWords(date, date)
}

function sectionText(section: BriefSection, names: Names): string {
  switch (section.kind) {
    case 'text':
      return [heading(section.heading), section.body].filter((part) => part !== '').join('\n')
    case 'topic':
      return [heading(`Topic: ${nameOf(names, 'topics', section.topicId)}`), section.body]
        .filter((part) => part !== '')
        .join('\n')
    case 'comparison':
      return [
        heading(`${comparisonTitles[section.comparison]}: ${nameOf(names, 'topics', section.topicId)}`),
        section.body,
      ]
        .filter((part) => part !== '')
        .join('\n')
    case 'other claims':
      return heading('Other claims')
    case 'contradictions':
      return heading('Contradictions')
    case 'sources':
      return heading('Sources')
  }
}

function heading(words: string): string {
  return words === '' ? '' : `§ ${words}`
}
