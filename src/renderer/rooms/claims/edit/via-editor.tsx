import { useRef, useState } from 'react'
import { useSourceChoices } from '../../../claims/name-choices.ts'
import { execute } from '../../../data/execute.ts'
import { newId } from '../../../data/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { MultiCombo } from '../../../ui/combo-box.tsx'
import type { EditorProps } from './editor-props.ts'

/** The chain that the claim came through, from nearest the speaker to nearest the article. */
export function ViaEditor({ row, commit, onLeave }: EditorProps) {
  const choices = useSourceChoices()
  const [via, setVia] = useState<string[]>(row.claim.via)
  const latest = useRef(via)
  const change = (next: string[]) => {
    latest.current = next
    setVia(next)
  }
  // Who is being made on the spot belongs to the chain: it is saved after that.
  const making = useRef(Promise.resolve())
  const make = async (name: string) => {
    const id = newId()
    const made = await execute('source.add', { id, name, kind: 'publication' }, { quiet: true })
    if (made.ok) change([...latest.current, id])
  }
  const save = async () => {
    await making.current
    await commit.claim({ via: latest.current })
  }
  onLeave(() => void save())
  return (
    <div className="cell-editor-form">
      <MultiCombo
        label="Came through, from the speaker on"
        items={choices.filter(({ id }) => id !== row.claim.sourceId)}
        value={via}
        onChange={change}
        onCreate={(name) => {
          making.current = making.current.then(() => make(name))
        }}
        autoFocus
      />
      <Button variant="primary" size="small" onPress={() => void save()}>
        Save
      </Button>
    </div>
  )
}
