import { Flag } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { MomentListItem } from '../../contract/rows.ts'
import { useAsk } from '../data/ask.ts'
import { dateTime, number } from '../format.ts'
import { useMoment } from '../state/moment.ts'
import { sentenceWords } from '../ui/sentence.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { axisLabels, layAxis } from './axis.ts'
import { Chart } from './chart.tsx'
import { moveTo, pause, standing, useReplay } from './replay.ts'
import { dayStep, eventStep, farStep, lastVisit, type Road, sessionStep } from './road.ts'
import { step } from './use-replay-actions.ts'

/** The log as a slider: drag, click, or the keys that every slider has, with sessions and days by Shift and Ctrl. */
export function Scrubber({ road }: { road: Road }) {
  const host = useRef<HTMLDivElement>(null)
  const width = useWidth(host)
  const axis = useMemo(() => layAxis(road.timeline, width), [road.timeline, width])
  const labels = useMemo(
    () => axisLabels(road.timeline, axis, width, (text) => text.length * 6.6),
    [road.timeline, axis, width],
  )
  const moments = useAsk('moments.list', {}).data ?? []
  const seq = useMoment((moment) => moment.seq) ?? road.timeline.head
  const told = useReplay((replay) => replay.told)
  const thumb = useRef<HTMLDivElement>(null)
  // The thumb runs ahead of the rooms: it is moved at once, without drawing anything anew.
  useLayoutEffect(() => {
    const place = () => {
      if (thumb.current) thumb.current.style.transform = `translateX(${axis.rightOf(standing())}px)`
    }
    place()
    const stops = [useReplay.subscribe(place), useMoment.subscribe(place)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [axis])
  const drag = (event: React.PointerEvent) => {
    if (event.buttons !== 1) return
    const { left } = host.current!.getBoundingClientRect()
    pause()
    moveTo(axis.seqAt(event.clientX - left))
  }
  return (
    <div className="timeline-track" ref={host}>
      <Chart road={road} axis={axis} width={width} labels={labels} />
      <div
        className="timeline-slider"
        role="slider"
        tabIndex={0}
        aria-label="Place in the history"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={road.timeline.head}
        aria-valuenow={seq}
        aria-valuetext={valueText(seq, road, told)}
        onKeyDown={(event) => onKey(event)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drag(event)
        }}
        onPointerMove={drag}
      >
        <div className="timeline-thumb" ref={thumb} />
      </div>
      {moments
        .filter((moment) => moment.seq <= road.timeline.head)
        .map((moment) => (
          <MomentFlag key={moment.id} moment={moment} x={axis.rightOf(moment.seq)} />
        ))}
    </div>
  )
}

function MomentFlag({ moment, x }: { moment: MomentListItem; x: number }) {
  const words = `“${moment.name}”, event ${number(moment.seq)}`
  return (
    <Tooltip text={words}>
      <Button
        className="timeline-flag"
        aria-label={`Go to the moment ${words}`}
        excludeFromTabOrder
        style={{ left: x }}
        onPress={() => {
          pause()
          moveTo(moment.seq)
        }}
      >
        <Flag aria-hidden />
      </Button>
    </Tooltip>
  )
}

function onKey(event: React.KeyboardEvent): void {
  const { key, shiftKey } = event
  const far = event.ctrlKey || event.metaKey
  const way = far ? dayStep : shiftKey ? sessionStep : eventStep
  if (event.altKey) return
  if (key === 'ArrowRight' || key === 'ArrowUp') step(way, 1)
  else if (key === 'ArrowLeft' || key === 'ArrowDown') step(way, -1)
  else if (key === 'PageUp') step(farStep, 1)
  else if (key === 'PageDown') step(farStep, -1)
  else if (key === 'Home') step(() => 0, -1)
  else if (key === 'End') step(lastVisit, 1)
  else return
  event.preventDefault()
  // Otherwise the same keys would act once more, as they do everywhere in the past.
  event.stopPropagation()
}

function valueText(
  seq: number,
  { timeline }: Road,
  told: ReturnType<typeof useReplay.getState>['told'],
): string {
  const place = `Event ${number(seq)} of ${number(timeline.head)}`
  if (seq === 0) return `${place}: before the first edit`
  if (told?.entry.seq !== seq) return place
  return `${place}: ${sentenceWords(told.entry.sentence)}, ${dateTime(told.entry.at)}`
}

function useWidth(host: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = host.current
    if (!element) return
    const resized = new ResizeObserver(() => setWidth(element.clientWidth))
    resized.observe(element)
    setWidth(element.clientWidth)
    return () => resized.disconnect()
  }, [host])
  return width
}
