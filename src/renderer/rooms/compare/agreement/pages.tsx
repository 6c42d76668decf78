import { ChevronLeft, ChevronRight } from 'lucide-react'
import { number } from '../../../format.ts'
import { IconButton } from '../../../ui/button.tsx'

/** Which part of the list is shown, and the ways to the next. Nothing while all of it is. */
export function Pages({
  offset,
  shown,
  total,
  isComplete,
  size,
  onGo,
}: {
  offset: number
  shown: number
  total: number
  isComplete: boolean
  size: number
  onGo: (offset: number) => void
}) {
  if (total <= size && isComplete) return null
  return (
    <nav className="finding-pages" aria-label="Pages of findings">
      <IconButton
        label="Previous findings"
        size="small"
        icon={<ChevronLeft />}
        isDisabled={offset === 0}
        onPress={() => onGo(Math.max(0, offset - size))}
      />
      <span role="status">
        {number(Math.min(offset + 1, total))} to {number(offset + shown)} of {number(total)}
        {!isComplete && ', and more: these claims say too many different things to compare all of them'}
      </span>
      <IconButton
        label="Next findings"
        size="small"
        icon={<ChevronRight />}
        isDisabled={offset + size >= total}
        onPress={() => onGo(offset + size)}
      />
    </nav>
  )
}
