import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import './progress-bar.css'

/** How far something is; without `max` only that it moves. */
export function ProgressBar({
  label,
  value,
  max,
  hideLabel = false,
}: {
  label: string
  value: number
  /** 0: unknown. */
  max: number
  hideLabel?: boolean
}) {
  return (
    <AriaProgressBar
      className="progress"
      aria-label={label}
      value={max > 0 ? Math.min(value, max) : undefined}
      maxValue={max > 0 ? max : 1}
      isIndeterminate={max <= 0}
    >
      {({ percentage, isIndeterminate }) => (
        <>
          {!hideLabel && <span className="progress-label">{label}</span>}
          <span className="progress-track" data-moving={isIndeterminate || undefined}>
            <span className="progress-fill" style={{ width: isIndeterminate ? '30%' : `${percentage}%` }} />
          </span>
        </>
      )}
    </AriaProgressBar>
  )
}
