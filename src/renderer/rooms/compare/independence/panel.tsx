import { Split, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Independence } from '../../../../contract/independence.ts'
import { originsTable } from '../../../../domain/compare/independence/table.ts'
import { useAsk } from '../../../data/ask.ts'
import { count } from '../../../format.ts'
import { useNavigation } from '../../../state/navigation.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ChartCard } from '../chart/chart-card.tsx'
import { ChartTable } from '../chart/chart-table.tsx'
import { Cuts } from './cuts.tsx'
import { OriginGraph } from './graph.tsx'
import { OriginList } from './origin-list.tsx'
import { sumWords } from './words.ts'
import './independence.css'

/** Who goes back to whom: how many independent origins stand behind a topic's reports. */
export function IndependencePanel({ topicId }: { topicId: string }) {
  return <Origins key={topicId} topicId={topicId} />
}

/** What is shown at first; each “Show more” shows four times as much. */
const atFirst = { groups: 24, members: 24 }

function Origins({ topicId }: { topicId: string }) {
  const [most, setMost] = useState(atFirst)
  const { data, error } = useAsk('compare.independence', { topicId, ...most })
  if (error) return <p className="warning compare-problem">{error.problem.message}</p>
  if (!data) return <div className="compare-cards" aria-busy />
  if (data.reports === 0) {
    return (
      <EmptyState
        icon={<Split />}
        title="No reports on this topic"
        text="Put claims on the topic and give them their speakers: then it shows how many independent origins stand behind them."
      />
    )
  }
  const hidden =
    data.origins > data.groups.length || data.groups.some((group) => group.size > group.claimIds.length)
  const more = () =>
    setMost(({ groups, members }) => ({
      groups: Math.min(groups * 4, 10_000),
      members: Math.min(members * 4, 100_000),
    }))
  return (
    <div className="compare-cards">
      <ChartCard
        title="Independence"
        detail={sumWords(data)}
        chart={<OriginGraph found={data} />}
        table={<OriginTable found={data} />}
        footer={<Rules found={data} />}
      />
      <Warnings found={data} />
      <section className="chart-card" aria-label="Reports by origin">
        <header className="chart-head">
          <h3 className="chart-title">Reports by origin</h3>
        </header>
        <OriginList found={data} />
        {hidden && (
          <footer className="chart-foot">
            <span>
              {data.groups.length < data.origins &&
                `${data.groups.length} of ${count(data.origins, 'origin')} shown, the largest first.`}
            </span>
            <Button size="small" onPress={more}>
              Show more
            </Button>
          </footer>
        )}
      </section>
      <Cuts found={data} />
    </div>
  )
}

function OriginTable({ found }: { found: Independence }) {
  const table = useMemo(
    () =>
      originsTable(found.groups, (id) => {
        const { speaker, via, day, quantity, statement } = found.claims[id]!
        return { speaker, via: via.join(' → '), day: day ?? '', quantity, statement }
      }),
    [found],
  )
  return <ChartTable label="Reports and their origins" table={table} />
}

/** Claims said to be confirmed although one origin stands behind them. */
function Warnings({ found }: { found: Independence }) {
  const openClaim = useNavigation((navigation) => navigation.openClaim)
  if (found.warnings.length === 0) return null
  return (
    <ul className="origin-warnings" aria-label="Confirmed by one origin only">
      {found.warnings.map(({ claimId, message }) => (
        <li key={`${claimId} ${message}`} className="warning">
          <TriangleAlert aria-hidden />
          <span>
            <AriaButton className="origin-warned" onPress={() => openClaim(claimId)}>
              {found.claims[claimId]!.statement}
            </AriaButton>{' '}
            {message}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The rules and their thresholds, as they stand in the domain. */
function Rules({ found: { rules } }: { found: Independence }) {
  return (
    <details className="origin-rules">
      <summary>How origins are found</summary>
      <ul>
        <li>
          One speaker is one origin; statements within {rules.occasionDays} days are one occasion, those
          further apart are only likely the same.
        </li>
        <li>Unnamed officials and spokespeople of one organisation, and it itself, are likely one origin.</li>
        <li>
          A claim that came through somebody goes back to that speaker’s claim with the same figure, or to
          what that publication printed of it, unless both have speakers of their own. Where there is no
          figure, the same stance makes that only likely.
        </li>
        <li>Claims that name nobody, of one publisher and with one figure, are likely one.</li>
        <li>
          Quotes of {rules.leastWords} words or more that are the same, or share{' '}
          {Math.round(rules.likeness * 100)} % of their runs of five words about the same figure, are one
          origin, unless both speakers are named.
        </li>
        <li>“Repeats” between two claims says so. Your corrections go before everything.</li>
      </ul>
    </details>
  )
}
