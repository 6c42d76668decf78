import { useState } from 'react'
import type { Answer } from '../../../../contract/wire.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Segmented } from '../../../ui/segmented.tsx'

/** A pair of claims with what the analyst said of it. */
export interface CorrectedPair {
  oneId: string
  otherId: string
  correctionId: string | null
  verdict: Verdict
  /** Why; empty without a correction. */
  note: string
}

export type Verdict = 'same origin' | 'independent' | 'as found'

const verdicts = [
  { id: 'same origin', label: 'Same origin' },
  { id: 'independent', label: 'Independent' },
  { id: 'as found', label: 'As found' },
] as const

/** Keeps what the analyst says of a pair, with the note where one is given; “as found” takes an earlier correction back. */
export async function correct(
  { oneId, otherId, correctionId }: Pick<CorrectedPair, 'oneId' | 'otherId' | 'correctionId'>,
  verdict: Verdict,
  note?: string,
): Promise<Answer<unknown> | null> {
  if (verdict === 'as found') {
    return correctionId ? execute('originLink.clear', { ids: [correctionId] }) : null
  }
  const why = note === undefined ? {} : { note: note.trim() }
  return execute('originLink.set', { id: newId(), oneId, otherId, verdict, ...why })
}

/** The three verdicts in sight, beside the pair's words, and why. */
export function Correction({ pair, onDone }: { pair: CorrectedPair; onDone: () => void }) {
  const readOnly = useReadOnly()
  const [note, setNote] = useState(pair.note)
  return (
    <div className="origin-correction">
      <CorrectionNote pair={pair} note={note} onChange={setNote} onDone={onDone} />
      <Segmented
        label="Origin of these two"
        items={verdicts}
        value={pair.verdict}
        isDisabled={readOnly !== null}
        onChange={(verdict) => void correct(pair, verdict, note).then(onDone)}
      />
      {readOnly && <p className="dim">{readOnly}</p>}
    </div>
  )
}

/** Why the pair is corrected: goes with a verdict when one is given, and is kept by itself where one was given before. */
export function CorrectionNote({
  pair,
  note,
  onChange,
  onDone,
}: {
  pair: CorrectedPair
  note: string
  onChange: (note: string) => void
  onDone: () => void
}) {
  const readOnly = useReadOnly()
  const [error, setError] = useState('')
  const isNew = pair.correctionId !== null && note.trim() !== pair.note
  const keep = async () => {
    const answer = await correct(pair, pair.verdict, note)
    if (answer?.ok === false) setError(answer.error.message)
    else onDone()
  }
  return (
    <>
      <TextArea
        label="Why"
        rows={1}
        value={note}
        onChange={onChange}
        maxLength={10_000}
        isReadOnly={readOnly !== null}
        error={error}
        placeholder="A note on your correction, if you like"
        onKeyDown={(event) => {
          if (isNew && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep()
        }}
      />
      {isNew && readOnly === null && (
        <Button size="small" onPress={() => void keep()}>
          Keep the note
        </Button>
      )}
    </>
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
