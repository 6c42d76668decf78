import { Eraser, MessageSquare, SquareX } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { ratings as allRatings } from '../../../../domain/assessment/row.ts'
import { count } from '../../../format.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Tooltip } from '../../../ui/tooltip.tsx'
import { ratingLooks } from './rating-looks.ts'
import type { Selection } from './use-selection.ts'

/** What can be done with the selected cells, for the pointer and for those who look for the keys. */
export function RatingBar({
  selection,
  onNote,
  onLeaveOut,
}: {
  selection: Selection
  onNote: () => void
  /** Takes the selected evidence out of the comparison, or in again. */
  onLeaveOut: { label: string; run: () => void } | null
}) {
  const { size, current } = selection
  return (
    <Toolbar className="ach-rating-bar" aria-label="Rate the selected cells">
      <span className="dim">{size > 1 ? `Rate ${count(size, 'cell')}` : 'Rate'}</span>
      {allRatings.map((rating) => {
        const { sign, keys } = ratingLooks[rating]
        return (
          <Tooltip key={rating} text={rating} keys={keys}>
            <Button
              size="small"
              className="ach-rating-button"
              data-rating={rating}
              data-selected={current?.rating === rating || undefined}
              isDisabled={size === 0}
              onPress={() => selection.rate(rating)}
            >
              <span aria-hidden>{sign}</span>
              <span className="hidden-visually">{rating}</span>
            </Button>
          </Tooltip>
        )
      })}
      <IconButton
        size="small"
        label="Note on this cell"
        keys="N"
        icon={<MessageSquare />}
        isDisabled={selection.place === null}
        onPress={onNote}
      />
      <IconButton
        size="small"
        label="Clear"
        keys="Delete"
        icon={<Eraser />}
        isDisabled={size === 0}
        onPress={selection.clear}
      />
      {onLeaveOut && (
        <Button size="small" variant="plain" icon={<SquareX />} onPress={onLeaveOut.run}>
          {onLeaveOut.label}
        </Button>
      )}
    </Toolbar>
  )
}
