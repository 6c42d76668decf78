import type { ComparedSource } from '../compared-claim.ts'
import { shortPeriod } from '../drawing/axis-time.ts'
import type { ChartTable } from '../drawing/chart.ts'
import { numberWords } from '../terms/number-words.ts'
import { gradeWords, sourceMap, speakerWords } from './mark-words.ts'
import { spreadRows } from './rows.ts'
import type { SpreadGroup } from './spread.ts'

/** A group's figures as rows of words, in the order in which they were said. */
export function spreadTable(group: SpreadGroup, sources: readonly ComparedSource[]): ChartTable {
  const names = sourceMap(sources)
  const converted = group.marks.some((mark) => mark.converted)
  return {
    columns: [
      'Source',
      'Said',
      'Happened',
      'Stance',
      'Figure',
      ...(converted ? [`From, ${group.name}`, `To, ${group.name}`] : ['From', 'To']),
      'Grade',
      'Origin',
      'Status',
    ],
    rows: spreadRows(group, sources, { rows: 'claim', order: 'said' }).map(({ marks: [mark] }) => {
      const source = mark.sourceId === null ? null : (names.get(mark.sourceId) ?? null)
      return {
        cells: [
          speakerWords(source),
          shortPeriod(mark.saidFrom, mark.saidTo),
          shortPeriod(mark.eventFrom, mark.eventTo),
          mark.stance,
          mark.words,
          mark.low === null ? 'open' : numberWords(mark.low),
          mark.high === null ? 'open' : numberWords(mark.high),
          gradeWords(source, mark.credibility),
          mark.origin === null ? '' : String(mark.origin),
          mark.status,
        ],
        claimIds: [mark.claimId],
      }
    }),
  }
}
