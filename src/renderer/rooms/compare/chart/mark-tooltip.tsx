import { useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

/**
 * What a mark says, over it or, where there is no room, under it. Only for eyes: a screen reader hears the mark's
 * name, which is the same.
 */
export function MarkTooltip({ mark, text }: { mark: Element; text: string }) {
  const box = useRef<HTMLDivElement>(null)
  // At each drawing: what is drawn anew may have moved the mark.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const at = mark.getBoundingClientRect()
    const { width, height } = element.getBoundingClientRect()
    const left = Math.max(
      edge,
      Math.min(at.left + at.width / 2 - width / 2, window.innerWidth - width - edge),
    )
    const above = at.top - height - gap
    element.style.left = `${left}px`
    element.style.top = `${above >= edge ? above : at.bottom + gap}px`
  })
  return createPortal(
    <div ref={box} className="tooltip mark-tooltip" aria-hidden>
      {text}
    </div>,
    document.body,
  )
}

/** Pixels. */
const gap = 6
const edge = 8
