import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { Button } from 'react-aria-components'
import { useClaimsPopover } from '../cards/use-claims-popover.tsx'

export interface ChartTableData {
  columns: readonly string[]
  rows: readonly { cells: readonly string[]; claimIds: readonly string[] }[]
}

/** A chart as a table, every row of which leads to its claims. Only the rows near the screen are in the document. */
export function ChartTable({ label, table }: { label: string; table: ChartTableData }) {
  const scroller = useRef<HTMLDivElement>(null)
  const popover = useClaimsPopover()
  const { columns, rows } = table
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const drawn = virtualizer.getVirtualItems()
  const before = drawn[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <div ref={scroller} className="chart-table" tabIndex={0} role="region" aria-label={`${label} as a table`}>
      <table aria-label={label} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {drawn.map(({ index, key }) => {
            const row = rows[index]!
            return (
              <tr key={key} ref={virtualizer.measureElement} data-index={index} aria-rowindex={index + 2}>
                {row.cells.map((cell, at) => (
                  <td key={columns[at]} dir="auto" data-short={cell.length <= short || undefined}>
                    {at === 0 && row.claimIds.length > 0 ? (
                      <Button
                        className="chart-table-open"
                        onPress={({ target }) => popover.open(row.claimIds, target)}
                      >
                        {cell || '—'}
                      </Button>
                    ) : (
                      cell || '—'
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
      {popover.pane}
    </div>
  )
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden className="chart-table-gap">
      <td style={{ height }} />
    </tr>
  )
}

/** Characters; a cell of so few is not broken. */
const short = 24

/** Pixels; rows are measured when drawn. */
const rowHeight = 33
