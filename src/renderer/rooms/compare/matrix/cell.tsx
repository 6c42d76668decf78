import { Shuffle } from 'lucide-react'
import type { MatrixCell } from '../../../../contract/compare.ts'
import { saidWords } from '../../../../domain/compare/matrix.ts'
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
        <span className="matrix-changed" title={changes.map(({ words }) => words).join('\n')}>
          <Shuffle aria-hidden /> changed its story: was {saidWords(before)}
        </span>
      )}
      <span className="matrix-facts">
        {[last.said, claimIds.length > 1 ? count(claimIds.length, 'claim') : ''].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

/** The same for a screen reader, with every change in its sentence. */
export function cellName({ last, changes, claimIds }: MatrixCell): string {
  return [
    `${saidWords(last)}${last.said ? `, said ${last.said}` : ''}`,
    ...changes.map(({ words }) => `changed its story: ${words}`),
    count(claimIds.length, 'claim'),
  ].join('; ')
}
