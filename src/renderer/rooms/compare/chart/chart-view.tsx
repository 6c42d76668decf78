import { type ReactNode, useMemo, useRef } from 'react'
import { useCompare } from '../../../state/compare.ts'
import { ChartBody } from './chart-body.tsx'
import { ChartCard } from './chart-card.tsx'
import { type MakeChart, narrowest } from './use-moved-chart.ts'
import { useZoom, type ZoomedChart } from './use-zoom.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

interface ChartViewProps {
  title: string
  /** Dimmed words beside the title. */
  detail: string
  /** Names the chart for a screen reader. */
  label: string
  /** The same function as long as it makes the same chart. */
  make: MakeChart
  /** The same facts as rows. */
  table: ReactNode
  /** Its marks are many and go along with its axis when it is panned; words that stand still are left of the plot. */
  moves?: boolean
  /** What follows the chart's own notes. */
  beside?: (claimIds: readonly string[]) => ReactNode
}

/** A chart of any number of rows in its frame, to be zoomed and panned, or the same as a table. */
export function ChartView({ title, detail, label, make, table, moves = false, beside }: ChartViewProps) {
  const drawn = useRef<ZoomedChart | null>(null)
  const zoom = useZoom(drawn)
  const asTable = useCompare((view) => view.asTable)
  const told = useMemo(() => make(narrowest, null), [make])
  const more = told.beside.length > 0 && beside?.(told.beside)
  return (
    <ChartCard
      title={title}
      detail={detail}
      switches={!asTable && told.all && <ZoomButtons zoom={zoom} />}
      chart={<ChartBody label={label} make={make} moves={moves} zoom={zoom} drawn={drawn} />}
      table={table}
      footer={
        (told.notes.length > 0 || more) && (
          <>
            {told.notes.map((note) => (
              <span key={note}>{note}</span>
            ))}
            {more}
          </>
        )
      }
    />
  )
}
