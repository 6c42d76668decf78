import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { Checkbox } from 'react-aria-components'
import type { Occurrence } from '../../../contract/rows.ts'

/** Places with a line around each; thousands scroll as a dozen do. */
export function OccurrenceList({
  occurrences,
  isMarked,
  onToggle,
}: {
  occurrences: readonly Occurrence[]
  isMarked: (occurrence: Occurrence) => boolean
  onToggle: (occurrence: Occurrence) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: occurrences.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 8,
  })
  return (
    <div ref={scroller} className="occurrences">
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start, size }) => {
          const occurrence = occurrences[index]!
          return (
            <div key={index} className="occurrence" style={{ top: start, height: size }}>
              <Checkbox
                className="occurrence-check"
                isSelected={isMarked(occurrence)}
                isDisabled={occurrence.marked}
                onChange={() => onToggle(occurrence)}
              >
                <span className="check-box" aria-hidden />
                <span className="occurrence-line" dir="auto">
                  {tail(occurrence.before)}
                  <mark>{occurrence.quote}</mark>
                  {occurrence.after}
                </span>
              </Checkbox>
              <span className="occurrence-where">
                {occurrence.articleTitle}
                {occurrence.marked && ' · marked already'}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The last words before a place, so that the place itself is never pushed out of the line. */
function tail(before: string): string {
  if (before.length <= 28) return before
  const cut = before.slice(-28).toWellFormed()
  return `…${cut.slice(cut.search(/\s/) + 1)}`
}
