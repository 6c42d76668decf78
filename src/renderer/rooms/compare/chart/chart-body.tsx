import { type ReactNode, type RefObject, useCallback, useMemo, useRef } from 'react'
import type { Chart } from '../../../../domain/compare/drawing/chart.ts'
import type { Drawing } from '../../../../domain/compare/drawing/drawing.ts'
import { useRootSize } from '../../../ui/use-root-size.ts'
import { useWidth } from '../../../ui/use-width.ts'
import { DrawingView } from './drawing-view.tsx'
import { type MakeChart, narrowest, useMovedChart } from './use-moved-chart.ts'
import { useRowWindow } from './use-row-window.ts'
import { useZoomHandlers, type Zoom, type ZoomedChart } from './use-zoom.ts'

/** The drawing of a chart: its axis stands still while the panel scrolls, and only the rows near the screen are drawn. */
export function ChartBody({
  label,
  make,
  moves,
  zoom,
  drawn,
}: {
  label: string
  make: MakeChart
  moves: boolean
  zoom: Zoom
  drawn: RefObject<ZoomedChart | null>
}) {
  const host = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const scale = useRootSize() / 16
  const width = Math.floor(useWidth(host) / scale)
  const { chart, whole, place, axis } = useMovedChart(make, Math.max(width, narrowest), zoom.shown, moves)
  drawn.current = onScreen(axis, scale)
  const handlers = useZoomHandlers(host, drawn, zoom)
  const rowHeight = chart.rowHeight * scale
  const { first, end } = useRowWindow(body, chart.rows, rowHeight)
  const onEnd = useCallback(
    (end: 'first' | 'last') => body.current?.scrollIntoView({ block: end === 'first' ? 'start' : 'end' }),
    [],
  )
  const slice = useMemo(() => chart.body(first, end), [chart, first, end])
  const legend = useMemo(() => whole.legend(), [whole])
  const hasStill = place !== null && chart !== whole
  const still = useMemo(() => (hasStill ? stillWords(whole) : null), [hasStill, whole])
  const moving = (content: ReactNode) =>
    place === null ? (
      content
    ) : (
      <Moving place={place} plot={whole.plot} width={whole.width} scale={scale}>
        {content}
      </Moving>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus reach it from the marks inside
    <div
      ref={host}
      className="chart"
      data-zoomed={zoom.shown !== null || undefined}
      {...handlers}
      onFocus={(event) => {
        const aside = moves && zoom.shown ? asideOf(event.target, host.current, drawn.current) : 0
        if (aside !== 0) zoom.pan(aside)
      }}
    >
      <div className="chart-axis" style={{ height: chart.axisHeight * scale }}>
        {width > 0 && moving(<DrawingView drawing={chart.axis} label={`${label}: axis`} />)}
      </div>
      <div ref={body} className="chart-body" style={{ height: chart.height * scale }}>
        <div className="chart-rows" style={{ transform: `translateY(${first * rowHeight}px)` }}>
          {width > 0 && moving(<DrawingView drawing={slice} label={label} onEnd={onEnd} />)}
          {still && (
            <div className="chart-still" aria-hidden>
              <DrawingView drawing={still} label="" />
            </div>
          )}
        </div>
      </div>
      <div className="chart-legend">
        {width > 0 && <DrawingView drawing={legend} label="What the marks mean" />}
      </div>
    </div>
  )
}

/** Shows the plot of a drawing, moved, and what lies left of it only while it is not. */
function Moving({
  place,
  plot,
  width,
  scale,
  children,
}: {
  place: { scale: number; shift: number }
  plot: Chart['plot']
  width: number
  scale: number
  children: ReactNode
}) {
  const isStill = place.scale === 1 && place.shift === 0
  const [left, right] = isStill ? [0, 0] : [plot.left - besidePlot, width - plot.right - besidePlot]
  return (
    <div className="chart-window" style={{ marginLeft: left * scale, marginRight: right * scale }}>
      <div
        className="chart-moving"
        style={{
          marginLeft: -left * scale,
          transform: `translateX(${place.shift * scale}px) scaleX(${place.scale})`,
        }}
      >
        {children}
      </div>
    </div>
  )
}

/** Half a mark at the plot's edge is still seen. CSS pixels at 100 %. */
const besidePlot = 8

/** The words left of the plot, such as those of an axis that runs upwards. */
function stillWords(whole: Chart): Drawing | null {
  if (whole.plot.left <= 2 * besidePlot) return null
  const sheet = whole.body(0, whole.rows)
  return { ...sheet, children: wordsIn(sheet) }
}

function wordsIn(node: Drawing): Drawing[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string' || child.claimIds) return []
    return child.tag === 'text' ? [child] : wordsIn(child)
  })
}

/** How far, in shares of what is shown, a mark that has got the focus lies from the middle, when it lies outside the plot. */
function asideOf(mark: Element, host: Element | null, chart: ZoomedChart | null): number {
  if (!host || !chart || !mark.hasAttribute('data-mark')) return 0
  const { left, width } = mark.getBoundingClientRect()
  const { plot } = chart
  const share = (left + width / 2 - host.getBoundingClientRect().left - plot.left) / (plot.right - plot.left)
  return share >= 0 && share <= 1 ? 0 : share - 0.5
}

/** The axis in the pixels of the screen. */
function onScreen({ all, plot, valueAt, shareOf }: ZoomedChart, scale: number): ZoomedChart {
  return { all, plot: { left: plot.left * scale, right: plot.right * scale }, valueAt, shareOf }
}
