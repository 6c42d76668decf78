import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, Input, ListBox, SearchField, useFilter } from 'react-aria-components'
import { byFit } from './by-fit.ts'
import './pick-list.css'
import { type Choice, ChoiceItem } from './select.tsx'

/**
 * A list to choose from, narrowed by typing where it is long. Arrows move, Enter chooses. With `onCreate` the last
 * line makes a new item of what was typed; with `several` a choice can be ticked and unticked.
 */
export function PickList({
  label,
  items,
  chosen,
  onChoose,
  onCreate,
  several = false,
  onSearch,
  isLooking = false,
}: {
  label: string
  items: readonly Choice[]
  chosen: readonly string[]
  onChoose: (ids: string[]) => void
  onCreate?: (text: string) => void
  several?: boolean
  /** The items are found by whoever is told what was typed, not among those given. */
  onSearch?: (text: string) => void
  /** The items for what was typed are still on their way. */
  isLooking?: boolean
}) {
  const [text, setText] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  const searched = onCreate !== undefined || onSearch !== undefined || items.length > fewItems
  const wanted = text.trim()
  const found = onSearch
    ? items
    : byFit(
        items.filter((item) => contains(`${item.label} ${item.detail ?? ''}`, wanted)),
        wanted,
      )
  const offered = found.slice(0, mostShown)
  const isNew = wanted !== '' && !items.some((item) => item.label.toLowerCase() === wanted.toLowerCase())
  if (onCreate && isNew) {
    offered.push({ id: createKey, label: `Create “${wanted}”`, icon: <Plus aria-hidden /> })
  }
  const list = (
    <ListBox
      className="list pick-list"
      aria-label={label}
      items={offered}
      selectionMode={several ? 'multiple' : 'single'}
      selectionBehavior="toggle"
      disallowEmptySelection={!several}
      escapeKeyBehavior="none"
      // Choosing the one that is chosen already is an answer too.
      {...{ allowDuplicateSelectionEvents: !several }}
      selectedKeys={chosen}
      autoFocus={!searched}
      onSelectionChange={(keys) => {
        if (keys === 'all') return
        if (keys.has(createKey)) onCreate?.(wanted)
        else onChoose([...keys].map(String))
      }}
      renderEmptyState={() => (
        <div className="list-empty">{isLooking ? 'Looking…' : 'Nothing of that name'}</div>
      )}
    >
      {(item) => <ChoiceItem item={item} />}
    </ListBox>
  )
  if (!searched) return list
  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(next) => {
        setText(next)
        onSearch?.(next)
      }}
    >
      <SearchField aria-label={`Find: ${label}`} className="pick-search" autoFocus>
        <Input className="input" placeholder={onCreate ? 'Find or make' : 'Find'} />
      </SearchField>
      {list}
      {found.length > mostShown && (
        <p className="pick-more">{found.length - mostShown} more: type to narrow the list.</p>
      )}
    </Autocomplete>
  )
}

const createKey = '\u0000create'
const mostShown = 200
/** A list of up to this many needs no field to search it. */
const fewItems = 8
