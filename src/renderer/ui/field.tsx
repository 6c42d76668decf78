import type { ReactNode, Ref } from 'react'
import {
  NumberField as AriaNumberField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components'
import './field.css'

export interface FieldProps {
  label: string
  /** The label is spoken but not shown: where the place says what it is. */
  hideLabel?: boolean
  /** A line under the field. */
  description?: ReactNode
  /** What is wrong with the value; marks the field. */
  error?: string
  isDisabled?: boolean
  isReadOnly?: boolean
  isRequired?: boolean
  autoFocus?: boolean
  className?: string
}

interface TextProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  onKeyDown?: (event: React.KeyboardEvent) => void
  placeholder?: string
  maxLength?: number
}

/** One line of text. */
export function TextField({
  type = 'text',
  inputRef,
  placeholder,
  onKeyDown,
  ...props
}: TextProps & { type?: 'text' | 'search' | 'url'; inputRef?: Ref<HTMLInputElement> }) {
  const { className, field } = split(props)
  return (
    <AriaTextField {...field} className={className} type={type}>
      <FieldLabel {...props} />
      <Input ref={inputRef} className="input" placeholder={placeholder} onKeyDown={onKeyDown} />
      <FieldNotes {...props} />
    </AriaTextField>
  )
}

/** Text of several lines; it grows with what is written. */
export function TextArea({
  rows = 3,
  areaRef,
  placeholder,
  onKeyDown,
  ...props
}: TextProps & { rows?: number; areaRef?: Ref<HTMLTextAreaElement> }) {
  const { className, field } = split(props)
  return (
    <AriaTextField {...field} className={className}>
      <FieldLabel {...props} />
      <AriaTextArea
        ref={areaRef}
        className="input text-area"
        rows={rows}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
      />
      <FieldNotes {...props} />
    </AriaTextField>
  )
}

/** A number or nothing; typed digits may be grouped ("8,000"). */
export function NumberField({
  value,
  onChange,
  minValue,
  maxValue,
  step,
  placeholder,
  ...props
}: FieldProps & {
  value: number | null
  onChange: (value: number | null) => void
  minValue?: number
  maxValue?: number
  step?: number
  placeholder?: string
}) {
  const { className, field } = split(props)
  return (
    <AriaNumberField
      {...field}
      className={className}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={minValue}
      maxValue={maxValue}
      step={step}
      formatOptions={plainNumber}
    >
      <FieldLabel {...props} />
      <Input className="input" placeholder={placeholder} />
      <FieldNotes {...props} />
    </AriaNumberField>
  )
}

const plainNumber: Intl.NumberFormatOptions = { maximumFractionDigits: 6 }

/** The label as every field shows it. */
export function FieldLabel({ label, hideLabel }: Pick<FieldProps, 'label' | 'hideLabel'>) {
  return <Label className={hideLabel ? 'hidden-visually' : 'field-label'}>{label}</Label>
}

/** The description and the error as every field shows them. */
export function FieldNotes({ description, error }: Pick<FieldProps, 'description' | 'error'>) {
  return (
    <>
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  )
}

/** What goes to the react-aria field, and its class. */
function split<Props extends FieldProps>(props: Props) {
  const { label: _label, hideLabel: _hide, description: _description, error, className, ...field } = props
  return {
    className: ['field', className].filter(Boolean).join(' '),
    field: { ...field, isInvalid: error !== undefined && error !== '' },
  }
}
