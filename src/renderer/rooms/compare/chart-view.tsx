import { useMemo, useRef } from 'react'
import type { Chart } from '../../../domain/compare/chart.ts'
import { useRootSize } from '../../ui/use-root-size.ts'
import { DrawingView } from './drawing-view.tsx'
import { useRowWindow } from './use-row-window.ts'
import { useWidth } from './use-width.ts'
import { useZoom, type Zoom, type ZoomedChart } from './use-zoom.ts'

/** What a chart is made for: its width in CSS pixels, and what of its axis is shown (null: everything). */
export type MakeChart = (width: number, shown: Chart['shown']) => Chart

/**
 * A chart of any number of rows: its axis stands still while the panel scrolls, and only the rows near the screen are
 * drawn. `children` draws the frame around it, with the chart and what its head needs.
 */
export function ChartView({
  label,
  make,
  children,
}: {
  label: string
  /** The same function as long as it makes the same chart. */
  make: MakeChart
  children: (parts: {
    chart: React.ReactNode
    zoom: Zoom
    notes: readonly string[]
    beside: readonly string[]
  }) => React.ReactNode
}) {
  const host = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const drawn = useRef<ZoomedChart | null>(null)
  const scale = useRootSize() / 16
  const width = Math.floor(useWidth(host) / scale)
  const { zoom, handlers } = useZoom(host, drawn)
  const chart = useMemo(() => make(Math.max(width, narrowest), zoom.shown), [make, width, zoom.shown])
  drawn.current = onScreen(chart, scale)
  const rowHeight = chart.rowHeight * scale
  const { first, end } = useRowWindow(body, chart.rows, rowHeight)
  const slice = useMemo(() => chart.body(first, end), [chart, first, end])
  const legend = useMemo(() => chart.legend(), [chart])
  const element = (
    <div ref={host} className="chart" data-zoomed={zoom.shown !== null || undefined} {...handlers}>
      <div className="chart-axis" style={{ height: chart.axisHeight * scale }}>
        <DrawingView drawing={chart.axis} label={`${label}: axis`} />
      </div>
      <div ref={body} className="chart-body" style={{ height: chart.height * scale }}>
        <div className="chart-rows" style={{ transform: `translateY(${first * rowHeight}px)` }}>
          {width > 0 && (
            <DrawingView
              drawing={slice}
              label={label}
              onEnd={(end) => body.current?.scrollIntoView({ block: end === 'first' ? 'start' : 'end' })}
            />
          )}
        </div>
      </div>
      {width > 0 && (
        <div className="chart-legend">
          <DrawingView drawing={legend} label="What the marks mean" />
        </div>
      )}
    </div>
  )
  return children({ chart: element, zoom, notes: chart.notes, beside: chart.beside })
}

/** CSS pixels at 100 %, as a chart's measures. */
const narrowest = 240

/** The axis in the pixels of the screen. */
function onScreen(chart: Chart, scale: number): ZoomedChart {
  const { all, plot, valueAt, shareOf } = chart
  return { all, plot: { left: plot.left * scale, right: plot.right * scale }, valueAt, shareOf }
}
