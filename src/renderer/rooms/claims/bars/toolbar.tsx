import { Columns3, PanelRight, Rows3, Search } from 'lucide-react'
import { memo, type RefObject, useEffect, useState } from 'react'
import { type ClaimQuery, claimGroups } from '../../../../contract/claim-query.ts'
import { count, number } from '../../../format.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { PickList } from '../../../ui/pick-list.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { type ColumnChoice, column as columnOf, defaultColumns } from '../table/columns.ts'
import { FilterBar } from './filter-bar.tsx'

/** Search, filters, grouping, columns, and how many claims that leaves. */
export const Toolbar = memo(function Toolbar({
  query,
  onChange,
  total,
  all,
  searchRef,
  choices,
  onChoices,
  onDetails,
}: {
  query: ClaimQuery
  onChange: (change: Partial<ClaimQuery>) => void
  /** Claims of the query, and of the workspace; null until known. */
  total: number | null
  all: number | null
  searchRef: RefObject<HTMLInputElement | null>
  choices: ColumnChoice[]
  onChoices: (choices: ColumnChoice[]) => void
  /** Opens or closes the details pane; null where it has a tab of its own. */
  onDetails: (() => void) | null
}) {
  return (
    <div className="claims-toolbar" role="toolbar" aria-label="Claims table">
      <SearchBox text={query.text} onText={(text) => onChange({ text })} inputRef={searchRef} />
      <FilterBar query={query} onChange={onChange} />
      <span className="claims-toolbar-end">
        <span className="claims-total" role="status">
          {total === null
            ? ''
            : all !== null && total < all
              ? `${number(total)} of ${count(all, 'claim')}`
              : count(total, 'claim')}
        </span>
        <Menu
          label="Group by"
          trigger={
            <Button size="small" variant="plain" icon={<Rows3 />}>
              {query.group ? `By ${columnOf(query.group).title.toLowerCase()}` : 'Group'}
            </Button>
          }
          items={[
            { id: 'none', label: 'No groups', run: () => onChange({ group: null }) },
            ...claimGroups.map((group) => ({
              id: group,
              label: `By ${columnOf(group).title.toLowerCase()}`,
              run: () => onChange({ group }),
            })),
          ]}
        />
        <ColumnPicker choices={choices} onChoices={onChoices} />
        {onDetails && (
          <IconButton label="Details" keys="I" size="small" icon={<PanelRight />} onPress={onDetails} />
        )}
      </span>
    </div>
  )
})

/** Narrows while typing, a moment after the last key, so that no keystroke waits for an answer. */
function SearchBox({
  text,
  onText,
  inputRef,
}: {
  text: string
  onText: (text: string) => void
  inputRef: RefObject<HTMLInputElement | null>
}) {
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed === text) return
    const timer = setTimeout(() => onText(typed), typingPause)
    return () => {
      clearTimeout(timer)
    }
  }, [typed, text, onText])
  return (
    <span className="claims-search">
      <Search aria-hidden />
      <TextField
        label="Search claims"
        hideLabel
        type="search"
        placeholder="Search claims  /"
        value={typed}
        onChange={setTyped}
        inputRef={inputRef}
        maxLength={1000}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onText(typed)
        }}
      />
    </span>
  )
}

/** Milliseconds. */
const typingPause = 160

function ColumnPicker({
  choices,
  onChoices,
}: {
  choices: ColumnChoice[]
  onChoices: (choices: ColumnChoice[]) => void
}) {
  const offered = choices.filter(({ id }) => id !== 'statement')
  return (
    <Popover
      label="Columns"
      placement="bottom end"
      trigger={
        <Button size="small" variant="plain" icon={<Columns3 />}>
          Columns
        </Button>
      }
    >
      <div className="filter-dialog">
        <PickList
          label="Columns"
          several
          items={offered.map(({ id }) => ({ id, label: columnOf(id).title }))}
          chosen={offered.filter(({ shown }) => shown).map(({ id }) => id)}
          onChoose={(ids) =>
            onChoices(
              choices.map((choice) => ({
                ...choice,
                shown: choice.id === 'statement' || ids.includes(choice.id),
              })),
            )
          }
        />
        <Button size="small" variant="plain" onPress={() => onChoices(defaultColumns)}>
          As at first
        </Button>
      </div>
    </Popover>
  )
}
