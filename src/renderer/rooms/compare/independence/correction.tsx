import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { useReadOnly } from '../../../state/read-only.ts'
import { Button } from '../../../ui/button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Segmented } from '../../../ui/segmented.tsx'

/** A pair of claims with what the analyst said of it. */
export interface CorrectedPair {
  oneId: string
  otherId: string
  correctionId: string | null
  verdict: Verdict
}

export type Verdict = 'same origin' | 'independent' | 'as found'

const verdicts = [
  { id: 'same origin', label: 'Same origin' },
  { id: 'independent', label: 'Independent' },
  { id: 'as found', label: 'As found' },
] as const

/** Keeps what the analyst says of a pair; “as found” takes an earlier correction back. */
export async function correct(pair: CorrectedPair, verdict: Verdict): Promise<void> {
  const { oneId, otherId, correctionId } = pair
  if (verdict === 'as found') {
    if (correctionId) await execute('originLink.clear', { ids: [correctionId] })
    return
  }
  await execute('originLink.set', { id: newId(), oneId, otherId, verdict })
}

/** The three verdicts in sight, beside the pair's words. */
export function Correction({ pair, onDone }: { pair: CorrectedPair; onDone: () => void }) {
  const readOnly = useReadOnly()
  return (
    <div className="origin-correction">
      <Segmented
        label="Origin of these two"
        items={verdicts}
        value={pair.verdict}
        isDisabled={readOnly !== null}
        onChange={(verdict) => void correct(pair, verdict).then(onDone)}
      />
      {readOnly && <p className="dim">{readOnly}</p>}
    </div>
  )
}

/** Likewise as the menu of a small button, for lists. */
export function CorrectionMenu({ pair, name }: { pair: CorrectedPair; name: string }) {
  const readOnly = useReadOnly()
  if (readOnly !== null) return null
  return (
    <Menu
      label={`Origin of ${name}`}
      trigger={
        <Button size="small" variant="plain" aria-label={`Correct: ${name}`}>
          Correct
        </Button>
      }
      items={verdicts.map(({ id, label }) => ({
        id,
        label,
        detail: id === pair.verdict ? 'now' : '',
        run: () => void correct(pair, id),
      }))}
    />
  )
}
