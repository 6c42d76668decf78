import type { ComparedSource } from '../compared-claim.ts'
import { shortPeriod } from '../drawing/axis-time.ts'
import type { ChartTable } from '../drawing/chart.ts'
import { sourceMap, speakerWords } from '../spread/mark-words.ts'
import type { Chronology, ChronologyClaim, ChronologyView } from './chronology.ts'
import { datedItems } from './places.ts'

/** The items as rows of words, by the time asked for; those without it last. */
export function chronologyTable(chronology: Chronology, by: ChronologyView['by']): ChartTable {
  const sources = sourceMap(chronology.sources)
  const { dated, undated } = datedItems(chronology, by)
  return {
    columns: ['What', 'Who', 'Happened', 'Said or published', 'Entered (UTC)', 'Stance', 'Words'],
    rows: [...dated.map(({ item }) => item), ...undated].map((item) => ({
      cells: [
        item.kind,
        item.kind === 'claim' ? speakerWords(speakerOf(item, sources)) : item.publisher,
        item.kind === 'claim' ? shortPeriod(item.event?.from ?? null, item.event?.to ?? null) : '',
        shortPeriod(item.said?.from ?? null, item.said?.to ?? null),
        `${item.enteredAt.slice(0, 10)} ${item.enteredAt.slice(11, 16)}`,
        item.kind === 'claim' ? item.stance : '',
        item.words,
      ],
      claimIds: item.kind === 'claim' ? [item.id] : item.claimIds,
    })),
  }
}

export function speakerOf(
  item: ChronologyClaim,
  sources: ReadonlyMap<string, ComparedSource>,
): ComparedSource | null {
  return item.sourceId === null ? null : (sources.get(item.sourceId) ?? null)
}
