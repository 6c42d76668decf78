import { useMemo } from 'react'
import { editKinds } from '../../domain/timeline/kinds.ts'
import { type Axis, type AxisLabel, heights } from './axis.ts'
import { kindLooks, patternPaths } from './kinds.ts'
import { type Road, visitsUpTo } from './road.ts'

/** Pixels at 100 % zoom. */
export const barsHeight = 44

/**
 * The bars and days. One path a kind, however many events there are; what the replay leaves out is drawn faintly
 * behind what it visits.
 */
export function Chart({
  road,
  axis,
  width,
  labels,
}: {
  road: Road
  axis: Axis
  width: number
  labels: readonly AxisLabel[]
}) {
  const { all, visited } = useMemo(() => barsOf(road, axis), [road, axis])
  return (
    <svg className="timeline-svg" width={width} height={barsHeight + 20} aria-hidden>
      <defs>
        {editKinds.map((kind) => (
          <KindPattern key={kind} kind={kind} />
        ))}
      </defs>
      <g opacity={road.visits ? 0.25 : 1}>
        {editKinds.map((kind, index) => (
          <path key={kind} d={all[index]} fill={`url(#kind-${kind})`} />
        ))}
      </g>
      {road.visits && (
        <g>
          {editKinds.map((kind, index) => (
            <path key={kind} d={visited[index]} fill={`url(#kind-${kind})`} />
          ))}
        </g>
      )}
      <line className="timeline-ground" x1={0} x2={width} y1={barsHeight + 0.5} y2={barsHeight + 0.5} />
      {labels.map(({ x, text, seq }) => (
        <g key={seq}>
          <line
            className="timeline-tick"
            x1={axis.leftOf(seq) + 0.5}
            x2={axis.leftOf(seq) + 0.5}
            y1={barsHeight}
            y2={barsHeight + 4}
          />
          <text className="timeline-day" x={x} y={barsHeight + 16}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** The sign of a kind as a square of its pattern, for the legend. */
export function KindSwatch({ kind }: { kind: (typeof editKinds)[number] }) {
  return (
    <svg className="timeline-swatch" width={12} height={12} aria-hidden>
      <rect width={12} height={12} fill={`url(#kind-${kind})`} />
    </svg>
  )
}

function KindPattern({ kind }: { kind: (typeof editKinds)[number] }) {
  const { colour, pattern } = kindLooks[kind]
  return (
    <pattern id={`kind-${kind}`} width={4} height={4} patternUnits="userSpaceOnUse">
      <rect width={4} height={4} style={{ fill: colour }} />
      <path d={patternPaths[pattern]} className="timeline-pattern" />
    </pattern>
  )
}

/** The outlines of every kind's share of the bars: of all events, and of those visited. */
function barsOf(road: Road, axis: Axis): { all: string[]; visited: string[] } {
  const { buckets, sessions } = road.timeline
  const all = editKinds.map(() => '')
  const visited = editKinds.map(() => '')
  for (const [index, height] of heights(buckets, sessions).entries()) {
    const bucket = buckets[index]!
    const left = axis.leftOf(bucket.first)
    const right = axis.rightOf(bucket.last)
    // A little space between bars, as long as they are wide enough to keep some.
    const size = Math.max(0.75, right - left - (right - left > 3 ? 1 : 0))
    const events = bucket.last - bucket.first + 1
    const share = (visitsUpTo(road, bucket.last) - visitsUpTo(road, bucket.first - 1)) / events
    stack(all, bucket.counts, left, size, (height * barsHeight) / events)
    if (road.visits && share > 0) {
      stack(visited, bucket.counts, left, size, (height * barsHeight * share) / events)
    }
  }
  return { all, visited }
}

function stack(paths: string[], counts: readonly number[], x: number, width: number, unit: number): void {
  let y = barsHeight
  for (const [kind, count] of counts.entries()) {
    if (count === 0) continue
    const height = count * unit
    y -= height
    paths[kind] +=
      `M${x.toFixed(2)} ${y.toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}h-${width.toFixed(2)}z`
  }
}
