import { MoveHorizontal } from 'lucide-react'
import { useState } from 'react'
import { fieldOf } from '../../domain/claim/fields.ts'
import type { Qualifier } from '../../domain/claim/row.ts'
import { IconButton } from '../ui/button.tsx'
import { NumberField, TextField } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { qualifierChoices } from './choices.ts'
import type { FieldsProps } from './claim-form-field.ts'
import { boundsOf, withQualifier } from './quantity-ends.ts'

/** How many: qualifier, the figure or its two ends, and what is counted. */
export function QuantityFields({ open, draft, isDisabled }: FieldsProps) {
  const { qualifier, low, high, unit } = draft.fields
  const [isSpread, setIsSpread] = useState(false)
  const bounds = boundsOf(qualifier)
  const hasBoth = bounds.low && bounds.high
  const isRange = hasBoth && (isSpread || low !== high)
  const isReversed = low !== null && high !== null && low > high
  const change = (set: { qualifier?: Qualifier | null; low?: number | null; high?: number | null }) =>
    open.change({ qualifier, low, high, ...set })
  const note = isReversed
    ? 'The first figure is above the second. Exchange them.'
    : qualifier !== null && unit.trim() === ''
      ? 'Unit missing, for example soldiers, km, US dollars.'
      : draft.origins.qualifier
  return (
    <fieldset className="claim-form-quantity">
      <legend className="field-label">{fieldOf('quantity').label}</legend>
      <div className="claim-form-figures">
        <Select
          label="Qualifier"
          hideLabel
          className="claim-form-qualifier"
          items={qualifierChoices}
          value={qualifier}
          none="no figure"
          isDisabled={isDisabled}
          onChange={(next) => change(withQualifier({ qualifier, low, high }, next))}
        />
        {bounds.low && (
          <NumberField
            label={isRange ? 'From' : 'Figure'}
            hideLabel
            className="claim-form-figure"
            value={low}
            isDisabled={isDisabled}
            onChange={(next) => change({ low: next, high: hasBoth && !isRange ? next : high })}
          />
        )}
        {hasBoth && (
          <IconButton
            label={isRange ? 'One figure' : 'A range from one figure to another'}
            size="small"
            icon={<MoveHorizontal />}
            isDisabled={isDisabled}
            onPress={() => {
              setIsSpread(!isRange)
              if (isRange) change({ high: low })
            }}
          />
        )}
        {bounds.high && (!hasBoth || isRange) && (
          <NumberField
            label={isRange ? 'To' : 'Figure'}
            hideLabel
            className="claim-form-figure"
            value={high}
            isDisabled={isDisabled}
            error={isReversed ? ' ' : undefined}
            onChange={(next) => change({ high: next })}
          />
        )}
        {qualifier !== null && (
          <TextField
            label="Unit"
            hideLabel
            className="claim-form-unit"
            value={unit}
            placeholder="unit"
            isDisabled={isDisabled}
            onChange={(next) => open.change({ unit: next })}
          />
        )}
      </div>
      {note && (
        <p
          className={isReversed ? 'field-error' : 'field-description'}
          role={isReversed ? 'alert' : undefined}
        >
          {note}
        </p>
      )}
    </fieldset>
  )
}
