import { X } from 'lucide-react'
import type { Chronology } from '../../../../contract/compare.ts'
import { stanceChoices } from '../../../claims/choices.ts'
import { type CompareView, useCompare } from '../../../state/compare.ts'
import { Button } from '../../../ui/button.tsx'
import { PickList } from '../../../ui/pick-list.tsx'
import { Popover } from '../../../ui/popover.tsx'
import type { Choice } from '../../../ui/select.tsx'
import { isFiltered, showEverything } from './shown-items.ts'

/** Narrow the timeline to speakers, stances, or to claims or articles. */
export function ChronologyFilters({ chronology }: { chronology: Chronology }) {
  const sourceIds = useCompare((view) => view.timelineSourceIds)
  const stances = useCompare((view) => view.timelineStances)
  const kinds = useCompare((view) => view.timelineKinds)
  const speakers = chronology.sources
    .map(({ id, name }) => ({ id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
  return (
    <>
      <FilterButton
        title="Speaker"
        items={speakers}
        chosen={sourceIds}
        onChoose={(timelineSourceIds) => useCompare.setState({ timelineSourceIds })}
      />
      <FilterButton
        title="Stance"
        items={stanceChoices}
        chosen={stances}
        onChoose={(next) => useCompare.setState({ timelineStances: next as CompareView['timelineStances'] })}
      />
      <FilterButton
        title="Kind"
        items={kindChoices}
        chosen={kinds}
        onChoose={(next) => useCompare.setState({ timelineKinds: next as CompareView['timelineKinds'] })}
      />
      {isFiltered({ sourceIds, stances, kinds }) && (
        <Button size="small" variant="plain" icon={<X />} onPress={showEverything}>
          Show everything
        </Button>
      )}
    </>
  )
}

const kindChoices: Choice[] = [
  { id: 'claim', label: 'claims' },
  { id: 'article', label: 'articles' },
]

function FilterButton({
  title,
  items,
  chosen,
  onChoose,
}: {
  title: string
  items: readonly Choice[]
  chosen: readonly string[]
  onChoose: (ids: string[]) => void
}) {
  const names = chosen.map((id) => items.find((item) => item.id === id)?.label ?? '…')
  return (
    <Popover
      label={`Filter by ${title.toLowerCase()}`}
      trigger={
        <Button size="small" className="compare-filter">
          {title}
          {chosen.length > 0 && <b>{names.length > 2 ? `${names.length} chosen` : names.join(', ')}</b>}
        </Button>
      }
    >
      <div className="compare-filter-list">
        <PickList label={title} items={items} chosen={chosen} onChoose={onChoose} several />
      </div>
    </Popover>
  )
}
