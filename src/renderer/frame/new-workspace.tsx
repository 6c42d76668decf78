import { useState } from 'react'
import { useAsk } from '../data/ask.ts'
import { createWorkspace } from '../data/workspaces.ts'
import { useOneAtATime } from '../state/one-at-a-time.ts'
import { closeOverlay, useOpened } from '../state/opened.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'

/** Asks for a new workspace's name; the desktop shell then asks where it shall lie. */
export function NewWorkspaceDialog() {
  const isOpen = useOpened(({ overlay }) => overlay === 'new-workspace')
  const dialogs = useAsk('app.info', {}).data?.dialogs ?? false
  const [name, setName] = useState('')
  const close = () => closeOverlay('new-workspace')
  const create = useOneAtATime(async () => {
    if (name.trim() === '') return
    if (await createWorkspace(name.trim())) {
      close()
      setName('')
    }
  })
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      size="small"
      title="New workspace"
      subtitle={
        dialogs
          ? 'One file with everything in it. You choose its folder next.'
          : 'One file with everything in it, in Claimtrail’s own folder.'
      }
      footer={
        <>
          <Button variant="plain" onPress={close}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={create}>
            Create
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        maxLength={100}
        autoFocus
        placeholder="Field notes"
        onKeyDown={(event) => {
          if (event.key === 'Enter') create()
        }}
      />
    </Dialog>
  )
}
