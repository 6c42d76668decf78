// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
// biome-ignore-all lint/a11y/useSemanticElements: rows placed freely cannot be a table element; roles and indexes say the same

import { memo } from 'react'
import type { AchCell, AchEvidence, AchHypothesis } from '../../../../contract/compare.ts'
import { credibility, dateRange, reliability } from '../../../format.ts'
import { columns } from './grid-keys.ts'
import { ratingLooks } from './rating-looks.ts'
import type { Ratings } from './use-ratings.ts'

/** A piece of evidence: what it says, by whom, how much it tells apart, and its rating against each hypothesis. */
export function EvidenceRow({
  evidence,
  hypotheses,
  row,
  top,
  current,
  selected,
  weighted,
  cellOf,
}: {
  evidence: AchEvidence
  hypotheses: readonly AchHypothesis[]
  row: number
  /** CSS pixels. */
  top: number
  /** The column of the cell that takes the focus, when it is in this row. */
  current: number | null
  /** Columns that are selected, both included. */
  selected: { from: number; to: number } | null
  weighted: boolean
  cellOf: Ratings['cellOf']
}) {
  const isSelected = (column: number) => selected !== null && column >= selected.from && column <= selected.to
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className="ach-row"
      data-left-out={evidence.leftOut || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        tabIndex={current === columns.evidence ? 0 : -1}
        className="ach-evidence"
        data-row={row}
        data-column={columns.evidence}
        data-selected={isSelected(columns.evidence) || undefined}
      >
        <span className="ach-statement" dir="auto" title={evidence.statement}>
          {evidence.statement}
        </span>
        <Facts evidence={evidence} />
      </div>
      <Apart
        evidence={evidence}
        row={row}
        isCurrent={current === columns.apart}
        isSelected={isSelected(columns.apart)}
        weighted={weighted}
      />
      {hypotheses.map((hypothesis, index) => {
        const column = index + columns.firstHypothesis
        return (
          <RatingCell
            key={hypothesis.id}
            cell={cellOf({ evidence, hypothesisId: hypothesis.id })}
            row={row}
            column={column}
            isCurrent={current === column}
            isSelected={isSelected(column)}
            isAside={hypothesis.retired}
          />
        )
      })}
    </div>
  )
}

function Facts({ evidence }: { evidence: AchEvidence }) {
  const { speaker, reliability: source, credibility: grade, quantity, saidFrom, saidTo, stance } = evidence
  const said = dateRange(saidFrom, saidTo)
  const facts = [
    speaker || 'nobody named',
    quantity,
    stance === 'asserts' ? '' : stance,
    said,
    evidence.status === 'open' ? '' : evidence.status,
    evidence.fromTopic === null ? '' : `from “${evidence.fromTopic}”`,
    evidence.words === 0 ? 'rests on no words' : '',
  ]
  return (
    <span className="ach-facts">
      {(source !== null || grade !== null) && (
        <span className="compare-grade" title={`${reliability(source)}, ${credibility(grade)}`}>
          <span aria-hidden>
            {source ?? '–'}
            {grade ?? '–'}
          </span>
          <span className="hidden-visually">
            reliability {reliability(source)}, credibility {credibility(grade)},{' '}
          </span>
        </span>
      )}
      {facts.filter(Boolean).join(' · ')}
    </span>
  )
}

const Apart = memo(function Apart({
  evidence: { diagnosticity, weight, leftOut },
  row,
  isCurrent,
  isSelected,
  weighted,
}: {
  evidence: AchEvidence
  row: number
  isCurrent: boolean
  isSelected: boolean
  weighted: boolean
}) {
  const worth = diagnosticity === null ? null : weighted ? (diagnosticity * weight) / 100 : diagnosticity
  return (
    <div
      role="gridcell"
      aria-colindex={columns.apart + 1}
      aria-readonly
      tabIndex={isCurrent ? 0 : -1}
      className="ach-apart"
      data-row={row}
      data-column={columns.apart}
      data-selected={isSelected || undefined}
    >
      <span className="ach-apart-figure" aria-hidden>
        {leftOut ? 'left out' : worth === null ? '–' : worth.toFixed(1)}
      </span>
      <span
        className="ach-apart-bar"
        aria-hidden
        style={{ '--share': (worth ?? 0) / 4 } as React.CSSProperties}
      />
      <span className="hidden-visually">{apartName(worth, leftOut)}</span>
      {weighted && !leftOut && (
        <span className="ach-apart-weight">
          <span className="hidden-visually">, weight </span>× {weight} %
        </span>
      )}
    </div>
  )
})

function apartName(worth: number | null, leftOut: boolean): string {
  if (leftOut) return 'left out: not applicable to any hypothesis'
  return worth === null ? 'not rated against two hypotheses yet' : `tells apart by ${worth.toFixed(1)} of 4`
}

const RatingCell = memo(function RatingCell({
  cell,
  row,
  column,
  isCurrent,
  isSelected,
  isAside,
}: {
  cell: AchCell | null
  row: number
  column: number
  isCurrent: boolean
  isSelected: boolean
  isAside: boolean
}) {
  const rating = cell?.rating ?? null
  const note = cell?.note ?? ''
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isSelected || isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      className="ach-cell"
      data-row={row}
      data-column={column}
      data-rating={rating ?? 'none'}
      data-selected={isSelected || undefined}
      data-aside={isAside || undefined}
      title={note === '' ? undefined : note}
    >
      <span className="ach-sign" aria-hidden>
        {rating === null ? '·' : ratingLooks[rating].sign}
      </span>
      <span className={rating === null || rating === 'not applicable' ? 'hidden-visually' : 'ach-word'}>
        {rating ?? 'not rated yet'}
      </span>
      {note !== '' && (
        <span className="ach-noted">
          <span className="hidden-visually">, note: {note}</span>
        </span>
      )}
    </div>
  )
})
