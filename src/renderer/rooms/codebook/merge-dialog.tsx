import { useState } from 'react'
import type { Answer } from '../../../contract/wire.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import type { Choice } from '../../ui/select.tsx'

/** Chooses what an entry is merged into, and says beforehand what that changes. */
export function MergeDialog({
  title,
  label,
  items,
  tell,
  onMerge,
  onMerged,
  onClose,
}: {
  title: string
  label: string
  items: readonly Choice[]
  /** What the merge into the entry of that name will do, as sentences. */
  tell: (into: string) => string
  onMerge: (into: string) => Promise<Answer<unknown>>
  onMerged: (into: string) => void
  onClose: () => void
}) {
  const [into, setInto] = useState<string | null>(null)
  const name = items.find(({ id }) => id === into)?.label
  const merge = async () => {
    if (into === null) return
    const answer = await onMerge(into)
    if (!answer.ok) return
    onMerged(into)
    onClose()
  }
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button variant="plain" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={into === null} onPress={() => void merge()}>
            Merge
          </Button>
        </>
      }
    >
      <PickList
        label={label}
        items={items}
        chosen={into === null ? [] : [into]}
        onChoose={([id]) => setInto(id ?? null)}
      />
      <p className="merge-told" role="status">
        {name ? tell(name) : 'Choose what it is merged into.'}
      </p>
    </Dialog>
  )
}
