import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { panned, type Scale, type Shown, zoomed } from './zoom.ts'

/** What zooming needs of a chart. */
export interface ZoomedChart extends Scale {
  all: Shown | null
  /** The axis' ends on the screen, from the chart's left edge, CSS pixels. */
  plot: { left: number; right: number }
}

export interface Zoom {
  /** Null: everything. */
  shown: Shown | null
  /** `factor` below 1 shows less of the axis, and it larger, about a share of what is shown. */
  zoom(factor: number, at?: number): void
  /** By a share of what is shown. */
  pan(share: number): void
  fit(): void
}

/** What of a chart's axis is shown. `chart` is the chart as it was drawn last. */
export function useZoom(chart: RefObject<ZoomedChart | null>): Zoom {
  const [shown, setShown] = useState<Shown | null>(null)
  return {
    shown,
    zoom(factor, at) {
      const { current } = chart
      if (current?.all) setShown(zoomed(current, current.all, factor, at))
    },
    pan(share) {
      const { current } = chart
      if (current?.all) setShown(panned(current, current.all, share))
    },
    fit: () => setShown(null),
  }
}

/**
 * Zooming and panning on the chart itself: Ctrl or Cmd with the wheel, the wheel sideways, dragging, and the keys
 * + - 0 and Shift with the arrows.
 */
export function useZoomHandlers(
  host: RefObject<HTMLElement | null>,
  chart: RefObject<ZoomedChart | null>,
  zoom: Zoom,
) {
  const drag = useRef<{ x: number; moved: boolean } | null>(null)
  const latest = useRef(zoom)
  latest.current = zoom

  // Outside of React, which listens to the wheel passively: the page must not be zoomed with the chart.
  useEffect(() => {
    const element = host.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      const { current } = chart
      if (!current) return
      const { left, right } = current.plot
      const isZoom = event.ctrlKey || event.metaKey
      const sideways = event.shiftKey ? event.deltaY : event.deltaX
      if (!isZoom && (sideways === 0 || Math.abs(event.deltaY) > Math.abs(sideways))) return
      event.preventDefault()
      if (isZoom) {
        const at = (event.clientX - element.getBoundingClientRect().left - left) / (right - left)
        const notch = Math.max(-mostWheel, Math.min(mostWheel, event.deltaY))
        latest.current.zoom(Math.exp(notch * wheelStep), Math.max(0, Math.min(1, at)))
      } else latest.current.pan(sideways / (right - left))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [host, chart])

  const end = (event: PointerEvent) => event.currentTarget.removeAttribute('data-dragged')
  return {
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '+' || event.key === '=') zoom.zoom(keyStep)
      else if (event.key === '-' || event.key === '_') zoom.zoom(1 / keyStep)
      else if (event.key === '0') zoom.fit()
      else if (event.shiftKey && event.key === 'ArrowRight') zoom.pan(panStep)
      else if (event.shiftKey && event.key === 'ArrowLeft') zoom.pan(-panStep)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    onPointerDown(event: PointerEvent) {
      drag.current = event.button === 0 && zoom.shown ? { x: event.clientX, moved: false } : null
    },
    onPointerMove(event: PointerEvent) {
      const from = drag.current
      const plot = chart.current?.plot
      if (!from || !plot || (event.buttons & 1) === 0) return
      const by = event.clientX - from.x
      if (!from.moved && Math.abs(by) < dragStart) return
      if (!from.moved) {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.toggleAttribute('data-dragged', true)
      }
      drag.current = { x: event.clientX, moved: true }
      zoom.pan(-by / (plot.right - plot.left))
    },
    onPointerUp: end,
    onPointerCancel: end,
    // The end of a drag is no press on the mark that happens to lie there.
    onClickCapture(event: MouseEvent) {
      if (drag.current?.moved) event.stopPropagation()
      drag.current = null
    },
  }
}

const keyStep = 0.7
const panStep = 0.15
const wheelStep = 0.004
/** Some mice tell a whole page at a notch. */
const mostWheel = 120
/** Pixels before a press becomes a drag. */
const dragStart = 4
