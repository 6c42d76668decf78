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
  /** `factor` below 1 shows less of the axis, and it larger. */
  zoom(factor: number): void
  fit(): void
}

/**
 * Zooming and panning along a chart's axis: Ctrl or Cmd with the wheel, the wheel sideways, dragging, and the keys
 * + - 0 and Shift with the arrows.
 * @param chart as it was drawn last
 */
export function useZoom(host: RefObject<HTMLElement | null>, chart: RefObject<ZoomedChart | null>) {
  const [shown, setShown] = useState<Shown | null>(null)
  const drag = useRef<{ x: number; moved: boolean } | null>(null)
  const zoomBy = (factor: number, at?: number) => {
    const { current } = chart
    if (current?.all) setShown(zoomed(current, current.all, factor, at))
  }
  const panBy = (share: number) => {
    const { current } = chart
    if (current?.all) setShown(panned(current, current.all, share))
  }
  const turned = useRef({ zoomBy, panBy })
  turned.current = { zoomBy, panBy }

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
        turned.current.zoomBy(Math.exp(notch * wheelStep), Math.max(0, Math.min(1, at)))
      } else turned.current.panBy(sideways / (right - left))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [host, chart])

  const zoom: Zoom = { shown, zoom: zoomBy, fit: () => setShown(null) }
  const end = (event: PointerEvent) => event.currentTarget.removeAttribute('data-dragged')
  const handlers = {
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '+' || event.key === '=') zoomBy(keyStep)
      else if (event.key === '-' || event.key === '_') zoomBy(1 / keyStep)
      else if (event.key === '0') setShown(null)
      else if (event.shiftKey && event.key === 'ArrowRight') panBy(panStep)
      else if (event.shiftKey && event.key === 'ArrowLeft') panBy(-panStep)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    onPointerDown(event: PointerEvent) {
      drag.current = event.button === 0 && shown ? { x: event.clientX, moved: false } : null
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
      panBy(-by / (plot.right - plot.left))
    },
    onPointerUp: end,
    onPointerCancel: end,
    // The end of a drag is no press on the mark that happens to lie there.
    onClickCapture(event: MouseEvent) {
      if (drag.current?.moved) event.stopPropagation()
      drag.current = null
    },
  }
  return { zoom, handlers }
}

const keyStep = 0.7
const panStep = 0.15
const wheelStep = 0.004
/** Some mice tell a whole page at a notch. */
const mostWheel = 120
/** Pixels before a press becomes a drag. */
const dragStart = 4
