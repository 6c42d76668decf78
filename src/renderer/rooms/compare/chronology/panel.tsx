import { CalendarRange } from 'lucide-react'
import { useMemo } from 'react'
import type { Chronology } from '../../../../contract/compare.ts'
import { chronologyChart, chronologyTable } from '../../../../domain/compare/chronology/drawing.ts'
import { useAsk } from '../../../data/ask.ts'
import { count } from '../../../format.ts'
import { useCompare } from '../../../state/compare.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Beside } from '../chart/beside.tsx'
import { ChartTable } from '../chart/chart-table.tsx'
import { ChartView } from '../chart/chart-view.tsx'
import type { MakeChart } from '../chart/use-moved-chart.ts'
import { ChronologyFilters } from './filters.tsx'
import { isFiltered, showEverything, shownItems } from './shown-items.ts'

/** The claims on a topic and their articles by when it happened, was said, or came into the workspace. */
export function ChronologyPanel({ topicId }: { topicId: string }) {
  const by = useCompare((view) => view.timelineBy)
  const sourceIds = useCompare((view) => view.timelineSourceIds)
  const stances = useCompare((view) => view.timelineStances)
  const kinds = useCompare((view) => view.timelineKinds)
  const { data, error } = useAsk('compare.chronology', { topicId })
  const filter = useMemo(() => ({ sourceIds, stances, kinds }), [sourceIds, stances, kinds])
  const chronology = useMemo(() => data && shownItems(data, filter), [data, filter])
  if (error) return <p className="warning compare-problem">{error.problem.message}</p>
  if (!data || !chronology) return <div className="compare-cards" aria-busy />
  return (
    <div className="compare-cards">
      <div className="compare-switches" role="group" aria-label="What the timeline shows">
        <Segmented
          label="By"
          items={[
            { id: 'event', label: 'When it happened' },
            { id: 'statement', label: 'When it was said' },
            { id: 'entry', label: 'When it was entered' },
          ]}
          value={by}
          onChange={(timelineBy) => useCompare.setState({ timelineBy })}
        />
        <ChronologyFilters chronology={data} />
      </div>
      {chronology.items.length === 0 ? (
        <EmptyState
          icon={<CalendarRange />}
          title={isFiltered(filter) ? 'Nothing fits these filters' : 'Nothing to show yet'}
          text="The claims and articles are still there."
          action={isFiltered(filter) && <Button onPress={showEverything}>Show everything</Button>}
        />
      ) : !hasTimes(chronology, by) ? (
        <EmptyState
          icon={<CalendarRange />}
          title={by === 'event' ? 'Nobody has dated what happened' : 'Nothing is dated'}
          text={`${count(chronology.items.length, 'claim or article', 'claims and articles')} ${chronology.items.length === 1 ? 'has' : 'have'} no such date. Give the claims theirs in their form or in the table of claims; the day on which an article came out stands in its details.`}
          action={
            <Button onPress={() => useCompare.setState({ timelineBy: 'entry' })}>
              Show by when it was entered
            </Button>
          }
        />
      ) : (
        <TimelineCard key={by} chronology={chronology} by={by} all={data.items.length} />
      )}
    </div>
  )
}

function hasTimes({ items }: Chronology, by: 'event' | 'statement' | 'entry'): boolean {
  return by === 'entry' || items.some(({ event, said }) => (by === 'event' ? event : said) !== null)
}

interface TimelineProps {
  chronology: Chronology
  by: 'event' | 'statement' | 'entry'
  /** How many items there are without filters. */
  all: number
}

function TimelineCard({ chronology, by, all }: TimelineProps) {
  const make = useMemo<MakeChart>(
    () => (width, shown) => chronologyChart(chronology, { by, width, shown }),
    [chronology, by],
  )
  const shown = chronology.items.length
  return (
    <ChartView
      title="Timeline"
      detail={shown === all ? count(all, 'item') : `${count(shown, 'item')} of ${all}`}
      label="Timeline"
      make={make}
      moves
      table={<TimelineTable chronology={chronology} by={by} />}
      beside={(claimIds) => <Beside claimIds={claimIds} one="has no such date." many="have no such date." />}
    />
  )
}

function TimelineTable({ chronology, by }: Pick<TimelineProps, 'chronology' | 'by'>) {
  const table = useMemo(() => chronologyTable(chronology, by), [chronology, by])
  return <ChartTable label="Timeline" table={table} />
}
