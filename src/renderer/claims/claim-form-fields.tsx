import { useEffect, useRef } from 'react'
import type { FieldKind } from '../../domain/claim/field.ts'
import {
  type ClaimFields,
  columnsOfField,
  type FormField,
  fieldOf,
  formFields,
} from '../../domain/claim/fields.ts'
import { DateRangeField } from '../ui/date-range-field.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { choicesOf, chosenValue } from './choices.ts'
import type { FieldsProps } from './claim-form-field.ts'
import { SpeakerField, TopicField, ViaField } from './claim-form-names.tsx'
import { QuantityFields } from './claim-form-quantity.tsx'

/** The fields of a claim, label beside field, in the order in which one asks: who, through whom, what, when, how sure. */
export function ClaimFormFields(props: FieldsProps) {
  return (
    <div className="claim-form-fields">
      {formFields.map((field) => {
        const Part = parts[fieldOf(field).kind as FormKind]
        return <Part key={field} {...props} field={field} />
      })}
    </div>
  )
}

type FormKind = Exclude<FieldKind, 'evidence'>
type PartProps = FieldsProps & { field: FormField }

/** A kind of field without its part of the form is a compile error. */
const parts: Record<FormKind, (props: PartProps) => React.ReactNode> = {
  prose: ProsePart,
  line: LinePart,
  source: SpeakerField,
  chain: ViaField,
  topic: TopicField,
  quantity: QuantityFields,
  days: DaysPart,
  choice: ChoicePart,
}

function ProsePart(props: PartProps) {
  if (props.field === 'statement') return <Statement {...props} />
  const { value, label, set } = textOf(props)
  return <TextArea label={label} rows={1} value={value} isDisabled={props.isDisabled} onChange={set} />
}

function LinePart(props: PartProps) {
  const { value, label, set } = textOf(props)
  return <TextField label={label} value={value} isDisabled={props.isDisabled} onChange={set} />
}

function textOf({ open, draft, field }: PartProps) {
  const [column] = columnsOfField(field) as [keyof ClaimFields]
  return {
    label: fieldOf(field).label,
    value: draft.fields[column] as string,
    set: (text: string) => open.change({ [column]: text }),
  }
}

function DaysPart({ open, draft: { fields, origins }, isDisabled, field }: PartProps) {
  const { label, example } = fieldOf(field)
  const [first, last] = columnsOfField(field) as [keyof ClaimFields, keyof ClaimFields]
  return (
    <DateRangeField
      label={label}
      value={{ from: fields[first] as string | null, to: fields[last] as string | null }}
      isDisabled={isDisabled}
      description={origins[first]}
      placeholder={example && `e.g. ${example}`}
      onChange={({ from, to }) => open.change({ [first]: from, [last]: to })}
    />
  )
}

function ChoicePart({ open, draft: { fields }, isDisabled, field }: PartProps) {
  const shape = fieldOf(field)
  if (shape.kind !== 'choice') return null
  const [column] = columnsOfField(field) as [keyof ClaimFields]
  const value = fields[column] as string | number | null
  return (
    <Select
      label={shape.label}
      items={choicesOf(shape)}
      value={value === null ? null : String(value)}
      none={shape.none}
      isDisabled={isDisabled}
      description={
        field === 'credibility' && value === 1
          ? 'Needs an independent origin: relate a claim that supports it.'
          : undefined
      }
      onChange={(id) => (id !== null || shape.none) && open.change({ [column]: chosenValue(shape, id) })}
    />
  )
}

function Statement({ open, draft, isDisabled }: FieldsProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  return (
    <TextArea
      label={fieldOf('statement').label}
      className="claim-form-statement"
      rows={2}
      areaRef={area}
      value={draft.fields.statement}
      isDisabled={isDisabled}
      isRequired
      onChange={(statement) => open.change({ statement })}
      placeholder="What is asserted, in one sentence"
    />
  )
}
