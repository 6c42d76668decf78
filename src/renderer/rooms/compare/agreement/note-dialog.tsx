import { useState } from 'react'
import type { AgreementFinding } from '../../../../contract/compare.ts'
import { execute } from '../../../data/execute.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/field.tsx'

/** Why a finding was judged as it was. */
export function NoteDialog({ finding, onClose }: { finding: AgreementFinding; onClose: () => void }) {
  const { verdict, kind } = finding
  const [note, setNote] = useState(verdict?.note ?? '')
  const [error, setError] = useState('')
  if (!verdict) return null
  const save = async () => {
    const { id, aId, bId } = verdict
    const type = verdict.verdict === 'confirmed' ? 'finding.confirm' : 'finding.dismiss'
    const answer = await execute(type, { id, aId, bId, kind, note: note.trim() }, { inPlace: true })
    if (answer.ok || answer.error.code === 'nothing_to_change') onClose()
    else setError(answer.error.message)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="Note on the verdict"
      footer={
        <>
          <Button variant="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onPress={() => void save()}>
            Keep the note
          </Button>
        </>
      }
    >
      <TextArea
        label="Note"
        hideLabel
        rows={3}
        value={note}
        onChange={setNote}
        maxLength={10_000}
        autoFocus
        error={error}
        placeholder={`Why it is ${verdict.verdict}`}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        }}
      />
    </Dialog>
  )
}
