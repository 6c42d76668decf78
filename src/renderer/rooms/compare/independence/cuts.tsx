import { useState } from 'react'
import type { Independence } from '../../../../contract/independence.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { Button } from '../../../ui/button.tsx'
import { type CorrectedPair, CorrectionMenu, CorrectionNote } from './correction.tsx'
import { bylineOf } from './words.ts'

/** Pairs that the analyst holds independent, and what still ties those that others hold together. */
export function Cuts({ found }: { found: Independence }) {
  const { cuts, claims } = found
  if (cuts.length === 0) return null
  const name = (id: string) => bylineOf(claims[id]!)
  return (
    <section className="chart-card" aria-label="Held to be independent">
      <header className="chart-head">
        <h3 className="chart-title">Held to be independent</h3>
      </header>
      <ul className="origin-cuts">
        {cuts.map(({ correctionId, oneId, otherId, note, found: sentence, through }) => (
          <li key={correctionId}>
            <p>
              <b>{name(oneId)}</b> and <b>{name(otherId)}</b>
              {note && `: ${note}`}
            </p>
            {sentence && <p className="dim">Without the correction: {sentence}</p>}
            {through && (
              <p className="warning">
                They still go back to one origin, by way of {through.slice(1, -1).map(name).join(' → ')}.
              </p>
            )}
            <CutActions
              pair={{ oneId, otherId, correctionId, verdict: 'independent', note }}
              name={`${name(oneId)} and ${name(otherId)}`}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function CutActions({ pair, name }: { pair: CorrectedPair; name: string }) {
  const readOnly = useReadOnly()
  const [note, setNote] = useState<string | null>(null)
  if (readOnly !== null) return null
  if (note !== null) {
    return (
      <div className="origin-correction">
        <CorrectionNote pair={pair} note={note} onChange={setNote} onDone={() => setNote(null)} />
        <Button size="small" variant="plain" onPress={() => setNote(null)}>
          Cancel
        </Button>
      </div>
    )
  }
  return (
    <>
      <CorrectionMenu pair={pair} name={name} />
      <Button size="small" variant="plain" aria-label={`Note: ${name}`} onPress={() => setNote(pair.note)}>
        Note
      </Button>
    </>
  )
}
