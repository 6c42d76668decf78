import { ListFilterPlus, X } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { ClaimQuery } from '../../../../contract/claim-query.ts'
import { Button } from '../../../ui/button.tsx'
import { DateRangeField } from '../../../ui/date-range-field.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { PickList } from '../../../ui/pick-list.tsx'
import {
  cleared,
  type Filter,
  type FilterId,
  filterOf,
  filters,
  filterWords,
  isActive,
  useFilterChoices,
} from './filters.ts'

/** The filters that narrow the claims, as chips that open and go, and the menu that adds one. */
export function FilterBar({
  query,
  onChange,
}: {
  query: ClaimQuery
  onChange: (change: Partial<ClaimQuery>) => void
}) {
  const [opened, setOpened] = useState<FilterId | null>(null)
  const shown = filters.filter((filter) => isActive(filter, query) || filter.id === opened)
  const clearAll = () => onChange(Object.assign({}, ...filters.map(cleared)) as Partial<ClaimQuery>)
  return (
    <>
      {shown.map((filter) => (
        <FilterChip
          key={filter.id}
          filter={filter}
          query={query}
          isOpen={opened === filter.id}
          onOpen={(open) => setOpened(open ? filter.id : null)}
          onChange={onChange}
        />
      ))}
      <Menu
        label="Filters"
        trigger={
          <Button size="small" variant="plain" icon={<ListFilterPlus />}>
            Filter
          </Button>
        }
        items={filters.map(({ id, title }) => ({ id, label: title, run: () => setOpened(id) }))}
      />
      {shown.filter(({ id }) => isActive(filterOf(id), query)).length > 1 && (
        <Button size="small" variant="plain" onPress={clearAll}>
          Clear all
        </Button>
      )}
    </>
  )
}

function FilterChip({
  filter,
  query,
  isOpen,
  onOpen,
  onChange,
}: {
  filter: Filter
  query: ClaimQuery
  isOpen: boolean
  onOpen: (open: boolean) => void
  onChange: (change: Partial<ClaimQuery>) => void
}) {
  const choices = useFilterChoices(filter.id)
  const words = isActive(filter, query) ? filterWords(filter, query, choices) : 'any'
  return (
    <span className="chip filter-chip" data-tone="accent">
      <DialogTrigger isOpen={isOpen} onOpenChange={onOpen}>
        <AriaButton className="chip-press">
          {filter.title}: <b>{words}</b>
        </AriaButton>
        <Popover className="popover" placement="bottom start" offset={6} data-dialog>
          <Dialog className="filter-dialog" aria-label={`Filter by ${filter.title.toLowerCase()}`}>
            {filter.kind === 'values' ? (
              <PickList
                label={filter.title}
                items={choices}
                chosen={filter.get(query)}
                several
                onChoose={(values) => onChange(filter.set(values))}
              />
            ) : (
              <div className="filter-days">
                <DateRangeField
                  label={`${filter.title} within`}
                  description="A day, “30–31 Oct 2024” or “Oct 2024”"
                  value={filter.get(query)}
                  onChange={({ from, to }) => onChange(filter.set(from, to))}
                  autoFocus
                />
              </div>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <AriaButton
        className="chip-remove"
        aria-label={`Remove the filter ${filter.title}`}
        onPress={() => {
          onOpen(false)
          onChange(cleared(filter))
        }}
      >
        <X aria-hidden />
      </AriaButton>
    </span>
  )
}
