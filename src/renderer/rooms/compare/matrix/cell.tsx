import { Shuffle } from 'lucide-react'
import type { MatrixCell } from '../../../../contract/compare.ts'
import { saidWords } from '../../../../domain/compare/matrix/matrix.ts'
import { count } from '../../../format.ts'

/** What a source said last, how often; where it said something else before, that too, with a sign. */
export function CellWords({ cell: { last, changes, claimIds } }: { cell: MatrixCell }) {
  const before = changes.at(-1)?.from
  return (
    <>
      <span
        className="matrix-words"
        data-figure={last.isFigure || undefined}
        data-stance={last.stance}
        data-changed={before ? true : undefined}
        dir="auto"
      >
        {saidWords(last)}
      </span>
      {before && (
        <span className="matrix-changed" title={changeLines(changes).join('\n')}>
          <Shuffle aria-hidden /> changed its story: was {saidWords(before)}
          <span className="hidden-visually"> ({changeLines(changes).join('; ')})</span>
        </span>
      )}
      <span className="matrix-facts">
        {[last.said, claimIds.length > 1 ? count(claimIds.length, 'claim') : ''].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

/** The latest changes in sentences, the last one first; a cell with hundreds of them says how many more there are. */
function changeLines(changes: MatrixCell['changes']): string[] {
  const latest = changes
    .slice(-mostTold)
    .reverse()
    .map(({ words }) => words)
  return changes.length > mostTold ? [...latest, `and ${changes.length - mostTold} changes before`] : latest
}

const mostTold = 5
