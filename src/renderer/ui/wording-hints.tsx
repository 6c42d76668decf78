import { Info, TriangleAlert } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { lintWording } from '../../domain/brief/wording-lint.ts'
import { count } from '../format.ts'
import './wording-hints.css'

/** More than this under one field is no help. */
const mostShown = 4
const none: readonly string[] = []

/**
 * What ICD 203 would word otherwise in a text, under its field: nothing is changed or refused.
 * @param elsewhere the other texts of the same product
 */
export function WordingHints({ text, elsewhere = none }: { text: string; elsewhere?: readonly string[] }) {
  // Typing goes first: the text may be long.
  const settled = useDeferredValue(text)
  const others = elsewhere.join('\n\n')
  const findings = useMemo(() => lintWording(settled, [others]), [settled, others])
  // Always in the document, so that a screen reader hears what comes into it.
  return (
    <div role="status" className="wording-hints">
      {findings.length > 0 && (
        <ul aria-label="Wording">
          {findings.slice(0, mostShown).map(({ kind, start, end, reason }) => (
            <li key={`${start} ${end} ${kind}`} data-kind={kind}>
              {kind === 'no term' ? <Info aria-hidden /> : <TriangleAlert aria-hidden />}
              <span>{reason}</span>
            </li>
          ))}
          {findings.length > mostShown && (
            <li className="dim">and {count(findings.length - mostShown, 'more place')}</li>
          )}
        </ul>
      )}
    </div>
  )
}
