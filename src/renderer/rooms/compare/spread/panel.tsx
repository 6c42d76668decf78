import { ChartScatter } from 'lucide-react'
import { useMemo } from 'react'
import type { Spread, SpreadGroup } from '../../../../contract/compare.ts'
import { spreadChart, spreadTable } from '../../../../domain/compare/spread/drawing.ts'
import { useAsk } from '../../../data/ask.ts'
import { count } from '../../../format.ts'
import { useCompare } from '../../../state/compare.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Beside } from '../chart/beside.tsx'
import { ChartTable } from '../chart/chart-table.tsx'
import { ChartView } from '../chart/chart-view.tsx'
import type { MakeChart } from '../chart/use-moved-chart.ts'
import { SpreadSwitches } from './switches.tsx'

/** How far apart the figures on a topic are; what counts different things is kept apart and named. */
export function SpreadPanel({ topicId }: { topicId: string }) {
  const { data, error } = useAsk('compare.spread', { topicId })
  if (error) return <p className="warning compare-problem">{error.problem.message}</p>
  if (!data) return <div className="compare-cards" aria-busy />
  if (data.groups.length === 0) {
    return (
      <EmptyState
        icon={<ChartScatter />}
        title="No figures on this topic"
        text={`${count(data.claims, 'claim')} and none of them with a quantity. Give claims their quantity and unit to see how far apart they are; the matrix shows what is said in words.`}
      />
    )
  }
  return (
    <div className="compare-cards">
      <SpreadSwitches />
      {data.groups.map((group) => (
        <GroupCard key={group.key} spread={data} group={group} />
      ))}
      <p className="compare-beside">
        <Beside claimIds={data.without} one="gives no figure." many="give no figure." />
      </p>
    </div>
  )
}

function GroupCard({ spread, group }: { spread: Spread; group: SpreadGroup }) {
  const along = useCompare((view) => view.spreadAlong)
  const rows = useCompare((view) => view.spreadRows)
  const order = useCompare((view) => view.spreadOrder)
  const scale = useCompare((view) => view.spreadScale)
  const view = useMemo(() => ({ along, rows, order, scale }), [along, rows, order, scale])
  const { sources } = spread
  const make = useMemo<MakeChart>(
    () => (width, shown) => spreadChart(group, sources, { ...view, width, shown }),
    [group, sources, view],
  )
  const others = group.spellings.slice(1).map(({ words }) => words)
  const name = `${group.name[0]?.toUpperCase() ?? ''}${group.name.slice(1)}`
  return (
    <ChartView
      key={along}
      title={name}
      detail={[
        count(group.marks.length, 'claim'),
        others.length > 0 ? `also written ${others.join(', ')}` : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      label={`Spread of ${group.name}`}
      make={make}
      moves={along !== 'value'}
      table={<SpreadTable spread={spread} group={group} label={`Spread of ${group.name}`} />}
      beside={(claimIds) => <Beside claimIds={claimIds} one="has no such date." many="have no such date." />}
    />
  )
}

function SpreadTable({ spread, group, label }: { spread: Spread; group: SpreadGroup; label: string }) {
  const table = useMemo(() => spreadTable(group, spread.sources), [group, spread.sources])
  return <ChartTable label={label} table={table} />
}
