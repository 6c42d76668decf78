// biome-ignore-all lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
// biome-ignore-all lint/a11y/useSemanticElements: rows placed freely cannot be a table element; roles and indexes say the same

import type { AchHypothesis } from '../../../../contract/compare.ts'
import { likelihoodBands } from '../../../../domain/grade.ts'
import { number } from '../../../format.ts'

/** A hypothesis at the head of its column: what is against it, and likelihood and confidence as facts of their own. */
export function HypothesisHead({
  hypothesis,
  column,
  isCurrent,
  weighted,
  total,
}: {
  hypothesis: AchHypothesis
  column: number
  isCurrent: boolean
  weighted: boolean
  /** Pieces of evidence that count. */
  total: number
}) {
  const { statement, retired, rated, likelihood, confidence, note } = hypothesis
  const against = weighted ? hypothesis.weightedInconsistency : hypothesis.inconsistency
  return (
    <div
      role="columnheader"
      aria-colindex={column + 1}
      tabIndex={isCurrent ? 0 : -1}
      className="ach-hypothesis"
      data-row={-1}
      data-column={column}
      data-aside={retired || undefined}
      title={note === '' ? statement : `${statement}\n\n${note}`}
    >
      <span className="ach-hypothesis-words" dir="auto">
        {statement}
      </span>
      <span className="ach-hypothesis-score">
        {retired ? (
          'set aside'
        ) : (
          <>
            <span>
              <b>{weighted ? against.toFixed(1) : number(against)}</b> against
            </span>
            <span data-partly={rated < total || undefined}>
              {number(rated)} of {number(total)} rated
            </span>
          </>
        )}
      </span>
      {likelihood !== null && (
        <span className="ach-hypothesis-grade">
          Likelihood: {likelihood} ({likelihoodBands[likelihood].join('–')} %)
        </span>
      )}
      {confidence !== null && <span className="ach-hypothesis-grade">Confidence: {confidence}</span>}
    </div>
  )
}
