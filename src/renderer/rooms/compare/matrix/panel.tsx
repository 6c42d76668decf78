import { Grid3x3 } from 'lucide-react'
import type { MatrixRow } from '../../../../domain/compare/matrix/matrix.ts'
import { useAsk } from '../../../data/ask.ts'
import { count } from '../../../format.ts'
import { useCompare } from '../../../state/compare.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { MatrixGrid } from './grid.tsx'
import './matrix.css'

/** Sources by topics, or by the things counted within the topic: what each said last, how often, and what it said before. */
export function MatrixPanel({ topicId }: { topicId: string }) {
  const columns = useCompare((view) => view.matrixColumns)
  const sources = useCompare((view) => view.matrixSources)
  const everybody = columns === 'topics' && sources === 'all'
  const { data, error } = useAsk('compare.matrix', { topicId: everybody ? null : topicId, columns })
  if (error) return <p className="warning compare-problem">{error.problem.message}</p>
  const changed = data?.rows.reduce(
    (sum, { cells }) => sum + Object.values(cells).filter(({ changes }) => changes.length > 0).length,
    0,
  )
  return (
    <div className="compare-cards matrix-panel">
      <section className="chart-card matrix-card" aria-label="Sources side by side">
        <header className="chart-head">
          <h3 className="chart-title">
            {columns === 'topics' ? 'Sources by topic' : 'Sources by thing counted'}
          </h3>
          {data && (
            <span className="chart-detail">
              {sourcesOf(data.rows)}
              {changed ? ` · ${count(changed, 'changed story', 'changed stories')}` : ''}
            </span>
          )}
          <div className="chart-switches">
            {columns === 'topics' && (
              <Segmented
                label="Which sources"
                items={[
                  { id: 'topic', label: 'Of this topic' },
                  { id: 'all', label: 'All sources' },
                ]}
                value={sources}
                onChange={(matrixSources) => useCompare.setState({ matrixSources })}
              />
            )}
            <Segmented
              label="Columns"
              items={[
                { id: 'topics', label: 'Topics' },
                { id: 'things', label: 'Things counted' },
              ]}
              value={columns}
              onChange={(matrixColumns) => useCompare.setState({ matrixColumns })}
            />
          </div>
        </header>
        {!data ? (
          <div className="matrix-empty" aria-busy />
        ) : data.rows.length === 0 || data.columns.length === 0 ? (
          <div className="matrix-empty">
            <EmptyState
              icon={<Grid3x3 />}
              title={columns === 'things' ? 'Nothing is counted here' : 'Nobody speaks here yet'}
              text={
                columns === 'things'
                  ? 'No claim on this topic gives a figure. Give a claim its quantity and unit, or look at the sources by topic.'
                  : 'Give claims their speaker, and each source has its line here.'
              }
            />
          </div>
        ) : (
          <MatrixGrid
            key={`${columns} ${everybody}`}
            matrix={data}
            topicId={columns === 'topics' ? topicId : null}
          />
        )}
      </section>
    </div>
  )
}

/** Claims whose speaker is unknown have a line of their own, but are no source. */
function sourcesOf(rows: readonly MatrixRow[]): string {
  const named = rows.filter(({ source }) => source !== null).length
  const unknown = named < rows.length
  if (!unknown) return count(named, 'source')
  return named === 0 ? 'speaker unknown' : `${count(named, 'source')}, and claims whose speaker is unknown`
}
