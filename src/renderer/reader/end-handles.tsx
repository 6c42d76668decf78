import { useLayoutEffect, useRef, useState } from 'react'
import { isCaretStop, moveCaret, snapToWord } from '../../domain/text/caret.ts'
import type { TextView } from './text-view.ts'

interface Stretch {
  start: number
  end: number
}

/**
 * Two grips at the ends of the chosen span. Dragging follows words; with Alt held it follows characters. The move
 * is told once, when the grip is let go.
 */
export function EndHandles({
  view,
  stretch,
  laidOut,
  onMove,
}: {
  view: TextView
  stretch: Stretch
  laidOut: number
  onMove: (stretch: Stretch) => void
}) {
  const [dragged, setDragged] = useState<Stretch | null>(null)
  const shown = dragged ?? stretch
  return (
    <>
      {(['start', 'end'] as const).map((which) => (
        <Grip
          key={which}
          which={which}
          view={view}
          offset={shown[which]}
          laidOut={laidOut}
          onDrag={(offset, exact) => setDragged(moved(view.text, stretch, which, offset, exact))}
          onDrop={() => {
            if (dragged && (dragged.start !== stretch.start || dragged.end !== stretch.end)) onMove(dragged)
            setDragged(null)
          }}
        />
      ))}
    </>
  )
}

function Grip({
  which,
  view,
  offset,
  laidOut,
  onDrag,
  onDrop,
}: {
  which: 'start' | 'end'
  view: TextView
  offset: number
  laidOut: number
  onDrag: (offset: number, exact: boolean) => void
  onDrop: () => void
}) {
  const dragging = useRef(false)
  const [box, setBox] = useState<{ left: number; top: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const rect = view.caretRect(offset)
    const origin = view.host.getBoundingClientRect()
    setBox(rect && { left: rect.left - origin.left, top: rect.top - origin.top, height: rect.height })
  }, [view, offset, laidOut])
  if (!box) return null
  return (
    <div
      className="reader-grip"
      data-which={which}
      aria-hidden
      title={which === 'start' ? 'Drag to move where the span begins' : 'Drag to move where the span ends'}
      style={{ left: box.left, top: box.top, height: box.height }}
      onPointerDown={(event) => {
        dragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
      }}
      onPointerMove={(event) => {
        if (!dragging.current) return
        const at = view.offsetAtPoint(event.clientX, event.clientY)
        if (at !== null) onDrag(at, event.altKey)
      }}
      onPointerUp={() => {
        dragging.current = false
        onDrop()
      }}
      onPointerCancel={() => {
        dragging.current = false
        onDrop()
      }}
    />
  )
}

/** The stretch with one end moved; never empty, never inside a character. */
function moved(
  text: string,
  { start, end }: Stretch,
  which: 'start' | 'end',
  offset: number,
  exact: boolean,
): Stretch {
  const at = exact ? nearestStop(text, offset) : wordEnd(text, offset, which)
  return which === 'start'
    ? { start: Math.min(at, moveCaret(text, end, 'grapheme', 'back')), end }
    : { start, end: Math.max(at, moveCaret(text, start, 'grapheme', 'forward')) }
}

function wordEnd(text: string, offset: number, which: 'start' | 'end'): number {
  const word = snapToWord(text, offset, offset)
  return word.start === word.end ? nearestStop(text, offset) : word[which]
}

function nearestStop(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isCaretStop(text, at)) at -= 1
  return at
}
