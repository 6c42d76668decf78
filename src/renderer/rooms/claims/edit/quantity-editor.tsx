import { useState } from 'react'
import { type Quantity, quantityWords } from '../../../../domain/claim/quantity.ts'
import type { Qualifier } from '../../../../domain/claim/row.ts'
import { qualifierChoices } from '../../../claims/choices.ts'
import { boundsOf, withQualifier } from '../../../claims/quantity-ends.ts'
import { Button } from '../../../ui/button.tsx'
import { NumberField, TextField } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import type { EditorProps } from './editor-props.ts'

/** How many: the qualifier, the figure or its two ends, and what is counted. */
export function QuantityEditor({ row, commit, onLeave }: EditorProps) {
  const { qualifier, low, high } = row.claim
  const [quantity, setQuantity] = useState<Quantity>({ qualifier, low, high })
  const [unit, setUnit] = useState(row.claim.unit)
  const save = () => void commit.claim({ ...quantity, unit: unit.trim() })
  onLeave(save)
  const bounds = boundsOf(quantity.qualifier)
  const words = quantityWords(quantity, unit)
  return (
    <form
      className="cell-editor-form quantity-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="quantity-editor-fields">
        <Select<Qualifier>
          label="Qualifier"
          items={qualifierChoices}
          value={quantity.qualifier}
          none="no figure"
          onChange={(next) => setQuantity(withQualifier(quantity, next))}
          autoFocus
        />
        {bounds.low && (
          <NumberField
            label={bounds.high ? 'From' : 'Figure'}
            value={quantity.low}
            onChange={(next) =>
              setQuantity(({ high: end, ...rest }) => ({
                ...rest,
                low: next,
                // One figure is typed once: the second end follows until it is set apart.
                high: bounds.high && (end === null || end === quantity.low) ? next : end,
              }))
            }
          />
        )}
        {bounds.high && (
          <NumberField
            label={bounds.low ? 'To' : 'Figure'}
            value={quantity.high}
            onChange={(next) => setQuantity((before) => ({ ...before, high: next }))}
          />
        )}
        <TextField label="Unit" value={unit} onChange={setUnit} placeholder="soldiers" />
      </div>
      <div className="cell-editor-foot">
        <span className="dim">{words || 'no figure'}</span>
        <Button variant="primary" size="small" type="submit">
          Save
        </Button>
      </div>
    </form>
  )
}
