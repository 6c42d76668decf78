import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import './segmented.css'

/** One of two to five values, all in sight. */
export function Segmented<Id extends string>({
  label,
  items,
  value,
  onChange,
  isDisabled,
}: {
  label: string
  items: readonly { id: Id; label: ReactNode; name?: string }[]
  value: Id
  onChange: (value: Id) => void
  isDisabled?: boolean
}) {
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      isDisabled={isDisabled}
      onSelectionChange={(keys) => {
        const [next] = keys
        if (next !== undefined) onChange(next as Id)
      }}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} className="segment" aria-label={item.name}>
          {item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
