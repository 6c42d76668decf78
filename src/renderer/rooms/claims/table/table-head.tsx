// biome-ignore-all lint/a11y/useKeyWithClickEvents: the table answers Enter on its cells, headings too
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
// biome-ignore-all lint/a11y/useSemanticElements: lines placed freely cannot be a table element; roles and indexes say the same

import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ClaimColumn, ClaimQuery } from '../../../../contract/claim-query.ts'
import { type ColumnChoice, changeColumn, column as columnOf, moveColumn } from './columns.ts'

/** The row of headings: sorts on a click, carries a menu, and lets columns be moved and widened by dragging. */
export function TableHead({
  columns,
  sort,
  current,
  choices,
  onChoices,
  onSort,
  onMenu,
}: {
  columns: readonly ClaimColumn[]
  sort: ClaimQuery['sort']
  /** The column of the heading that takes the focus; null when the cursor is further down. */
  current: ClaimColumn | null
  choices: ColumnChoice[]
  onChoices: (choices: ColumnChoice[]) => void
  onSort: (column: ClaimColumn) => void
  onMenu: (column: ClaimColumn) => void
}) {
  const drag = useColumnDrag(choices, onChoices)
  return (
    <div role="rowgroup" className="claims-head">
      <div role="row" aria-rowindex={1} className="claims-head-row">
        {columns.map((column, index) => {
          const isSorted = sort.column === column
          const Arrow = sort.descending ? ArrowDown : ArrowUp
          return (
            <div
              key={column}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              tabIndex={current === column ? 0 : -1}
              className="claims-cell claims-heading"
              data-line={-1}
              data-column={column}
              data-numeric={columnOf(column).numeric}
              data-drop={drag.over === column || undefined}
              onPointerDown={(event) => drag.begin(event, column)}
              onPointerMove={drag.move}
              onPointerUp={drag.end}
              onPointerCancel={drag.cancel}
              onContextMenu={(event) => {
                event.preventDefault()
                onMenu(column)
              }}
              onClick={() => {
                if (!drag.moved()) onSort(column)
              }}
            >
              <span className="claims-cell-text">{columnOf(column).title}</span>
              {isSorted && <Arrow aria-hidden className="claims-sorted" />}
              <span
                className="claims-heading-menu"
                aria-hidden
                onPointerDown={(event) => event.stopPropagation()}
                onClick={(event) => {
                  event.stopPropagation()
                  onMenu(column)
                }}
              >
                <ChevronDown />
              </span>
              <Resizer
                width={choices.find(({ id }) => id === column)?.width ?? columnOf(column).width}
                onWidth={(width) => onChoices(changeColumn(choices, column, { width }))}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The right edge of a heading. The width follows the pointer in steps of a frame and is kept at its release. */
function Resizer({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const start = useRef<{ x: number; width: number; zoom: number } | null>(null)
  return (
    <span
      className="claims-resizer"
      aria-hidden
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        const zoom = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
        start.current = { x: event.clientX, width, zoom }
      }}
      onPointerMove={(event) => {
        const from = start.current
        if (from) onWidth(from.width + (event.clientX - from.x) / from.zoom)
      }}
      onPointerUp={() => {
        start.current = null
      }}
      onPointerCancel={() => {
        start.current = null
      }}
    />
  )
}

/** Dragging a heading onto another one moves its column there. */
function useColumnDrag(choices: ColumnChoice[], onChoices: (choices: ColumnChoice[]) => void) {
  const dragged = useRef<{ id: ClaimColumn; x: number; moved: boolean } | null>(null)
  const [over, setOver] = useState<ClaimColumn | null>(null)
  return {
    over,
    /** True while the click that ends a drag is told. */
    moved: () => dragged.current?.moved ?? false,
    begin(event: React.PointerEvent, id: ClaimColumn) {
      if (event.button === 0) dragged.current = { id, x: event.clientX, moved: false }
    },
    move(event: React.PointerEvent<HTMLElement>) {
      const drag = dragged.current
      if (!drag || event.buttons === 0) return
      if (!drag.moved && Math.abs(event.clientX - drag.x) > dragThreshold) {
        drag.moved = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      if (drag.moved) setOver(headingAt(event.clientX, event.clientY))
    },
    end(event: React.PointerEvent) {
      const drag = dragged.current
      const target = headingAt(event.clientX, event.clientY)
      if (drag?.moved && target) onChoices(moveColumn(choices, drag.id, target))
      setOver(null)
    },
    cancel() {
      dragged.current = null
      setOver(null)
    },
  }
}

/** Pixels that a press may wander and still be a click. */
const dragThreshold = 6

function headingAt(x: number, y: number): ClaimColumn | null {
  const heading = document.elementFromPoint(x, y)?.closest<HTMLElement>('[role="columnheader"]')
  return (heading?.dataset.column as ClaimColumn | undefined) ?? null
}
