import { useDeferredValue, useMemo, useState } from 'react'
import type { Chart } from '../../../../domain/compare/drawing/chart.ts'
import { drawnWhole, placeOf, plotsOf, type Stretch, sharesOf, stretchFor } from './moved-chart.ts'
import type { ZoomedChart } from './use-zoom.ts'
import type { Shown } from './zoom.ts'

/** What a chart is made for: its width in CSS pixels at 100 %, and what of its axis is shown (null: everything). */
export type MakeChart = (width: number, shown: Chart['shown']) => Chart

/** The least width that a chart is made for. */
export const narrowest = 240

export interface MovedChart {
  /** To be drawn; wider than the screen while it is zoomed. */
  chart: Chart
  /** The whole, which stands still. */
  whole: Chart
  /** How the drawing is to be moved, in the chart's pixels; null: not at all. */
  place: { scale: number; shift: number } | null
  /** The axis as it is shown. */
  axis: ZoomedChart
}

/**
 * A chart that is panned by moving it: what is drawn reaches beyond what is shown, and is drawn anew, when the window
 * has time, only near its end or at another zoom. So a pan costs the same for ten marks and for a thousand.
 * @param moves false: it is made anew for whatever is shown, as befits a chart of few marks beside still words
 */
export function useMovedChart(
  make: MakeChart,
  width: number,
  shown: Shown | null,
  moves: boolean,
): MovedChart {
  const whole = useMemo(() => make(width, null), [make, width])
  const shares = sharesOf(shown, whole.shareOf)
  const [kept, setKept] = useState(drawnWhole)
  const wanted = moves ? stretchFor(shares, kept) : kept
  if (wanted !== kept) setKept(wanted)
  const drawn = useDeferredValue(wanted)
  const { left, right } = whole.plot
  const chart = useMemo(() => {
    if (!moves) return make(width, shown)
    if (drawn.from === 0 && drawn.to === 1 && drawn.shown === 1) return whole
    const wide = width + (plotsOf(drawn) - 1) * (right - left)
    return make(wide, { low: whole.valueAt(drawn.from), high: whole.valueAt(drawn.to) })
  }, [make, moves, width, moves ? drawn : shown, whole])
  return {
    chart,
    whole,
    place: moves ? placeOf(drawn, shares, left, right - left) : null,
    axis: axisOf(whole, shares),
  }
}

function axisOf({ all, plot, valueAt, shareOf }: Chart, { from, to }: Stretch): ZoomedChart {
  return {
    all,
    plot,
    valueAt: (share) => valueAt(from + share * (to - from)),
    shareOf: (value) => (shareOf(value) - from) / (to - from),
  }
}
