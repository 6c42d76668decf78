import { type RefObject, useEffect, useMemo } from 'react'
import { create } from 'zustand'
import { useMoment } from '../../state/moment.ts'
import { currentLine, type LogDay } from './lines.ts'

/** The line at which the window stands, while it stands in the past. */
export const useCurrentLine = create<{ id: string | null }>()(() => ({ id: null }))

/** Marks the line at which the window stands, and brings it into sight whenever that is another one. */
export function useCurrentInSight(days: readonly LogDay[], list: RefObject<HTMLElement | null>): void {
  const seq = useMoment((moment) => moment.seq)
  const id = useMemo(() => (seq === null ? null : currentLine(days, seq)), [days, seq])
  const atStart = seq === 0
  const order = useMemo(
    () => days.flatMap(({ id: day, lines }) => [day, ...lines.map((line) => line.id)]),
    [days],
  )
  useEffect(() => useCurrentLine.setState({ id }), [id])
  useEffect(() => {
    // Before the first event the oldest line is the nearest.
    const target = id ?? (atStart ? order.at(-1) : undefined)
    if (target === undefined) return
    let frame = 0
    let tries = 0
    const seek = () => {
      const element = list.current
      if (!element || tries === mostTries) return
      tries += 1
      const line = element.querySelector<HTMLElement>(`[data-key="${CSS.escape(target)}"]`)
      if (line) return keepInside(line, element)
      // Lines out of sight are not drawn and their heights only guessed: each jump comes nearer.
      element.scrollTop =
        (order.indexOf(target) / order.length) * element.scrollHeight - element.clientHeight / 2
      frame = requestAnimationFrame(seek)
    }
    seek()
    return () => cancelAnimationFrame(frame)
  }, [id, atStart, order, list])
}

const mostTries = 6

/** A line that is out of sight comes to the middle, so that what follows is seen as well. */
function keepInside(line: HTMLElement, list: HTMLElement): void {
  const box = list.getBoundingClientRect()
  const { top, bottom } = line.getBoundingClientRect()
  if (top >= box.top && bottom <= box.bottom) return
  list.scrollTop += (top + bottom) / 2 - (box.top + box.bottom) / 2
}
