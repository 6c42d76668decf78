import { ChevronDown, Plus } from 'lucide-react'
import { type RefObject, use, useEffect, useRef, useState } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  ButtonContext,
  ComboBoxStateContext,
  Input,
  type Key,
  ListBox,
  Popover,
} from 'react-aria-components'
import { flushSync } from 'react-dom'
import { foldText } from '../fold-text.ts'
import { byFit } from './by-fit.ts'
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

/** One of many values, found by typing. Emptying the field means none, unless a value is required. */
export function ComboBox({
  value,
  onChange,
  ...props
}: ComboProps & { value: string | null; onChange: (value: string | null) => void }) {
  const label = props.items.find(({ id }) => id === value)?.label ?? ''
  const [text, setText] = useState(label)
  // What is being made is among the items a moment later than it is asked for: until then its words stay as they were
  // typed, since each change of them would open the list.
  const making = useRef<string | null>(null)
  const onText = (next: string) => {
    making.current = null
    setText(next)
  }
  useEffect(() => {
    if (making.current === null || same(label, making.current)) onText(label)
  }, [label])
  const choose = (id: string) => {
    onText(props.items.find((item) => item.id === id)?.label ?? '')
    if (id !== value) onChange(id)
  }
  const empty = () => {
    if (value !== null && !props.isRequired) onChange(null)
    else onText(label)
  }
  return (
    <Combo
      {...props}
      onCreate={
        props.onCreate &&
        ((name) => {
          making.current = name
          props.onCreate?.(name)
        })
      }
      named={props.items}
      text={text}
      onText={onText}
      chosen={value}
      shown={label}
      onChoose={choose}
      onEmpty={empty}
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
  const choose = (id: string) => {
    setText('')
    if (!value.includes(id)) onChange([...value, id])
  }
  const left = props.items.filter(({ id }) => !value.includes(id))
  return (
    <div className="multi-combo">
      <Combo
        {...props}
        onCreate={
          props.onCreate &&
          ((name) => {
            setText('')
            props.onCreate?.(name)
          })
        }
        items={left}
        named={props.items}
        text={text}
        onText={setText}
        chosen={null}
        shown=""
        onChoose={choose}
        onEmpty={() => setText('')}
      />
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
  named,
  text,
  onText,
  chosen,
  shown,
  onChoose,
  onEmpty,
  placeholder,
  onCreate,
  ...props
}: ComboProps & {
  /** Every item that has a name already, offered or not. */
  named: readonly Choice[]
  text: string
  onText: (text: string) => void
  chosen: string | null
  /** What the field says while nothing is being looked for. */
  shown: string
  onChoose: (id: string) => void
  /** The field was left empty. */
  onEmpty: () => void
}) {
  const [isFocused, setFocused] = useState(false)
  const wasSearch = useRef(false)
  const proposed = useRef<Proposed | null>(null)
  /** What was typed has been answered by a choice: leaving the field is not another one. */
  const answered = useRef(false)
  const wanted = text.trim()
  const isSearch = text !== shown
  const offered = offeredItems(items, isSearch ? wanted : '', chosen)
  const isWanted = ({ label }: Choice) => same(label, wanted)
  const canCreate = onCreate && isSearch && wanted !== '' && !named.some(isWanted)
  if (canCreate) offered.push({ id: createKey, label: `Create “${wanted}”`, icon: <Plus aria-hidden /> })
  // Leaving the field also ends here, with the chosen key, or with null where typing has filtered its item out.
  const select = (key: Key | null) => {
    if (key === null || key === chosen) return settle()
    answered.current = true
    if (key === createKey) onCreate?.(wanted)
    else onChoose(key as string)
  }
  const settle = () => {
    const meant = named.find(isWanted)
    if (!isSearch || answered.current) return
    if (wanted === '') onEmpty()
    else if (meant) onChoose(same(shown, wanted) && chosen !== null ? chosen : meant.id)
    else if (!canCreate) onText(shown)
  }
  const isLeft = canCreate && !isFocused
  return (
    <AriaComboBox
      className={['field', props.className].filter(Boolean).join(' ')}
      items={offered}
      inputValue={text}
      onInputChange={onText}
      selectedKey={chosen}
      onSelectionChange={select}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      menuTrigger="focus"
      allowsEmptyCollection
      isDisabled={props.isDisabled}
      isReadOnly={props.isReadOnly}
      isInvalid={Boolean(props.error)}
      autoFocus={props.autoFocus}
    >
      <Propose
        wanted={wanted}
        id={isSearch && wanted !== '' ? offered[0]?.id : undefined}
        proposed={proposed}
      />
      <FieldLabel {...props} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only sees the field's own key before the field does */}
      <div
        className="combo"
        data-left={isLeft || undefined}
        onInput={() => {
          answered.current = false
        }}
        onKeyDownCapture={({ key }) => {
          wasSearch.current = key === 'Escape' && isSearch
          // At once, so that the list closes over the item that is chosen.
          if (wasSearch.current) flushSync(() => onText(shown))
          // Leaving is no choice: only Enter takes what is proposed.
          if (key === 'Tab') proposed.current?.withdraw()
        }}
        onKeyDown={(event) => {
          if (wasSearch.current) event.stopPropagation()
        }}
      >
        <Input className="input" placeholder={placeholder} />
        {isLeft && (
          <ButtonContext.Provider value={null}>
            <Button className="combo-make" aria-label={`Create “${wanted}”`} onPress={() => onCreate(wanted)}>
              Create
            </Button>
            <span role="status" className="hidden-visually">
              “{wanted}” does not exist yet. {shown ? `“${shown}” stays chosen.` : 'Nothing is chosen.'}
            </span>
          </ButtonContext.Provider>
        )}
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

interface Proposed {
  /** Takes the mark off, unless the person has moved it, until something else is typed. */
  withdraw: () => void
}

/** Marks the line that Enter would take while somebody types, so that a name and Enter are enough. */
function Propose({
  wanted,
  id,
  proposed,
}: {
  wanted: string
  id: string | undefined
  proposed: RefObject<Proposed | null>
}) {
  const state = use(ComboBoxStateContext)
  const withdrawn = useRef<string | null>(null)
  const marked = state?.selectionManager.focusedKey ?? null
  const isOffered = state?.isOpen && id !== undefined && state.collection.getItem(id) !== null
  useEffect(() => {
    if (withdrawn.current !== wanted) withdrawn.current = null
    // Typing takes the mark off; what the arrows or the mouse mark stays.
    if (isOffered && marked === null && withdrawn.current === null) state.selectionManager.setFocusedKey(id)
    proposed.current = {
      withdraw() {
        if (marked !== id) return
        withdrawn.current = wanted
        state?.selectionManager.setFocusedKey(null)
      },
    }
  }, [state, wanted, id, isOffered, marked, proposed])
  return null
}

/** What the list offers: what fits the words, and the chosen item even where the list is cut. */
function offeredItems(items: readonly Choice[], wanted: string, chosen: string | null): Choice[] {
  const found =
    wanted === ''
      ? items
      : byFit(
          items.filter((item) => matches(item, wanted)),
          wanted,
        )
  const offered = found.slice(0, mostShown)
  const cut = found.slice(mostShown).find(({ id }) => id === chosen)
  if (cut) offered.push(cut)
  return offered
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
