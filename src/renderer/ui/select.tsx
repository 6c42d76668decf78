import { Check, ChevronDown } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import {
  Select as AriaSelect,
  Button,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import './list.css'

export interface Choice<Id extends string = string> {
  id: Id
  label: string
  /** Dimmed words after or under the label. */
  detail?: string
  icon?: ReactNode
}

/** One of a few values. With `none`, a first entry of that name stands for null. */
export function Select<Id extends string>({
  items,
  value,
  onChange,
  placeholder,
  none,
  ...props
}: FieldProps & {
  items: readonly Choice<Id>[]
  value: Id | null
  onChange: (value: Id | null) => void
  placeholder?: string
  none?: string
}) {
  const all: Choice[] = none === undefined ? [...items] : [{ id: noneKey, label: none }, ...items]
  const choose = (key: Key | null) => onChange(key === noneKey || key === null ? null : (key as Id))
  return (
    <AriaSelect
      className={['field', props.className].filter(Boolean).join(' ')}
      value={value ?? (none === undefined ? null : noneKey)}
      onChange={choose}
      placeholder={placeholder ?? 'Choose'}
      isDisabled={props.isDisabled}
      isInvalid={Boolean(props.error)}
      autoFocus={props.autoFocus}
    >
      <FieldLabel {...props} />
      <div className="select-control" onKeyDownCapture={keepFromLetters}>
        <Button className="input select-button">
          <SelectValue className="select-value" />
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldNotes {...props} />
      <Popover className="popover list-popover" offset={4}>
        <ListBox className="list" items={all}>
          {(item) => <ChoiceItem item={item} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** A choice as a line of a list: a tick for the chosen one, icon, label, detail. */
export function ChoiceItem({ item }: { item: Choice }) {
  return (
    <ListBoxItem id={item.id} textValue={item.label} className="list-item">
      {({ isSelected }) => (
        <>
          {item.icon}
          <span className="list-label">{item.label}</span>
          {item.detail && <span className="list-detail">{item.detail}</span>}
          {isSelected && <Check aria-hidden className="list-check" />}
        </>
      )}
    </ListBoxItem>
  )
}

/** A closed list is opened to be changed: a letter meant for something else must not choose another value. */
function keepFromLetters(event: KeyboardEvent): void {
  if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) event.stopPropagation()
}

const noneKey = '\u0000none'
