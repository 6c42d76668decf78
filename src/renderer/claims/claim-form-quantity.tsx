import type { Qualifier } from '../../domain/claim/row.ts'
import { NumberField, TextField } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { qualifierChoices } from './choices.ts'
import type { FieldsProps } from './claim-form-fields.tsx'
import { boundsOf, withQualifier } from './quantity-ends.ts'

/** How many: qualifier, the figure or its two ends, and what is counted. */
export function QuantityFields({ open, draft, isDisabled }: FieldsProps) {
  const { qualifier, low, high, unit } = draft.fields
  const bounds = boundsOf(qualifier)
  const isReversed = low !== null && high !== null && low > high
  const change = (set: { qualifier?: Qualifier | null; low?: number | null; high?: number | null }) =>
    open.change({ qualifier, low, high, ...set })
  const note = isReversed
    ? 'The first figure is above the second. Exchange them.'
    : qualifier !== null && unit.trim() === ''
      ? 'Say what is counted: soldiers, km, US dollars.'
      : draft.origins.qualifier
  return (
    <fieldset className="claim-form-quantity">
      <legend className="field-label">Quantity</legend>
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
            label={bounds.high ? 'From' : 'Figure'}
            hideLabel
            className="claim-form-figure"
            value={low}
            isDisabled={isDisabled}
            onChange={(next) =>
              // One figure is typed once: the second end follows until it is set apart.
              change({ low: next, high: bounds.high && (high === null || high === low) ? next : high })
            }
          />
        )}
        {bounds.low && bounds.high && <span aria-hidden>–</span>}
        {bounds.high && (
          <NumberField
            label={bounds.low ? 'To' : 'Figure'}
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
