import { ChevronDown, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ComboBox as AriaComboBox, Button, Input, type Key, ListBox, Popover } from 'react-aria-components'
import { foldText } from '../fold-text.ts'
import { Chip } from './chip.tsx'
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { type Choice, ChoiceItem } from './select.tsx'
import './list.css'

interface ComboProps extends FieldProps {
  items: readonly Choice[]
  placeholder?: string
  /** Makes a new item of what was typed; offered as the last line when no item has that very name. */
  onCreate?: (text: string) => void
}

/** One of many values, found by typing. Emptying the field means none. */
export function ComboBox({
  value,
  onChange,
  ...props
}: ComboProps & { value: string | null; onChange: (value: string | null) => void }) {
  const label = props.items.find(({ id }) => id === value)?.label ?? ''
  const [text, setText] = useState(label)
  useEffect(() => setText(label), [label])
  const choose = (key: Key | null) => {
    if (key === createKey) {
      props.onCreate?.(text.trim())
    } else {
      onChange(key as string | null)
      setText(props.items.find(({ id }) => id === key)?.label ?? '')
    }
  }
  return (
    <Combo
      {...props}
      text={text}
      onText={setText}
      label={props.label}
      chosen={value}
      shown={label}
      onChoose={choose}
    />
  )
}

/** Several of many values, shown as chips before the field. */
export function MultiCombo({
  value,
  onChange,
  ...props
}: ComboProps & { value: readonly string[]; onChange: (value: string[]) => void }) {
  const [text, setText] = useState('')
  const choose = (key: Key | null) => {
    if (key === createKey) props.onCreate?.(text.trim())
    else if (key !== null) onChange([...value, key as string])
    setText('')
  }
  const left = props.items.filter(({ id }) => !value.includes(id))
  return (
    <div className="multi-combo">
      <Combo {...props} items={left} text={text} onText={setText} chosen={null} shown="" onChoose={choose} />
      {value.length > 0 && (
        <ul className="chips" aria-label={`${props.label}: chosen`}>
          {value.map((id) => {
            const name = props.items.find((item) => item.id === id)?.label ?? id
            return (
              <li key={id}>
                <Chip
                  onRemove={
                    props.isDisabled ? undefined : () => onChange(value.filter((other) => other !== id))
                  }
                  removeLabel={`Remove ${name}`}
                >
                  {name}
                </Chip>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

function Combo({
  items,
  text,
  onText,
  chosen,
  shown,
  onChoose,
  placeholder,
  onCreate,
  ...props
}: ComboProps & {
  text: string
  onText: (text: string) => void
  chosen: string | null
  /** What the field says while nothing is being looked for. */
  shown: string
  onChoose: (key: Key | null) => void
}) {
  const wanted = text.trim()
  // The chosen item's own name in the field is not a search: every other one is offered too.
  const found = wanted === '' || text === shown ? items : items.filter((item) => matches(item, wanted))
  const canCreate = onCreate && wanted !== '' && !items.some((item) => same(item.label, wanted))
  const offered: Choice[] = found.slice(0, mostShown)
  if (canCreate) offered.push({ id: createKey, label: `Make “${wanted}”`, icon: <Plus aria-hidden /> })
  return (
    <AriaComboBox
      className={['field', props.className].filter(Boolean).join(' ')}
      items={offered}
      inputValue={text}
      onInputChange={onText}
      selectedKey={chosen}
      onSelectionChange={onChoose}
      menuTrigger="focus"
      allowsEmptyCollection
      isDisabled={props.isDisabled}
      isReadOnly={props.isReadOnly}
      isInvalid={Boolean(props.error)}
      autoFocus={props.autoFocus}
    >
      <FieldLabel {...props} />
      <div className="combo">
        <Input className="input" placeholder={placeholder} />
        <Button className="combo-button" aria-label="Show all">
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldNotes {...props} />
      <Popover className="popover list-popover" offset={4}>
        <ListBox<Choice>
          className="list"
          renderEmptyState={() => <div className="list-empty">Nothing of that name</div>}
        >
          {(item) => <ChoiceItem item={item} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

const createKey = '\u0000create'
/** A list longer than this is narrowed by typing. */
const mostShown = 200

function matches({ label, detail }: Choice, wanted: string): boolean {
  const words = foldText(`${label} ${detail ?? ''}`)
  return foldText(wanted)
    .split(/\s+/)
    .every((word) => words.includes(word))
}

function same(a: string, b: string): boolean {
  return foldText(a) === foldText(b)
}
