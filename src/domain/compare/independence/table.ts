import type { ChartTable } from '../drawing/chart.ts'
import type { DrawnOrigins } from './layout.ts'
import { linkWords } from './links-drawing.ts'

/** The graph of origins as rows of words: each report with its origin, and why it is held to go back there. */
export function originsTable(
  groups: DrawnOrigins['groups'],
  reportOf: (
    claimId: string,
  ) => Readonly<Record<'speaker' | 'via' | 'day' | 'quantity' | 'statement', string>>,
): ChartTable {
  const rows = groups.flatMap(({ label, claimIds, links, rootId }, index) => {
    const why = new Map<string, string[]>()
    for (const link of links) {
      const { speaker, day } = reportOf(link.toId)
      const other = [speaker || 'nobody named', day].filter(Boolean).join(', ')
      why.set(link.fromId, [...(why.get(link.fromId) ?? []), `To ${other}: ${linkWords(link)}`])
    }
    return claimIds.map((id) => {
      const { speaker, via, day, quantity, statement } = reportOf(id)
      const because = why.get(id) ?? []
      return {
        cells: [
          statement,
          `${index + 1} · ${label}`,
          speaker,
          via,
          day,
          quantity,
          id === rootId ? ['The origin.', ...because].join(' ') : because.join(' '),
        ],
        claimIds: [id],
      }
    })
  })
  return { columns: ['Report', 'Origin', 'Speaker', 'Via', 'Said', 'Quantity', 'Why'], rows }
}
