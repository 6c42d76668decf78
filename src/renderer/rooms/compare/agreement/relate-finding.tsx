import { ArrowDownUp } from 'lucide-react'
import { useState } from 'react'
import type { AgreementFinding, FindingSide } from '../../../../contract/compare.ts'
import type { RelationKind } from '../../../../domain/relation/row.ts'
import { relationChoices } from '../../../claims/choices.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { kindLooks } from './kind-looks.tsx'

/** Confirms a finding and relates its two claims, in one step that one undo takes back. */
export function RelateFinding({ finding, onClose }: { finding: AgreementFinding; onClose: () => void }) {
  const [kind, setKind] = useState<RelationKind>(kindLooks[finding.kind].relation)
  const [isTurned, setTurned] = useState(false)
  const [note, setNote] = useState('')
  const [error, setError] = useState('')
  const [from, to] = isTurned ? [finding.b, finding.a] : [finding.a, finding.b]
  const save = async () => {
    const relation = { id: newId(), fromId: from.claimId, toId: to.claimId, kind, note: note.trim() }
    const judged = { id: newId(), aId: from.claimId, bId: to.claimId, kind: finding.kind, relation }
    const answer = await execute('finding.confirm', judged, { inPlace: true })
    if (answer.ok) onClose()
    else setError(answer.error.message)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Relate the two claims"
      subtitle={`Confirms the ${finding.kind} too; one undo takes both back.`}
      footer={
        <>
          <Button variant="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onPress={() => void save()}>
            Confirm and relate
          </Button>
        </>
      }
    >
      <div className="finding-relate">
        <End side={from} />
        <div className="finding-relate-kind">
          <Segmented
            label="Kind of relation"
            items={relationChoices.map(({ id, label }) => ({ id, label }))}
            value={kind}
            onChange={setKind}
          />
          <span className="dim">{relationChoices.find(({ id }) => id === kind)?.detail}</span>
          <Button size="small" variant="plain" icon={<ArrowDownUp />} onPress={() => setTurned(!isTurned)}>
            Exchange
          </Button>
        </div>
        <End side={to} />
        <TextArea label="Note" rows={2} value={note} onChange={setNote} placeholder="Why, in a sentence" />
        {error !== '' && (
          <p className="warning" role="alert">
            {error}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function End({ side }: { side: FindingSide }) {
  return (
    <div className="finding-relate-end">
      <b dir="auto">{side.speaker ?? 'Speaker unknown'}</b>
      <span dir="auto">{side.statement}</span>
    </div>
  )
}
