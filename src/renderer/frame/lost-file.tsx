import { type ReactNode, useEffect, useState } from 'react'
import { create } from 'zustand'
import type { LostFile, WorkspaceInfo } from '../../contract/program.ts'
import { keepAllDrafts } from '../claims/claim-form-draft.ts'
import { useAsk } from '../data/ask.ts'
import { goOn, openWorkspace } from '../data/workspaces.ts'
import { useOneAtATime } from '../state/one-at-a-time.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import './lost-file.css'

/** Whether it is shown. Once closed it can be opened again from the notice; what is open under it stays open. */
export const useLostFileDialog = create<{ isOpen: boolean }>()(() => ({ isOpen: false }))

/** Opens by itself when the open workspace's file is lost: what happened, what was kept, and the ways to go on. */
export function LostFileDialog() {
  const workspace = useAsk('app.info', {}).data?.workspace
  const isLost = workspace?.lost != null
  const isOpen = useLostFileDialog((state) => state.isOpen)
  useEffect(() => useLostFileDialog.setState({ isOpen: isLost }), [isLost])
  if (!workspace?.lost) return null
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => useLostFileDialog.setState({ isOpen: false })}
      title={titles[workspace.lost.loss](`${workspace.name}.claimtrail`)}
      subtitle={workspace.readOnly?.message}
      isDismissable={false}
    >
      <Ways workspace={workspace} lost={workspace.lost} />
    </Dialog>
  )
}

const titles: Record<LostFile['loss'], (name: string) => string> = {
  moved: (name) => `“${name}” was moved`,
  replaced: (name) => `Another file took the place of “${name}”`,
  gone: (name) => `“${name}” was deleted`,
  overwritten: (name) => `“${name}” was written over`,
}

function Ways({ workspace, lost }: { workspace: WorkspaceInfo; lost: LostFile }) {
  const [problem, setProblem] = useState<string | null>(null)
  const take = useOneAtATime(async (input: Parameters<typeof goOn>[0]) => {
    setProblem(null)
    const told = await goOn(input)
    if (told === null) keepAllDrafts()
    else setProblem(told)
  })
  const { home, loss, isNameFree } = lost
  const oldName = `“${workspace.name}.claimtrail”`
  const ways: ReactNode[] = []
  if (home?.aside && isNameFree) {
    ways.push(
      <Way key="back" act="Put it back" isMain onPress={() => take({ how: 'back' })}>
        The copy takes the old name, {oldName} in {workspace.place}.
      </Way>,
    )
  }
  if (home) {
    ways.push(
      <Way
        key="there"
        act={home.aside ? 'Go on in the copy' : 'Go on there'}
        isMain={ways.length === 0}
        onPress={() => take({ how: 'there' })}
      >
        “{home.name}” in {home.place}.
      </Way>,
    )
  }
  if (home && !home.aside && isNameFree) {
    ways.push(
      <Way key="back" act="Move it back" onPress={() => take({ how: 'back' })}>
        To {oldName} in {workspace.place}.
      </Way>,
    )
  }
  if (home || loss !== 'overwritten') {
    ways.push(<SaveAs key="copy" name={workspace.name} onSave={(name) => take({ how: 'copy', name })} />)
  }
  return (
    <>
      {problem !== null && (
        <p className="lost-problem" role="alert">
          {problem}
        </p>
      )}
      <ul className="lost-ways">
        {ways}
        <OtherFile workspace={workspace} />
      </ul>
    </>
  )
}

interface WayProps {
  act: string
  /** The one that most people want. */
  isMain?: boolean
  onPress: () => void
  children: ReactNode
}

function Way({ act, isMain = false, onPress, children }: WayProps) {
  return (
    <li className="lost-way">
      <Button variant={isMain ? 'primary' : 'quiet'} onPress={onPress}>
        {act}
      </Button>
      <span>{children}</span>
    </li>
  )
}

/** Where the shell has no dialogs the name is asked for here. */
function SaveAs({ name, onSave }: { name: string; onSave: (name: string) => void }) {
  const dialogs = useAsk('app.info', {}).data?.dialogs ?? false
  const [chosen, setChosen] = useState<string | null>(null)
  const save = () => chosen?.trim() && onSave(chosen.trim())
  if (chosen === null) {
    return (
      <Way
        act="Save under a new name…"
        onPress={() => (dialogs ? onSave(`${name} copy`) : setChosen(`${name} copy`))}
      >
        A complete copy, in which you go on.
      </Way>
    )
  }
  return (
    <li className="lost-way">
      <TextField
        label="New name, in Claimtrail’s own folder"
        value={chosen}
        onChange={setChosen}
        maxLength={100}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
        }}
      />
      <Button variant="primary" isDisabled={chosen.trim() === ''} onPress={save}>
        Save
      </Button>
    </li>
  )
}

/** The file that lies under the old name now, where one does. */
function OtherFile({ workspace }: { workspace: WorkspaceInfo }) {
  const list = useAsk('workspace.list', {}).data ?? []
  const there = list.find(({ name, place }) => name === workspace.name && place === workspace.place)
  if (!there?.present) return null
  return (
    <Way act="Open the file that is there now" onPress={() => void openWorkspace(there.key)}>
      “{there.name}.claimtrail” in {there.place}; what was kept stays where it is.
    </Way>
  )
}
